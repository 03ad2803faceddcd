import GRDB
import Model

extension Database {
    /// Stores a text of an item.
    func insert(
        _ text: ItemText, _ rows: ItemRows, hash: String, of item: RowID<Item>, number: Int, seen: Instant
    ) throws {
        try run(
            """
            INSERT INTO revision (item, number, seen, text_hash, title, summary, content, link, authors, categories,
                language, published, updated, stated, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                item, number, seen, hash, text.title, text.summary, text.content, text.link, rows.authors,
                rows.categories, text.language, text.published, text.updated, rows.stated, text.raw,
            ])
    }

    /// The newest text of an item; nil where there is no such item.
    func text(of item: RowID<Item>) throws -> ItemText? {
        try first("SELECT * FROM revision WHERE item = ? ORDER BY number DESC LIMIT 1", [item]).map {
            try $0.itemText()
        }
    }

    /// Puts the words of an item into the index.
    func index(_ words: IndexedWords, of item: RowID<Item>) throws {
        try run("INSERT INTO item_search (rowid, title, body) VALUES (?, ?, ?)", [item, words.title, words.body])
    }

    /// Takes the words of an item out of the index, which has to be told what they were.
    func unindex(_ words: IndexedWords, of item: RowID<Item>) throws {
        try run(
            "INSERT INTO item_search (item_search, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            [item, words.title, words.body])
    }
}

extension Row {
    /// A text from a row of `revision`.
    func itemText() throws -> ItemText {
        ItemText(
            title: try text("title"), summary: try text("summary"), content: try text("content"),
            link: try optionalText("link"), authors: try strings("authors"), categories: try strings("categories"),
            language: Language(try text("language")), published: try optionalInstant("published"),
            updated: try optionalInstant("updated"), stated: try list("stated"), raw: try text("raw"))
    }
}
