/// Names of cases in the form in which matters are kept.
public enum MatterName {
    /// `GEMA v. OpenAI, Inc.` and `gema v openai` as `gema v openai`.
    ///
    /// - Parameter text: A name as people write it.
    /// - Returns: The name; nil where the text names no two parties.
    public static func normalised(_ text: String) -> String? {
        let found =
            MatterNames.parties(in: FactText(text)).first ?? MatterNames.parties(in: FactText(capitalised(text))).first
        return found?.name
    }

    /// The words with a capital each, but for `v` and its like.
    private static func capitalised(_ text: String) -> String {
        text.split(separator: " ").map { word in
            word.count > 2 && word != "vs." ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
        }.joined(separator: " ")
    }
}
