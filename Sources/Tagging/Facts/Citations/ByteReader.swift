/// Reads forward through bytes; each step gives nil, and stays, where the text has something else.
struct ByteReader {
    let bytes: [UInt8]
    var index: Int

    var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    func peek(_ offset: Int) -> UInt8? {
        let place = index + offset
        return place >= 0 && place < bytes.count ? bytes[place] : nil
    }

    /// Digits, at most so many, with nothing alphanumeric cut off.
    mutating func digits(_ range: ClosedRange<Int>) -> ArraySlice<UInt8>? {
        var end = index
        while end < bytes.count, Bytes.isDigit(bytes[end]), end - index <= range.upperBound { end += 1 }
        guard range.contains(end - index) else { return nil }
        defer { index = end }
        return bytes[index..<end]
    }

    /// Capitals, so many.
    mutating func capitals(_ range: ClosedRange<Int>) -> ArraySlice<UInt8>? {
        var end = index
        while end < bytes.count, Bytes.isUpper(bytes[end]), end - index <= range.upperBound { end += 1 }
        guard range.contains(end - index) else { return nil }
        defer { index = end }
        return bytes[index..<end]
    }

    /// One of the bytes.
    mutating func skip(byte: UInt8) -> Bool {
        guard current == byte else { return false }
        index += 1
        return true
    }

    /// The literal, case as it is.
    mutating func skip(_ literal: StaticString) -> Bool {
        let length = literal.utf8CodeUnitCount
        guard index + length <= bytes.count else { return false }
        for offset in 0..<length where bytes[index + offset] != literal.utf8Start[offset] { return false }
        index += length
        return true
    }

    /// Any number of spaces up to three.
    mutating func spaces() {
        var left = 3
        while left > 0, current == 0x20 {
            index += 1
            left -= 1
        }
    }

    /// Whether a letter or a digit, or a hyphen or slash before one, follows: the token is longer than what was read.
    var tokenGoesOn: Bool {
        guard let next = current else { return false }
        if Bytes.isWordLead(next) { return true }
        guard next == 0x2D || next == 0x2F, let after = peek(1) else { return false }
        return Bytes.isDigit(after)
    }
}

extension String {
    /// ASCII or UTF-8 bytes as text.
    init(ascii bytes: some Collection<UInt8>) { self = String(decoding: bytes, as: UTF8.self) }
}
