import Model

/// Makes a feed of the elements and text that it is told, in one pass.
///
/// A structure, as each access to a field of a class would be checked while the program runs.
struct FeedReader {
    /// What a reading may cost.
    struct Bounds {
        /// Entries that are kept.
        var items = 50_000
        /// Bytes of one element's text that are kept.
        var text = 4 << 20
        /// Bytes that bases may add to the addresses of a document; thousands of links to a long base fill the memory.
        var bases = 16 << 20
        /// Bytes of dates that cannot be read; trying every form of every language on millions of them takes long.
        var dates = 1 << 20
        /// Warnings that are kept.
        var warnings = 50
    }

    /// The family of formats, which rank rival elements differently.
    enum Dialect { case rss, rdf, atom }

    /// What an open element is to the elements directly in it.
    ///
    /// `within` is an entry in an entry of which nothing is known yet: one without anything in it is none.
    enum Role { case outside, feed, item, within, media, skip }

    let dates: DateReader
    let bounds: Bounds
    /// Lines before the part of the document that is read.
    let firstLine: Int
    /// Counts lines in that part.
    private var lines: LineCounter

    var format: Feed.Format?
    var dialect = Dialect.rss
    var rootName: String?
    var feed = Draft()
    var paging = FeedPaging()
    var rhythm = FeedRhythm()
    var movedTo: String?
    var items: [FeedItem] = []
    var warnings: [FeedWarning] = []
    /// What was lost, which is told before all other warnings.
    private(set) var losses: [FeedWarning] = []
    /// The entry that is being read.
    var item: Draft?

    var depth = 0
    /// Where the last start tag ends.
    var place = Place.line(0)
    var roles: [Role] = []
    var capture: Capture?
    var buffer: [UInt8] = []
    /// Bytes at the buffer's beginning that are known to be white space.
    var blank = 0
    var isCut = false
    /// Names of the elements that are open inside the text that is being gathered.
    var inner: [XMLName?] = []
    /// Bases and languages in force, with the depth of the element that set them.
    var bases: [(depth: Int, base: String)]
    var languages: [(depth: Int, language: String)] = []
    /// Bytes that bases have added to addresses so far.
    private var resolved = 0
    /// Bytes of dates that could not be read so far.
    var failedDates = 0
    var names = NameCache()
    /// The reader of dates in the language that was last asked for.
    var speaking: (language: String, dates: DateReader)?

    init(
        _ source: UnsafeBufferPointer<UInt8>, base: String, dates: DateReader, firstLine: Int = 0,
        bounds: Bounds = Bounds()
    ) {
        lines = LineCounter(source)
        self.dates = dates
        self.bounds = bounds
        self.firstLine = firstLine
        bases = [(0, base)]
    }

    /// Whether as many entries as the bounds allow were read.
    var isFull: Bool { items.count >= bounds.items }

    var base: String { bases.last?.base ?? "" }
    var language: String? { languages.last.flatMap { $0.language.isEmpty ? nil : $0.language } }

    /// An address against the base in force.
    mutating func resolve(_ reference: String) -> String {
        let base = base
        guard resolved <= bounds.bases else { return Link.cleaned(reference) }
        let address = Link.resolve(reference, against: base)
        resolved += max(0, address.utf8.count - reference.utf8.count)
        if resolved > bounds.bases { lose("the addresses are too long together, and further ones stay as they are") }
        return address
    }

    mutating func warn(_ what: String, at place: Place? = nil) {
        guard warnings.count < bounds.warnings else { return }
        let line = place.map { lines.line(of: $0) + firstLine }
        warnings.append(FeedWarning(what, line: line))
    }

    mutating func lose(_ what: String, at place: Place? = nil) {
        guard losses.count < Self.mostLosses else { return }
        losses.append(FeedWarning(what, line: place.map { lines.line(of: $0) + firstLine }))
    }

    private static let mostLosses = 10

    /// What was read; nil where no element of a feed was found.
    mutating func finish() -> Feed? {
        if capture != nil { endCapture() }
        endItem()
        guard let format else { return nil }
        if let id = feed.id.value, Link.isWeb(id) { feed.link.offer(id, rank: 9) }
        if isFull { lose("only the first \(bounds.items) entries were read") }
        var result = Feed(format: format)
        feed.complete(&result)
        result.paging = paging
        result.rhythm = rhythm
        result.movedTo = movedTo
        result.items = items
        result.warnings = warnings
        return result
    }
}

extension FeedReader {
    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, at place: Place) {
        depth += 1
        self.place = place
        if capture != nil { return startInside(name, attributes) }
        let (element, vocabulary) = names[name]
        if rootName == nil { rootName = string(name.local) }
        if attributes.count > 0 { inherit(attributes, vocabulary) }
        let entered = enter(element, vocabulary, name, attributes)
        roles.append(entered)
    }

    mutating func end() {
        if let start = capture?.depth {
            if depth > start { endInside() } else { endCapture() }
        }
        if capture == nil { leave() }
        depth -= 1
    }

    mutating func characters(_ text: UnsafeBufferPointer<UInt8>) {
        guard let isMarkup = capture?.isMarkup, !isCut else { return }
        guard buffer.count + text.count <= bounds.text else {
            isCut = true
            return lose("an element is longer than \(bounds.text) bytes and was cut", at: capture?.place)
        }
        if isMarkup { appendEscaped(text) } else { buffer.append(contentsOf: text) }
    }

    /// Bases and languages hold for the elements inside.
    private mutating func inherit(_ attributes: XMLAttributes, _ vocabulary: Vocabulary) {
        if let base = attributes["base"], !base.isEmpty {
            bases.append((depth, resolve(base)))
        }
        if let language = attributes["lang"] { languages.append((depth, PlainText.clean(language))) }
    }

    private mutating func leave() {
        guard roles.count >= depth else { return }
        let role = roles.removeLast()
        if role == .item, roles.last != .item { endItem() }
        if bases.count > 1, bases.last?.depth == depth { bases.removeLast() }
        if languages.last?.depth == depth { languages.removeLast() }
    }
}
