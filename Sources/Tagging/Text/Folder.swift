/// Folds one field after the other onto the end of its bytes.
struct Folder {
    private(set) var bytes: [UInt8]
    private(set) var origins: [Int32]
    /// The character emitted last, and where its bytes begin: what a voiced mark or a Hangul letter may join.
    private var last: UInt32 = 0x0A
    private var lastStart = 0

    /// Goes on behind bytes that are there.
    init(bytes: [UInt8], origins: [Int32]) {
        self.bytes = bytes
        self.origins = origins
    }

    /// Folds the UTF-8 bytes of a field; bytes that are no UTF-8 are dropped.
    mutating func fold(_ original: [UInt8]) {
        original.withUnsafeBufferPointer { source in
            FoldTable.table.withUnsafeBufferPointer { table in fold(source, table) }
        }
        if bytes.last == 0x20 {
            bytes.removeLast()
            origins.removeLast()
        }
    }

    private mutating func fold(_ source: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt16>) {
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte < 0x80 {
                let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                if lower > 0x20, lower != 0x7F, lower != 0x60 {
                    append(lower, from: index)
                } else if lower == 0x60 {
                    append(0x27, from: index)
                } else {
                    appendSpace(from: index)
                }
                index += 1
            } else {
                let (scalar, length) = Folder.decode(source, index)
                if let scalar { append(scalar, table, from: index) }
                index += length
            }
        }
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8, from index: Int) {
        last = UInt32(byte)
        lastStart = bytes.count
        bytes.append(byte)
        origins.append(Int32(truncatingIfNeeded: index))
    }

    /// Several spaces are one; none stands at a field's beginning or beside a character of a script without spaces.
    private mutating func appendSpace(from index: Int) {
        guard last != 0x20, last != 0x0A, !Folder.isSpaceless(last) else { return }
        append(0x20, from: index)
    }

    private mutating func append(_ scalar: UInt32, _ table: UnsafeBufferPointer<UInt16>, from index: Int) {
        guard scalar < 0x10000 else { return emit(scalar, from: index) }
        let folded = table[Int(scalar)]
        if scalar == 0x3099 || scalar == 0x309A || scalar == 0xFF9E || scalar == 0xFF9F {
            return voice(by: scalar == 0x309A || scalar == 0xFF9F ? 2 : 1)
        }
        switch folded {
        case 0x20: appendSpace(from: index)
        case FoldTable.dropped: break
        case FoldTable.firstExpansion..<0xF900:
            for byte in FoldTable.expansions[Int(folded - FoldTable.firstExpansion)] { append(byte, from: index) }
        default:
            if !joinHangul(UInt32(folded)) { emit(UInt32(folded), from: index) }
        }
    }

    private mutating func emit(_ scalar: UInt32, from index: Int) {
        if last == 0x20, Folder.isSpaceless(scalar) {
            bytes.removeLast()
            origins.removeLast()
        }
        let start = bytes.count
        if scalar < 0x80 {
            bytes.append(UInt8(scalar))
        } else {
            if scalar < 0x800 {
                bytes.append(UInt8(0xC0 | scalar >> 6))
            } else {
                if scalar < 0x10000 {
                    bytes.append(UInt8(0xE0 | scalar >> 12))
                } else {
                    bytes.append(UInt8(0xF0 | scalar >> 18))
                    bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
                }
                bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            }
            bytes.append(UInt8(0x80 | scalar & 0x3F))
        }
        while origins.count < bytes.count { origins.append(Int32(truncatingIfNeeded: index)) }
        last = scalar
        lastStart = start
    }

    /// Han and kana: scripts whose lines may break, and in which Latin words may be set off, anywhere.
    private static func isSpaceless(_ scalar: UInt32) -> Bool {
        (0x3001...0x30FF).contains(scalar) || (0x3400...0x9FFF).contains(scalar) || scalar >= 0x20000
    }

    /// A kana's voiced mark: the kana that carries it is one or two further on in Unicode.
    private mutating func voice(by step: UInt32) {
        let base = last >= 0x30A0 ? last - 0x60 : last
        let takesOne = (0x304B...0x3062).contains(base) && base % 2 == 1 || [0x3064, 0x3066, 0x3068].contains(base)
        let takesTwo = (0x306F...0x307B).contains(base) && base % 3 == 0
        guard takesTwo || (takesOne && step == 1) else { return }
        replaceLast(by: last + step)
    }

    /// Hangul letters that stand alone, as some systems write them, become syllables.
    private mutating func joinHangul(_ scalar: UInt32) -> Bool {
        if (0x1161...0x1175).contains(scalar), (0x1100...0x1112).contains(last) {
            replaceLast(by: 0xAC00 + ((last - 0x1100) * 21 + scalar - 0x1161) * 28)
            return true
        }
        if (0x11A8...0x11C2).contains(scalar), (0xAC00...0xD7A3).contains(last), (last - 0xAC00) % 28 == 0 {
            replaceLast(by: last + scalar - 0x11A7)
            return true
        }
        return false
    }

    private mutating func replaceLast(by scalar: UInt32) {
        let origin = Int(origins[lastStart])
        bytes.removeSubrange(lastStart...)
        origins.removeSubrange(lastStart...)
        emit(scalar, from: origin)
    }

    /// The character at an index and its length; nil where the bytes are no character.
    private static func decode(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt32?, Int) {
        let lead = source[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
        guard length > 1, index + length <= source.count else { return (nil, 1) }
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = source[index + offset]
            guard byte & 0xC0 == 0x80 else { return (nil, 1) }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return (scalar, length)
    }
}
