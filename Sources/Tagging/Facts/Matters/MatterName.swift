/// Names of cases and acts in the form in which matters are kept.
public enum MatterName {
    /// `GEMA v. OpenAI, Inc.` and `gema v openai` as `gema v openai`, `生成式人工智能服务管理暂行办法` within `《` and `》`.
    ///
    /// - Parameter text: A name as people write it.
    /// - Returns: The name; nil where the text names neither two parties nor an act in an East Asian language.
    public static func normalised(_ text: String) -> String? {
        let found =
            MatterNames.parties(in: FactText(text)).first ?? MatterNames.parties(in: FactText(capitalised(text))).first
        return found?.name ?? ActName.normalised(text)
    }

    /// The form in which an act is kept that only its own country numbers so: `EO 14110` as `Executive Order 14110`.
    ///
    /// - Parameter text: Such a number as people write it.
    /// - Returns: The form; nil where the text is none.
    public static func numbered(_ text: String) -> String? { NumberedAct.normalised(text) }

    /// The words with a capital each, but for `v` and its like.
    private static func capitalised(_ text: String) -> String {
        text.split(separator: " ").map { word in
            word.count > 2 && word != "vs." ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
        }.joined(separator: " ")
    }
}
