import Glibc

/// Reads well-formed XML, as nearly all feeds are, in a fraction of the time that libxml2 needs for it, which looks at
/// each character beyond ASCII alone.
///
/// It judges nothing: at whatever it does not know for sure (an error, an entity, a name beyond ASCII) it gives up, and
/// libxml2 reads the document from its beginning.
struct XMLScanner: ~Copyable {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0
    var names = XMLNameTable()
    /// The numbers of the names of the elements that are open.
    var open: [Int] = []
    /// Where values are put whose references were resolved.
    let scratch: UnsafeMutableBufferPointer<UInt8>
    /// Five pointers an attribute, as libxml2 has them.
    let table: UnsafeMutableBufferPointer<UnsafePointer<UInt8>?>

    private var angles = Sought(0x3C)
    private var ampersands = Sought(0x26)
    private var returns = Sought(0x0D)
    private var brackets = Sought(0x5D)

    static let mostAttributes = 64
    /// Bytes of attributes in one tag, and elements that may be open; libxml2 has bounds of its own above.
    static let mostValues = 1 << 16
    static let deepest = 200
    private static let longestSection = 1 << 20

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        scratch = .allocate(capacity: Self.mostValues)
        table = .allocate(capacity: 5 * Self.mostAttributes)
    }

    deinit {
        scratch.deallocate()
        table.deallocate()
    }

    /// Tells a reader what is in a document.
    ///
    /// - Parameters:
    ///   - bytes: Clean UTF-8 that begins with the root element.
    ///   - reader: Is told elements and text; of no use any more where the answer is false.
    /// - Returns: Whether all was read.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, telling reader: inout FeedReader) -> Bool {
        var scanner = XMLScanner(bytes)
        return scanner.scan(&reader)
    }

    private mutating func scan(_ reader: inout FeedReader) -> Bool {
        guard startTag(&reader) else { return false }
        while !open.isEmpty {
            if reader.isFull { return true }
            guard text(&reader), markup(&reader) else { return false }
        }
        return nothingFollows()
    }

    /// After the root only space, comments and instructions may stand.
    private mutating func nothingFollows() -> Bool {
        while true {
            skipSpace()
            if index == bytes.count { return true }
            guard has("<!--") ? comment() : has("<?") && instruction() else { return false }
        }
    }

    /// Tells the text before the next tag.
    private mutating func text(_ reader: inout FeedReader) -> Bool {
        while true {
            let end = angles.next(in: bytes, from: index)
            guard end < bytes.count else { return false }
            var stop = min(end, ampersands.next(in: bytes, from: index))
            stop = min(stop, returns.next(in: bytes, from: index))
            guard !holdsSectionEnd(before: stop) else { return false }
            if stop > index { reader.characters(UnsafeBufferPointer(rebasing: bytes[index..<stop])) }
            index = stop
            if index == end { return true }
            if bytes[index] == 0x0D {
                tellLineEnd(&reader)
            } else {
                guard let scalar = reference() else { return false }
                tell(scalar, &reader)
            }
        }
    }

    /// Whether `]]>` stands in the text up to an index, which is an error there.
    private mutating func holdsSectionEnd(before end: Int) -> Bool {
        var at = brackets.next(in: bytes, from: index)
        while at < end {
            if at + 2 < bytes.count, bytes[at + 1] == 0x5D, bytes[at + 2] == 0x3E { return true }
            at = brackets.next(in: bytes, from: at + 1)
        }
        return false
    }

    /// Line ends are told as one line feed (XML 1.0, 2.11).
    private mutating func tellLineEnd(_ reader: inout FeedReader) {
        index += 1
        if index < bytes.count, bytes[index] == 0x0A { return }
        tell(0x0A, &reader)
    }

    private func tell(_ scalar: UInt32, _ reader: inout FeedReader) {
        let count = Self.write(scalar, to: scratch, at: 0)
        reader.characters(UnsafeBufferPointer(rebasing: scratch[..<count]))
    }

    private mutating func markup(_ reader: inout FeedReader) -> Bool {
        guard index + 1 < bytes.count else { return false }
        switch bytes[index + 1] {
        case 0x2F: return endTag(&reader)
        case 0x3F: return instruction()
        case 0x21: return has("<!--") ? comment() : has("<![CDATA[") && section(&reader)
        default: return startTag(&reader)
        }
    }

    private mutating func section(_ reader: inout FeedReader) -> Bool {
        index += 9
        guard let end = find("]]>"), end - index < Self.longestSection,
            !ForgottenSection.holdsEntry(bytes[index..<end])
        else { return false }
        while index < end {
            let stop = min(end, returns.next(in: bytes, from: index))
            if stop > index { reader.characters(UnsafeBufferPointer(rebasing: bytes[index..<stop])) }
            index = stop
            if index < end { tellLineEnd(&reader) }
        }
        index = end + 3
        return true
    }

    private mutating func comment() -> Bool {
        index += 4
        guard let end = find("--"), end - index < Self.longestSection, end + 2 < bytes.count, bytes[end + 2] == 0x3E
        else { return false }
        index = end + 3
        return true
    }

    private mutating func instruction() -> Bool {
        index += 2
        let start = index
        skipName()
        guard let target = names.number(of: UnsafeBufferPointer(rebasing: bytes[start..<index])),
            names[target].prefix == nil, index - start != 3 || !ByteScan(bytes).has("xml", at: start),
            let end = find("?>"), end == index || bytes[index] <= 0x20, end - index < Self.longestSection
        else { return false }
        index = end + 2
        return true
    }

    private func find(_ mark: StaticString) -> Int? {
        ByteScan(bytes).end(of: mark, from: index).map { $0 - mark.utf8CodeUnitCount }
    }

    private func has(_ mark: StaticString) -> Bool {
        guard let base = bytes.baseAddress, index + mark.utf8CodeUnitCount <= bytes.count else { return false }
        return memcmp(base + index, mark.utf8Start, mark.utf8CodeUnitCount) == 0
    }
}

/// A byte that is looked for again and again, in one pass over the whole.
private struct Sought {
    private let byte: UInt8
    private var found = -1

    init(_ byte: UInt8) { self.byte = byte }

    /// The index of the next one at or after another that never falls; the end where there is none.
    mutating func next(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        if found < start { found = ByteScan(bytes).index(of: byte, from: start) }
        return found
    }
}
