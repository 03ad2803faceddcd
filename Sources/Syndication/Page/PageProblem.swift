/// Why a page or an API's answer gave no items.
public enum PageProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is nothing in it but white space.
    case empty
    /// It is larger than the bound.
    case tooLarge(limit: Int)
    /// It is not what was expected: no HTML, or no JSON.
    case unreadable(reason: String)
    /// A selector of the definition is no XPath 1.0, or a path is too long.
    case badSelector(name: String, expression: String)
    /// A selector takes more steps on this page than it may.
    case costlySelector(name: String, expression: String)
    /// What the definition names is not there any more.
    case layoutChanged(name: String, expression: String, kind: NotAFeed.PageKind, title: String?)

    /// The links of the list call scripts, and nothing else tells its items apart.
    case scriptedLinks(expression: String)
    /// The API answered with a fault of its own, in its words.
    case refused(String)

    /// One clause that says why.
    public var description: String {
        switch self {
        case .empty: "the document is empty"
        case .tooLarge(let limit): "the document is larger than \(limit) bytes"
        case .unreadable(let reason): "the document cannot be read: \(reason)"
        case .badSelector(let name, let expression): "the selector '\(name)' is wrong: \(expression)"
        case .costlySelector(let name, let expression):
            "the selector '\(name)' takes too many steps on this page: \(expression)"
        case .refused(let complaint): "the API answered with an error: \(complaint)"
        case .scriptedLinks(let expression):
            "the links (\(expression)) are scripts, and lead to no address: write the page's own, `link: /`, or make one of "
                + "their arguments, `link: concat('https://…?id=', substring-before(substring-after(./a/@onclick, '('), ')'))`"
        case .layoutChanged(let name, let expression, let kind, let title):
            "nothing matches '\(name)' (\(expression)): the layout changed"
                + (kind == .other ? "" : ", or this is no list but a page of the kind '\(kind.rawValue)'")
                + (title.map { "; the page's title is: \($0)" } ?? "")
        }
    }
}
