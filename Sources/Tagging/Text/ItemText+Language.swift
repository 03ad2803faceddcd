import Model

extension ItemText {
    /// The same in the language that it is written in, where its source declares another: sources that publish in several
    /// declare one.
    var inItsLanguage: ItemText {
        guard let language = LanguageGuess.language(of: [title, summary], declared: language), language != self.language
        else { return self }
        var text = self
        text.language = language
        return text
    }
}
