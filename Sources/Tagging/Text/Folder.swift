/// Folds one field after the other onto the end of its bytes.
struct Folder {
    private(set) var bytes: [UInt8] = []
    /// Where the distance between a folded byte and the byte that it came from changes.
    private(set) var shifts: [NormalText.Shift] = []
    /// Whether all that was folded of the field is ASCII.
    private(set) var isASCII = true
    private var distance = Int.max
    /// The character emitted last, and where its bytes begin: what a voiced mark or a Hangul letter may join.
    private var last: UInt32 = 0x0A
    private var lastStart = 0

    /// Begins with the line feed before the first field.
    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
        bytes.append(0x0A)
    }

    /// Folds a text alone, and forgets what was folded before.
    ///
    /// - Returns: The folded bytes, without the line feed before.
    mutating func folded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.removeAll(keepingCapacity: true)
        shifts.removeAll(keepingCapacity: true)
        endField()
        fold(text)
        return bytes.dropFirst()
    }

    /// Ends a field, so that the next one begins anew.
    mutating func endField() {
        bytes.append(0x0A)
        (isASCII, distance, last, lastStart) = (true, .max, 0x0A, 0)
    }

    /// Folds the UTF-8 bytes of a field; bytes that are no UTF-8 are dropped.
    mutating func fold(_ original: ArraySlice<UInt8>) {
        original.withUnsafeBufferPointer { source in
            FoldTable.table.withUnsafeBufferPointer { table in fold(source, table) }
        }
        if bytes.last == 0x20 {
            bytes.removeLast()
        }
    }

    private mutating func fold(_ source: UnsafeBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt16>) {
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte > 0x20, byte < 0x60 || byte > 0x60, byte < 0x7F {
                index = foldRun(source, from: index)
            } else if byte < 0x80 {
                if byte == 0x60 { append(0x27, from: index) } else { appendSpace(from: index) }
                index += 1
            } else {
                isASCII = false
                let (scalar, length) = Folder.decode(source, index)
                if let scalar { append(scalar, table, from: index) }
                index += length
            }
        }
    }

    /// Folds plain ASCII, with single spaces in it, up to the first byte that needs more thought.
    private mutating func foldRun(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        note(start)
        var index = Folder.plainEnd(source, from: start)
        // The eight bytes that stopped the run may begin with a second space.
        var previous: UInt8 = index > start ? source[index - 1] : 0
        while index < source.count {
            let byte = source[index]
            guard byte >= 0x20, byte < 0x7F, byte != 0x60, byte != 0x20 || previous != 0x20 else { break }
            previous = byte
            index += 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
        let from = bytes.count - (index - start)
        bytes.withUnsafeMutableBufferPointer { folded in
            for place in from..<folded.count {
                let byte = folded[place]
                folded[place] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
            }
        }
        lastStart = bytes.count - 1
        last = UInt32(bytes[lastStart])
        return index
    }

    /// The end of as many whole blocks of eight bytes as are plain, with no two spaces side by side.
    ///
    /// Bytes are looked at eight at a time. What a subtraction borrows may make a block suspect that is plain, never the
    /// other way round.
    private static func plainEnd(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let bytes = UnsafeRawBufferPointer(source)
        var index = start
        var endsInSpace: UInt64 = 0
        while index + 8 <= bytes.count {
            let block = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let (space, quote, delete) = (block ^ ones &* 0x20, block ^ ones &* 0x60, block ^ ones &* 0x7F)
            let controls = block &- ones &* 0x20
            let spaces = ~((space & ~highs) &+ ones &* 0x7F | space) & highs
            let signs = (quote &- ones) & ~quote | (delete &- ones) & ~delete
            if (block | controls | signs) & highs != 0 || spaces & (spaces << 8 | endsInSpace) != 0 { break }
            endsInSpace = spaces >> 56
            index &+= 8
        }
        return index
    }

    /// Keeps where the next byte came from, unless it is as far from there as the one before.
    @inline(__always)
    private mutating func note(_ index: Int) {
        guard bytes.count - index != distance else { return }
        distance = bytes.count - index
        shifts.append(
            NormalText.Shift(here: Int32(truncatingIfNeeded: bytes.count), origin: Int32(truncatingIfNeeded: index)))
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8, from index: Int) {
        note(index)
        last = UInt32(byte)
        lastStart = bytes.count
        bytes.append(byte)
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
        }
        note(index)
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
        bytes.removeSubrange(lastStart...)
        while let shift = shifts.last, Int(shift.here) > lastStart { shifts.removeLast() }
        let origin = shifts.last.map { Int($0.origin) + lastStart - Int($0.here) } ?? lastStart
        distance = lastStart - origin
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
