/// The seven-bit encoding of GB 2312 (RFC 1843), which iconv does not know.
enum HZ {
    static let name = "HZ"

    /// The same text in eight bits: what stands between `~{` and `~}` gets its high bits back.
    static func eightBit(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var isChinese = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x7E, index + 1 < bytes.count else {
                output.append(isChinese && byte > 0x20 ? byte | 0x80 : byte)
                index += 1
                continue
            }
            switch bytes[index + 1] {
            case 0x7B: isChinese = true
            case 0x7D: isChinese = false
            case 0x7E where !isChinese: output.append(0x7E)
            case 0x0A: break
            default:
                output.append(
                    contentsOf: isChinese
                        ? [byte | 0x80, bytes[index + 1] | 0x80] : bytes[index...index + 1].map(\.self))
            }
            index += 2
        }
        return output
    }
}
