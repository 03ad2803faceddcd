/// The two forms that nearly every feed uses, read by position and without allocation; nil sends all else on.
enum FastDate {
    /// Years that are of no calendar but ours.
    private static let years = 1600...2400

    /// `2024-03-05T14:30:00Z`, with a space for the `T`, a fraction, and a numeric zone with or without colon.
    static func rfc3339(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilTime? {
        guard bytes.count >= 20, bytes.count <= 40, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[13] == 0x3A,
            bytes[16] == 0x3A, bytes[10] == 0x54 || bytes[10] == 0x20, let year = number(bytes, 0, 4),
            years.contains(year),
            let month = number(bytes, 5, 2), let day = number(bytes, 8, 2), let hour = number(bytes, 11, 2),
            let minute = number(bytes, 14, 2), let second = number(bytes, 17, 2)
        else { return nil }
        var index = 19
        if bytes[index] == 0x2E {
            index += 1
            while index < bytes.count, isDigit(bytes[index]) { index += 1 }
        }
        guard let offset = zone(bytes, index) else { return nil }
        return CivilTime(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: offset)
    }

    /// `Tue, 05 Mar 2024 14:30:00 GMT`, with one digit for the day, and a numeric zone.
    static func rfc822(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilTime? {
        guard bytes.count >= 27, bytes.count <= 34, bytes[3] == 0x2C, bytes[4] == 0x20 else { return nil }
        var index = 5
        if bytes[5] == 0x20 { index = 6 }
        let width = isDigit(bytes[index + 1]) ? 2 : 1
        guard let day = number(bytes, index, width) else { return nil }
        index += width
        guard index + 21 < bytes.count, bytes[index] == 0x20, bytes[index + 4] == 0x20, bytes[index + 9] == 0x20,
            bytes[index + 12] == 0x3A, bytes[index + 15] == 0x3A, bytes[index + 18] == 0x20,
            let month = month(bytes, index + 1), let year = number(bytes, index + 5, 4), years.contains(year),
            let hour = number(bytes, index + 10, 2), let minute = number(bytes, index + 13, 2),
            let second = number(bytes, index + 16, 2), let offset = zone(bytes, index + 19)
        else { return nil }
        return CivilTime(
            year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: offset)
    }

    /// The zone that fills the rest: `Z`, `GMT`, `UTC`, `+0800` or `+08:00`.
    private static func zone(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        let left = bytes.count - index
        guard left > 0 else { return nil }
        switch bytes[index] {
        case 0x5A: return left == 1 ? 0 : nil
        case 0x47: return left == 3 && bytes[index + 1] == 0x4D && bytes[index + 2] == 0x54 ? 0 : nil
        case 0x55: return left == 3 && bytes[index + 1] == 0x54 && bytes[index + 2] == 0x43 ? 0 : nil
        case 0x2B, 0x2D:
            let colon = left == 6 && bytes[index + 3] == 0x3A
            guard colon || left == 5, let hours = number(bytes, index + 1, 2),
                let minutes = number(bytes, index + (colon ? 4 : 3), 2), minutes < 60
            else { return nil }
            return (hours * 3600 + minutes * 60) * (bytes[index] == 0x2D ? -1 : 1)
        default: return nil
        }
    }

    private static func month(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
        let letters = UInt32(bytes[index] | 0x20) << 16 | UInt32(bytes[index + 1] | 0x20) << 8
        switch letters | UInt32(bytes[index + 2] | 0x20) {
        case 0x6A616E: return 1
        case 0x666562: return 2
        case 0x6D6172: return 3
        case 0x617072: return 4
        case 0x6D6179: return 5
        case 0x6A756E: return 6
        case 0x6A756C: return 7
        case 0x617567: return 8
        case 0x736570: return 9
        case 0x6F6374: return 10
        case 0x6E6F76: return 11
        case 0x646563: return 12
        default: return nil
        }
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ count: Int) -> Int? {
        var value = 0
        for offset in index..<index + count {
            guard isDigit(bytes[offset]) else { return nil }
            value = value * 10 + Int(bytes[offset] &- 0x30)
        }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
