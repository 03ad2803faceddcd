/// An element whose text is being gathered.
struct Capture {
    /// How the text is to be understood.
    enum Kind { case unspecified, text, html, xhtml, base64 }

    let element: Element
    let vocabulary: Vocabulary
    /// How many elements were open when it began, itself included.
    let depth: Int
    let place: Place
    /// Whether it stands inside a media element rather than directly in the entry.
    let isNested: Bool
    var kind = Kind.unspecified
    /// Whether elements were found in it, so that what was gathered is markup.
    var isMarkup = false
    /// What an attribute of it said: a category's scheme, a link's relation.
    var scheme: String?
    var isPermalink = true
    /// The name under which an element of the publisher's own is kept.
    var extensionName: String?
    var attributes: [String: String] = [:]
    /// The child that is being read, for elements that have parts.
    var part: (element: Element, depth: Int, start: Int)?
    var name: String?
    var email: String?
    var address: String?

    init(element: Element, vocabulary: Vocabulary, depth: Int, place: Place, isNested: Bool) {
        self.element = element
        self.vocabulary = vocabulary
        self.depth = depth
        self.place = place
        self.isNested = isNested
    }

    /// Whether elements inside it belong to its text.
    var keepsMarkup: Bool {
        switch element {
        case .title, .summary, .abstract, .subtitle, .encoded, .body, .mediaTitle, .mediaSummary: true
        default: false
        }
    }

    /// Whether it has parts, such as an author's name.
    var hasParts: Bool {
        switch element {
        case .author, .source, .skipHours, .skipDays: true
        default: false
        }
    }
}
