import Model

/// A text of an item, and what it gave, as the columns hold them: all that takes time to write, so that it can be made
/// on any thread before the one that stores has its turn.
struct ItemRows: Sendable, Equatable {
    let authors: String
    let categories: String
    let stated: String
    /// The words by which the item is found.
    let words: IndexedWords
    /// As in `FindingsText`.
    let detail: String?
    let misses: String?

    init(_ text: ItemText, _ findings: Findings) {
        authors = JSONText.of(text.authors)
        categories = JSONText.of(text.categories)
        stated = StoredJSON.text(text.stated)
        words = IndexedWords(text)
        let kept = FindingsText(findings, in: text)
        detail = kept.detail
        misses = kept.misses
    }
}

/// The words of a text as the index takes them.
struct IndexedWords: Sendable, Equatable {
    let title: String
    let body: String

    init(_ text: ItemText) {
        title = SearchText.indexed(text.title)
        body = SearchText.indexed(
            ([text.summary, text.content] + text.authors + text.categories).joined(separator: "\n"))
    }
}
