import Glibc

/// Looks for things in bytes.
struct ByteScan {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Whether ASCII text stands at an index, in either case.
    func has(_ text: StaticString, at index: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard index + count <= bytes.count else { return false }
        for offset in 0..<count where lowercased(bytes[index + offset]) != lowercased(text.utf8Start[offset]) {
            return false
        }
        return true
    }

    /// The index after the next occurrence of ASCII text, in the case given.
    func end(of text: StaticString, from start: Int) -> Int? {
        let count = text.utf8CodeUnitCount
        var at = index(of: text.utf8Start[0], from: start)
        while at + count <= bytes.count {
            if (0..<count).allSatisfy({ bytes[at + $0] == text.utf8Start[$0] }) { return at + count }
            at = index(of: text.utf8Start[0], from: at + 1)
        }
        return nil
    }

    /// The index after the next occurrence of ASCII text, in either case.
    func end(ofAnyCase text: StaticString, from start: Int) -> Int? {
        var at = start
        while at + text.utf8CodeUnitCount <= bytes.count {
            if has(text, at: at) { return at + text.utf8CodeUnitCount }
            at += 1
        }
        return nil
    }

    /// The index after the last occurrence of ASCII text, in the case given.
    func lastEnd(of text: StaticString) -> Int? {
        var last: Int?
        while let end = end(of: text, from: last ?? 0) { last = end }
        return last
    }

    /// The index of the next byte of a value; the end where there is none.
    func index(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int {
        let end = end ?? bytes.count
        guard start < end, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), end - start)
        else { return end }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The first index at or after another that holds no white space.
    func afterSpace(_ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
        return index
    }

    /// The name of an element or entity at an index, at most 256 bytes of it.
    func name(at start: Int) -> String {
        var end = start
        while end < bytes.count, end - start < 256, Self.isNamePart(bytes[end]) { end += 1 }
        return end > start ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    }

    /// Whether a byte can be part of a name.
    static func isNamePart(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte >= 0x80 || byte == 0x3A || byte == 0x5F || byte == 0x2D || byte == 0x2E
    }
}

/// The ends of one kind of thing in a document: that there is none further on is found out once, as looking for it from
/// each of a million beginnings would take for ever.
struct EndMark {
    private let text: StaticString
    private var isGone = false
    /// The index after the end that was found last, as many beginnings may ask for the same one.
    private var found = 0

    init(_ text: StaticString) { self.text = text }

    /// The index after the next end at or after another; nil where there is none. Indices must not go back.
    mutating func after(_ start: Int, _ scan: ByteScan) -> Int? {
        guard !isGone else { return nil }
        if start + text.utf8CodeUnitCount <= found { return found }
        guard let end = scan.end(of: text, from: start) else {
            isGone = true
            return nil
        }
        found = end
        return end
    }
}
