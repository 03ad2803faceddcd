import Model
import Store

/// What gave cause to a mark or to another class, as a person names it: an alert, an item, or an address.
struct Cause {
    /// The cause as it is kept: `alert 12`, `item 7`, or the address.
    let text: String

    /// A cause that exists.
    ///
    /// - Parameters:
    ///   - words: `alert 12` or `12`, `item 7`, or an address of the web.
    ///   - store: Where alerts and items are.
    /// - Throws: A ``Model/Problem`` where there is no such alert or item, or it is none of them.
    init(_ words: String, in store: Store) throws {
        let parts = words.split(separator: " ").map(String.init)
        let number = parts.last.flatMap { Int64($0) }
        switch (parts.count == 2 ? parts[0] : "alert", number) {
        case ("alert", let number?) where parts.count <= 2:
            guard try store.alert(RowID(number)) != nil else { throw Self.missing("alert", number) }
            text = "alert \(number)"
        case ("item", let number?) where parts.count == 2:
            guard try store.item(RowID(number)) != nil else { throw Self.missing("item", number) }
            text = "item \(number)"
        default:
            guard parts.count == 1, words.hasPrefix("https://") || words.hasPrefix("http://") else {
                throw PlainProblem(
                    "'\(words)' is no cause", remedy: "write an alert's number, `item` and its number, or an address",
                    exitCode: .usage)
            }
            text = words
        }
    }

    private static func missing(_ noun: String, _ number: Int64) -> PlainProblem {
        PlainProblem(
            "there is no \(noun) \(number)", remedy: "`lexwatch \(noun)s` lists them.", exitCode: .data)
    }
}
