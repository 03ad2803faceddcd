/// Why a document is no feed.
public enum NotAFeed: Error, Sendable, Hashable, CustomStringConvertible {
    /// What a web page that came instead of a feed seems to be.
    public enum PageKind: String, Sendable, CaseIterable {
        /// A form that asks who we are.
        case login
        /// A page that reports a fault.
        case error
        /// A page that says where something else is now.
        case moved
        /// A bot wall.
        case challenge
        /// Any other page.
        case other
    }

    /// There is nothing in it but white space.
    case empty
    /// It is a web page.
    case webPage(kind: PageKind, title: String?)
    /// It is text of another kind than XML, HTML or JSON.
    case notXML
    /// It begins as XML, but no feed could be read out of it.
    case malformed(line: Int, reason: String)
    /// It is well-formed XML, but its root element is not one of a feed.
    case unknownRoot(String)
    /// It is JSON, but not a JSON Feed.
    case otherJSON
    /// Its values are nested deeper than the bound.
    case tooDeep(limit: Int)
    /// It is larger than the bound.
    case tooLarge(limit: Int)
    /// It is no text: an image, an archive, a document of an office program.
    case binary

    /// One clause that says why.
    public var description: String {
        switch self {
        case .empty: "the document is empty"
        case .webPage(let kind, let title): "\(kind.phrase) came instead of a feed" + (title.map { ": \($0)" } ?? "")
        case .notXML: "the document is neither XML nor JSON"
        case .malformed(let line, let reason): "the document is broken in line \(line): \(reason)"
        case .unknownRoot(let name): "the root element <\(name)> is not one of a feed"
        case .otherJSON: "the JSON is not a JSON Feed"
        case .tooDeep(let limit): "values are nested deeper than \(limit)"
        case .tooLarge(let limit): "the document is larger than \(limit) bytes"
        case .binary: "the document is not text"
        }
    }
}

extension NotAFeed.PageKind {
    fileprivate var phrase: String {
        switch self {
        case .login: "a login page"
        case .error: "an error page"
        case .moved: "a page that says that something moved"
        case .challenge: "a page that checks for robots"
        case .other: "a web page"
        }
    }
}
