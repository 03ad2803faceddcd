/// What stands before the root element: declarations, comments, a document type, and sometimes junk.
struct Prolog {
    /// What the document is, by its first characters.
    enum Kind: Equatable { case json, markup, none }

    private(set) var kind = Kind.none
    /// Where the root element, or the JSON, begins.
    private(set) var start: Int
    /// Lines before it.
    private(set) var lines = 0
    /// The root element's name as written.
    private(set) var rootName = ""
    /// Harmless entities that the document type declares: text without references.
    private(set) var entities: [String: String] = [:]
    /// Whether something stands before the root that does not belong there.
    private(set) var hasJunk = false
    private(set) var isNetscape = false

    private let bytes: UnsafeBufferPointer<UInt8>
    private var instructionEnds = EndMark("?>")
    private var commentEnds: CommentEnds
    /// Whether a declaration was never closed: then none behind it is.
    private var isUnclosed = false

    /// Finds the root of a document.
    ///
    /// - Parameters:
    ///   - bytes: The document as UTF-8.
    ///   - start: Where its text begins.
    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.bytes = bytes
        self.start = start
        commentEnds = CommentEnds(bytes)
        scan()
        if kind == .markup, !Self.isRoot(rootName), rootName.lowercased() != "html" { searchFurther() }
        lines = bytes[..<self.start].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }

    /// Whether an element's name, without its prefix, is one that a feed begins with.
    static func isRoot(_ name: String) -> Bool {
        let local = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
        return ["rss", "rdf", "feed", "channel", "entry"].contains(local)
    }

    private mutating func scan() {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x20 {
                index += 1
            } else if byte == 0x3C {
                guard let next = skipMarkup(at: index) else { return }
                index = next
            } else if (byte == 0x7B || byte == 0x5B), !hasJunk {
                return settle(.json, at: index)
            } else if !hasJunk, let value = JSONGuard.end(in: bytes, from: index) {
                return settle(.json, at: value)
            } else {
                hasJunk = true
                index = bytes[index...].firstIndex(of: 0x3C) ?? bytes.count
            }
        }
        start = bytes.count
    }

    /// The index after a comment, an instruction or a declaration; nil once the root was found.
    private mutating func skipMarkup(at index: Int) -> Int? {
        guard index + 1 < bytes.count else { return bytes.count }
        let scan = ByteScan(bytes)
        switch bytes[index + 1] {
        case 0x3F:
            // A declaration ends at its first `>`, also where its `?` was forgotten: the next `?>` may lie far behind.
            // It ends before the next tag where there is not even that.
            let isDeclaration = scan.has("<?xml", at: index) && index + 5 < bytes.count && bytes[index + 5] <= 0x20
            let end = isDeclaration ? nil : instructionEnds.after(index + 2, scan)
            return end ?? scan.endWithoutMark(from: index + 2)
        case 0x21:
            if scan.has("<!--", at: index) {
                let (end, isOwn) = commentEnds.after(index + 4)
                if !isOwn { hasJunk = true }
                return end
            }
            return skipDeclaration(from: index)
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...:
            rootName = scan.name(at: index + 1)
            settle(.markup, at: index)
            return nil
        default:
            hasJunk = true
            return index + 1
        }
    }

    private mutating func settle(_ kind: Kind, at index: Int) {
        self.kind = kind
        start = index
    }

    /// Skips a document type and takes its harmless entities.
    private mutating func skipDeclaration(from index: Int) -> Int {
        let scan = ByteScan(bytes)
        var at = index + 2
        var isInside = false
        while at < bytes.count, !isUnclosed {
            switch bytes[at] {
            case 0x5B: isInside = true
            case 0x5D: isInside = false
            case 0x22, 0x27: at = endOfQuote(at: at, isInside: isInside)
            case 0x3C where !isInside && at + 1 < bytes.count && isAlphanumeric(bytes[at + 1]):
                // The declaration was never closed.
                return at
            case 0x3C where isInside:
                if scan.has("<!--", at: at) {
                    at = (scan.end(of: "-->", from: at + 4) ?? bytes.count) - 1
                } else if scan.has("<!ENTITY", at: at) {
                    takeEntity(from: at + 8)
                }
            case 0x3E where !isInside:
                noteType(bytes[index..<at])
                return at + 1
            default: break
            }
            at += 1
        }
        isUnclosed = true
        return scan.end(of: ">", from: index) ?? bytes.count
    }

    /// The quote that ends a value; the one that begins it where only tags, which stand in none, come before another.
    private func endOfQuote(at index: Int, isInside: Bool) -> Int {
        let scan = ByteScan(bytes)
        let end = scan.index(of: bytes[index], from: index + 1)
        guard end < bytes.count else { return index }
        let angle = isInside ? end : scan.index(of: 0x3C, from: index + 1, to: end)
        return angle < end ? index : end
    }

    private mutating func noteType(_ declaration: Slice<UnsafeBufferPointer<UInt8>>) {
        let text = String(decoding: declaration.prefix(1024), as: UTF8.self)
        if text.utf8Range(of: "netscape") != nil { isNetscape = true }
    }

    /// Takes an entity whose text has no reference but to one character; all others could multiply.
    private mutating func takeEntity(from index: Int) {
        let scan = ByteScan(bytes)
        let nameStart = scan.afterSpace(index)
        let name = scan.name(at: nameStart)
        let valueStart = scan.afterSpace(nameStart + name.utf8.count)
        guard entities.count < 1000, valueStart < bytes.count, bytes[valueStart] == 0x22 || bytes[valueStart] == 0x27,
            let end = bytes[(valueStart + 1)...].firstIndex(of: bytes[valueStart]), end - valueStart < 2000
        else { return }
        let raw = UnsafeBufferPointer(rebasing: bytes[valueStart + 1..<end])
        guard let mark = raw.firstIndex(of: 0x26) else {
            entities[name] = String(decoding: raw, as: UTF8.self)
            return
        }
        guard mark == 0, let reference = CharacterReference(raw, at: 0), reference.end == raw.count else { return }
        entities[name] = String(String.UnicodeScalarView(reference.scalars.compactMap { Unicode.Scalar($0) }))
    }

    /// Looks for a feed after a first element that is none, such as a server's warning.
    private mutating func searchFurther() {
        let scan = ByteScan(bytes)
        let end = min(bytes.count, start + 65536)
        var index = start + 1
        while let mark = bytes[index..<end].firstIndex(of: 0x3C) {
            index = mark + 1
            let name = scan.name(at: index)
            guard Self.isRoot(name), name.lowercased() != "entry" else { continue }
            hasJunk = true
            rootName = name
            return settle(.markup, at: mark)
        }
    }
}
