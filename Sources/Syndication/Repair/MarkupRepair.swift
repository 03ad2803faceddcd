/// Makes well-formed XML of a document that is not, so that libxml2 reads what the publisher meant.
///
/// It closes what was left open, drops end tags of what was never opened, quotes attributes, escapes ampersands and
/// angle brackets that stand for themselves, and resolves the named characters of HTML and of the document itself.
struct MarkupRepair {
    let bytes: UnsafeBufferPointer<UInt8>
    let scan: ByteScan
    let entities: [String: String]
    var index = 0
    var output: [UInt8] = []
    /// The elements that are open: where their names lie in the document, what they mean, and where they end, once that
    /// was asked.
    var open: [(name: Range<Int>, kind: MarkupKind, end: Int)] = []
    var entryEnds: EntryEnds
    /// Bytes that may still be read ahead to see where entries in entries end; a few times the document's, so that a
    /// million beginnings cannot each read all of it.
    var lookahead: Int
    /// Whether the root's own end was seen, and that of a channel; whether entries lie directly in the root, as they do in
    /// Atom and RSS 1.0.
    var (hasRootEnded, hasChannelEnded, hasEntriesInRoot) = (false, false, false)
    /// Start tags that were dropped as they were nested too deeply.
    var dropped = 0
    /// Bytes that the document's own entities have become so far.
    var expanded = 0
    private(set) var notes: Note = []
    private var instructionEnds = EndMark("?>")
    private var commentEnds: CommentEnds
    private var sectionEnds = EndMark("]]>")
    private var entryBeginnings = [EndMark("<item"), EndMark("<entry")]
    private var fieldEnds = [
        ("description", EndMark("</description")), ("summary", EndMark("</summary")), ("content", EndMark("</content")),
        ("encoded", EndMark(":encoded>")),
    ]

    /// Deeper elements lose their tags, not their text; libxml2 would give up at 256.
    static let deepest = 200

    /// Bytes that a document's own entities may become; a thousand uses of a long one would fill the memory.
    static let mostExpanded = 8 << 20

    /// What was repaired; a set of bits, as documents may have millions of faults.
    struct Note: OptionSet {
        let rawValue: UInt16

        static let unclosed = Note(rawValue: 1)
        static let unopened = Note(rawValue: 2)
        static let ampersand = Note(rawValue: 4)
        static let angle = Note(rawValue: 8)
        static let attribute = Note(rawValue: 16)
        static let entity = Note(rawValue: 32)
        static let deep = Note(rawValue: 64)
        static let truncated = Note(rawValue: 128)
        static let endless = Note(rawValue: 256)

        static let words: [(note: Note, what: String)] = [
            (.unclosed, "elements were not closed"), (.unopened, "end tags had no element to end"),
            (.ampersand, "ampersands were not escaped"), (.angle, "angle brackets were not escaped"),
            (.attribute, "attributes were not well-formed"), (.entity, "named characters were not declared"),
            (.deep, "elements were nested too deeply and lost their tags"),
            (.truncated, "the document ends too early"),
            (.endless, "comments, instructions or CDATA sections had no end"),
        ]
    }

    /// Repairs a document.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 that begins with the root element.
    ///   - entities: What the document itself declares.
    init(_ bytes: UnsafeBufferPointer<UInt8>, entities: [String: String]) {
        self.bytes = bytes
        self.entities = entities
        scan = ByteScan(bytes)
        entryEnds = EntryEnds(bytes)
        commentEnds = CommentEnds(bytes)
        lookahead = 4 * bytes.count
    }

    /// Repairs the whole document; the result is in `output`.
    mutating func run() {
        output.reserveCapacity(bytes.count + bytes.count / 16 + 64)
        while index < bytes.count {
            if bytes[index] == 0x3C { readAngle() } else { readText(until: scan.index(of: 0x3C, from: index)) }
        }
        // Many a feed ends with its channel, but none of RSS 1.0, whose entries follow it.
        let isRDF = open.first.map { localName($0.name) == "rdf" } ?? false
        if open.count > 1 || !hasRootEnded && (hasEntriesInRoot || isRDF || !hasChannelEnded) { note(.truncated) }
        close(downTo: 0)
    }

