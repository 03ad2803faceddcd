/// A category of a feed or an entry.
public struct FeedCategory: Sendable, Hashable {
    /// The category itself.
    public var term: String
    /// The scheme, or RSS's domain, that it belongs to.
    public var scheme: String?
    /// What people call it, where that differs from the term.
    public var label: String?

    /// A category from its term, scheme and label.
    public init(term: String, scheme: String? = nil, label: String? = nil) {
        self.term = term
        self.scheme = scheme
        self.label = label
    }
}

/// Where more entries of the same feed are (RFC 5005).
public struct FeedPaging: Sendable, Equatable {
    /// The address that the feed gives as its own.
    public var own: String?
    /// The next page.
    public var next: String?
    /// The archive before this document.
    public var previousArchive: String?
    /// The feed that this document is an archive of.
    public var current: String?
    /// Whether the document is an archive, which never changes.
    public var isArchive = false
    /// Whether the document holds every entry there is.
    public var isComplete = false

    /// No address at all.
    public init() {}
}

/// How often the publisher asks to be read.
public struct FeedRhythm: Sendable, Equatable {
    /// Minutes for which a copy may be kept.
    public var minutesToLive: Int?
    /// Hours of the day, in UTC, in which nothing new appears.
    public var skipHours: [Int] = []
    /// Days of the week, 1 for Monday, on which nothing new appears.
    public var skipDays: [Int] = []
    /// The seconds of `sy:updatePeriod`.
    public var updatePeriod: Int?
    /// How often a period the feed changes.
    public var updateFrequency: Int?

    /// No wish at all.
    public init() {}
}

/// An element of the publisher's own that carries data, such as `tna:identifier` or `dcterms:available`.
public struct FeedExtension: Sendable, Hashable {
    /// The namespace's usual prefix and the element's name.
    public var name: String
    /// Its text; empty where all is in its attributes.
    public var value: String
    /// Its attributes, by their names as written.
    public var attributes: [String: String]

    /// An element from its name, text and attributes.
    public init(name: String, value: String, attributes: [String: String] = [:]) {
        self.name = name
        self.value = value
        self.attributes = attributes
    }
}

/// Something wrong with a document that could be read all the same.
public struct FeedWarning: Sendable, Hashable, CustomStringConvertible {
    /// The line that it was found in; nil where it concerns the whole document.
    public var line: Int?
    /// What is wrong, in one clause.
    public var what: String

    /// A warning about a line, or about the whole document.
    public init(_ what: String, line: Int? = nil) {
        self.what = what
        self.line = line
    }

    /// `line 3: what`, or only what.
    public var description: String { line.map { "line \($0): \(what)" } ?? what }
}
