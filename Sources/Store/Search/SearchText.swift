/// Text as the index of words takes it: Chinese, Japanese and Korean runs as overlapping pairs of characters, so that
/// words of two characters are found; everything else as it is.
enum SearchText {
    /// The text with runs of such characters taken apart: `深度合成` becomes `深度 度合 合成 成`.
    ///
    /// The last character stands alone as well, so that each of them begins a token and can be looked up by it.
    static func indexed(_ text: String) -> String {
        var text = text
        let pairs = text.withUTF8 { bytes -> String? in
            // Such characters have lead bytes from E1 on; most Latin text has none, and needs no work.
            guard bytes.contains(where: { $0 >= 0xE1 }) else { return nil }
            return paired(bytes)
        }
        return pairs ?? text
    }

    private static func paired(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 5 / 2)
        var previous: Range<Int>?
        var index = 0
        while index < bytes.count {
            let (scalar, length) = character(bytes, at: index)
            let here = index..<(index + length)
            index += length
            guard let scalar, isPaired(scalar) else {
                if let previous { end(bytes[previous], in: &result) }
                previous = nil
                if let scalar, narrowed(scalar) != scalar {
                    result.append(UInt8(truncatingIfNeeded: narrowed(scalar).value))
                } else {
                    result.append(contentsOf: bytes[here])
                }
                continue
            }
            if let previous {
                result.append(contentsOf: bytes[previous])
                end(bytes[here], in: &result)
            } else {
                result.append(0x20)
            }
            previous = here
        }
        if let previous { end(bytes[previous], in: &result) }
        return String(decoding: result, as: UTF8.self)
    }

    /// The character at a place where one begins, if it has three bytes or more, and how many it has.
    private static func character(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar?, Int) {
        let lead = bytes[index]
        guard lead >= 0xE1 else { return (nil, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3) }
        let length = lead < 0xF0 ? 3 : 4
        let start = UInt32(lead & (length == 3 ? 0x0F : 0x07))
        let value = bytes[(index + 1)..<(index + length)].reduce(start) { $0 << 6 | UInt32($1 & 0x3F) }
        return (Unicode.Scalar(value), length)
    }

    /// Whether the character belongs to a script that is written without spaces, or, as Korean, with endings that
    /// stick to the word.
    static func isPaired(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005, 0x3007,  // 々 〇
            0x3041...0x3096, 0x30A1...0x30FA, 0x30FC...0x30FE,  // kana and the long-vowel mark
            0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,  // ideographs
            0xAC00...0xD7A3, 0x1100...0x11FF, 0x3131...0x318E,  // Hangul
            0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Latin letters and digits of full width as ordinary ones.
    static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func end(_ character: Slice<UnsafeBufferPointer<UInt8>>, in result: inout [UInt8]) {
        result.append(contentsOf: character)
        result.append(0x20)
    }
}
