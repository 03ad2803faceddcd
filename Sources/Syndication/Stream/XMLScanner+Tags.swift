extension XMLScanner {
    /// Takes the start tag at `index`, or an element without content.
    mutating func startTag(_ reader: inout FeedReader) -> Bool {
        index += 1
        guard open.count < Self.deepest, let name = name(), !names[name].isReserved, let count = attributes() else {
            return false
        }
        let place = Place.offset(index)
        let isEmpty = bytes[index] == 0x2F
        index += isEmpty ? 2 : 1
        open.append(name)
        let attributes = XMLAttributes(table.baseAddress, count: Int32(count))
        reader.start(names.resolved(name), attributes, at: place)
        if isEmpty { close(&reader) }
        return true
    }

    /// Takes the end tag at `index`, which must be that of the element opened last.
    mutating func endTag(_ reader: inout FeedReader) -> Bool {
        guard let number = open.last, let base = bytes.baseAddress else { return false }
        let entry = names[number]
        let end = index + 2 + entry.count
        guard end < bytes.count,
            XMLNameTable.isSame(
                entry.written, entry.count, UnsafeBufferPointer(start: base + index + 2, count: entry.count))
        else { return false }
        index = end
        skipSpace()
        guard index < bytes.count, bytes[index] == 0x3E else { return false }
        index += 1
        close(&reader)
        return true
    }

    private mutating func close(_ reader: inout FeedReader) {
        reader.end()
        names.leave(depth: open.count)
        open.removeLast()
    }

    private mutating func name() -> Int? {
        let start = index
        skipName()
        return names.number(of: UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }

    /// Puts the attributes into the table, up to the tag's end; nil where something is wrong.
    private mutating func attributes() -> Int? {
        var count = 0
        var used = 0
        while true {
            let before = index
            skipSpace()
            guard index < bytes.count else { return nil }
            if bytes[index] == 0x3E { return count }
            if bytes[index] == 0x2F { return index + 1 < bytes.count && bytes[index + 1] == 0x3E ? count : nil }
            guard index > before, let name = name(), let value = value(&used) else { return nil }
            if names[name].declares {
                guard names.declare(name, value, depth: open.count + 1) else { return nil }
            } else {
                guard count < Self.mostAttributes, add(name, value, at: count) else { return nil }
                count += 1
            }
        }
    }

    private func add(_ name: Int, _ value: UnsafeBufferPointer<UInt8>, at count: Int) -> Bool {
        let entry = names[name]
        for index in 0..<count where isAlike(entry, table[5 * index], table[5 * index + 1]) { return false }
        table[5 * count] = entry.local
        table[5 * count + 1] = entry.prefix
        table[5 * count + 2] = nil
        table[5 * count + 3] = value.baseAddress
        table[5 * count + 4] = value.baseAddress.map { $0 + value.count }
        return true
    }

    /// Whether two attributes are or may be the same: of one name, or of one name and two prefixes.
    private func isAlike(
        _ entry: XMLNameTable.Entry, _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?
    ) -> Bool {
        guard let local, (entry.prefix == nil) == (prefix == nil) else { return false }
        var at = 0
        while entry.local[at] == local[at] {
            if local[at] == 0 { return true }
            at += 1
        }
        return false
    }

    /// The value of the attribute whose name ends at `index`, with its spaces and references resolved.
    private mutating func value(_ used: inout Int) -> UnsafeBufferPointer<UInt8>? {
        skipSpace()
        guard index < bytes.count, bytes[index] == 0x3D else { return nil }
        index += 1
        skipSpace()
        guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 else { return nil }
        let start = index + 1
        let end = ByteScan(bytes).index(of: bytes[index], from: start)
        guard end < bytes.count, end - start <= Self.mostValues else { return nil }
        index = end + 1
        let raw = UnsafeBufferPointer(rebasing: bytes[start..<end])
        var isPlain = true
        for byte in raw where byte < 0x20 || byte == 0x26 || byte == 0x3C {
            guard byte != 0x3C else { return nil }
            isPlain = false
        }
        return isPlain ? raw : resolved(from: start, to: end, &used)
    }

    /// As libxml2 hands values over: an ampersand stays a reference.
    private mutating func resolved(from start: Int, to end: Int, _ used: inout Int) -> UnsafeBufferPointer<UInt8>? {
        guard used + end - start <= Self.mostValues else { return nil }
        let first = used
        index = start
        while index < end {
            let byte = bytes[index]
            if byte == 0x26 {
                guard let scalar = reference(), index <= end else { return nil }
                if scalar == 0x26 {
                    for byte in "&#38;".utf8 { scratch[used] = byte; used += 1 }
                } else {
                    used += Self.write(scalar, to: scratch, at: used)
                }
                continue
            }
            // A line end of two characters is one space.
            let isSpace = byte < 0x20
            index += byte == 0x0D && bytes[index + 1] == 0x0A ? 2 : 1
            scratch[used] = isSpace ? 0x20 : byte
            used += 1
        }
        index = end + 1
        return UnsafeBufferPointer(rebasing: UnsafeBufferPointer(scratch)[first..<used])
    }

    mutating func skipSpace() {
        while index < bytes.count,
            bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x0D || bytes[index] == 0x09
        {
            index += 1
        }
    }

    mutating func skipName() {
        while index < bytes.count, bytes[index] < 0x80, ByteScan.isNamePart(bytes[index]) { index += 1 }
    }
}

extension XMLScanner {
    /// The character that the reference at `index` means, which moves behind it; nil where it is none of XML's own.
    mutating func reference() -> UInt32? {
        let start = index + 1
        let end = min(bytes.count, start + 10)
        guard let semicolon = bytes[start..<end].firstIndex(of: 0x3B) else { return nil }
        let name = UnsafeBufferPointer(rebasing: bytes[start..<semicolon])
        index = semicolon + 1
        if name.first == 0x23 { return Self.number(name.dropFirst()) }
        switch name.count {
        case 2 where name[1] == 0x74: return name[0] == 0x6C ? 0x3C : name[0] == 0x67 ? 0x3E : nil
        case 3 where name.elementsEqual("amp".utf8): return 0x26
        case 4 where name.elementsEqual("quot".utf8): return 0x22
        case 4 where name.elementsEqual("apos".utf8): return 0x27
        default: return nil
        }
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        let isHexadecimal = digits.first == 0x78
        let digits = isHexadecimal ? digits.dropFirst() : digits
        guard !digits.isEmpty else { return nil }
        var value: UInt32 = 0
        for digit in digits {
            switch digit {
            case 0x30...0x39: value = value * (isHexadecimal ? 16 : 10) + UInt32(digit - 0x30)
            case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal:
                value = value * 16 + UInt32((digit | 0x20) - 0x61 + 10)
            default: return nil
            }
            guard value < 0x110000 else { return nil }
        }
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: return value
        default: return nil
        }
    }

    /// Writes a scalar as UTF-8.
    ///
    /// - Returns: The bytes that it takes.
    static func write(_ scalar: UInt32, to target: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
        guard scalar >= 0x80 else {
            target[index] = UInt8(scalar)
            return 1
        }
        let encoded = UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
        for (offset, byte) in encoded.enumerated() { target[index + offset] = byte }
        return encoded.count
    }
}