    /// What was repaired, in a fixed order.
    var warnings: [FeedWarning] {
        Note.words.filter { notes.contains($0.note) }.map { FeedWarning("broken XML was repaired: \($0.what)") }
    }

    /// Whether a field of markup, by its local name, has its own end tag before the next entry begins: what stands in it
    /// until then is its text.
    mutating func endsInEntry(_ local: String) -> Bool {
        guard let field = fieldEnds.firstIndex(where: { $0.0 == local }),
            let end = fieldEnds[field].1.after(index, scan)
        else { return false }
        return entryBeginnings.indices.allSatisfy { entryBeginnings[$0].after(index, scan).map { end < $0 } ?? true }
    }

    mutating func note(_ note: Note) { notes.formUnion(note) }

    private mutating func readAngle() {
        guard index + 1 < bytes.count else { return escapeAngle() }
        switch bytes[index + 1] {
        case 0x2F: readEndTag()
        case 0x21: readDeclaration()
        case 0x3F: index = instructionEnds.after(index + 2, scan) ?? endWithoutMark(from: index + 2)
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: readStartTag()
        default: escapeAngle()
        }
    }

    mutating func escapeAngle() {
        note(.angle)
        output.append(contentsOf: "&lt;".utf8)
        index += 1
    }

    /// Comments and document types go; CDATA sections are cut into pieces that libxml2 takes.
    private mutating func readDeclaration() {
        if scan.has("<![CDATA[", at: index) {
            readSection(from: index + 9)
        } else if scan.has("<!--", at: index) {
            let (end, isOwn) = commentEnds.after(index + 4)
            if !isOwn { note(.endless) }
            index = end
        } else {
            index = scan.end(of: ">", from: index) ?? bytes.count
        }
    }

    private mutating func endWithoutMark(from start: Int) -> Int {
        note(.endless)
        return scan.endWithoutMark(from: start)
    }

    /// Copies a CDATA section. One without an end, or in which the next entry has a section of its own, ends with the
    /// element in which it stands: its end was forgotten. Where there are only elements it was begun by mistake.
    private mutating func readSection(from start: Int) {
        let end = sectionEnds.after(start, scan)
        let isForgotten = end.map { ForgottenSection.holdsEntry(bytes[start..<$0 - 3]) } ?? true
        if isForgotten, let last = open.last, !last.kind.isDisjoint(with: .holder) {
            note(.endless)
            index = start
            return
        }
        if isForgotten, let close = endOfElement(from: start, to: end ?? bytes.count) {
            note(.endless)
            appendSection(start..<close)
            index = close
            return
        }
        if end == nil { note(.truncated) }
        appendSection(start..<(end.map { $0 - 3 } ?? bytes.count))
        index = end ?? bytes.count
    }

    /// Where the end tag of the innermost open element begins.
    private func endOfElement(from start: Int, to end: Int) -> Int? {
        guard let name = open.last?.name else { return nil }
        var at = scan.index(of: 0x3C, from: start, to: end)
        while at + name.count + 2 < end {
            if bytes[at + 1] == 0x2F, bytes[(at + 2)...].starts(with: bytes[name]),
                !ByteScan.isNamePart(bytes[at + 2 + name.count])
            {
                return at
            }
            at = scan.index(of: 0x3C, from: at + 1, to: end)
        }
        return nil
    }

    static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case 0x26: output.append(contentsOf: "&amp;".utf8)
        case 0x3C: output.append(contentsOf: "&lt;".utf8)
        case 0x3E: output.append(contentsOf: "&gt;".utf8)
        case 0x22: output.append(contentsOf: "&quot;".utf8)
        default: output.append(byte)
        }
    }

    private mutating func appendSection(_ range: Range<Int>) {
        guard !open.isEmpty else { return }
        // The reader keeps no more of one text.
        var rest = bytes[range].prefix(FeedReader.Bounds().text + 1)
        while !rest.isEmpty {
            output.append(contentsOf: "<![CDATA[".utf8)
            output.append(contentsOf: rest.prefix(1 << 20))
            output.append(contentsOf: "]]>".utf8)
            rest = rest.dropFirst(1 << 20)
        }
    }
}
