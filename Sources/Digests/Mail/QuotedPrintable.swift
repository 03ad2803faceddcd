/// Quoted-printable as in RFC 2045, 6.7, for text: a line break becomes CR LF, lines have 76 columns at most.
enum QuotedPrintable {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// The text, ended by CR LF.
    static func encoded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            encode(line.last == 0x0D ? line.dropLast() : line, into: &result)
            result += [0x0D, 0x0A]
        }
        return result
    }

    private static func encode(_ line: ArraySlice<UInt8>, into result: inout [UInt8]) {
        var column = 0
        for (index, byte) in zip(line.indices, line) {
            let isLast = index == line.endIndex - 1
            let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D || byte == 0x20 && !isLast
            // A lone dot, or "From ", at the start of a line is changed by some servers.
            let isFragile = column == 0 && (byte == 0x2E || byte == 0x46)
            let width = isPlain && !isFragile ? 1 : 3
            if column + width > (isLast ? 76 : 75) {
                result += [0x3D, 0x0D, 0x0A]
                column = 0
            }
            if width == 1 {
                result.append(byte)
            } else {
                result += [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
            column += width
        }
    }
}
