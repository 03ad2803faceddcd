import Model

/// One part of a message: header fields and an encoded body.
struct MailPart {
    let bytes: [UInt8]

    /// Text, in whichever encoding is shorter.
    init(text: String, type: String, language: String? = nil, fileName: String? = nil) {
        let foreign = text.utf8.count { $0 > 0x7E }
        let isBase64 = foreign * 4 > text.utf8.count
        var header = "Content-Type: \(type)\r\n"
        header += "Content-Transfer-Encoding: \(isBase64 ? "base64" : "quoted-printable")\r\n"
        if let language { header += "Content-Language: \(language)\r\n" }
        if let fileName { header += "Content-Disposition: attachment; filename=\"\(fileName)\"\r\n" }
        let body = isBase64 ? Base64.lines(MailPart.withCRLF(text)) : QuotedPrintable.encoded(text)
        bytes = Array(header.utf8) + [0x0D, 0x0A] + body
    }

    /// Several parts: `alternative` or `mixed`.
    init(_ kind: String, boundary seed: String, _ parts: [MailPart]) {
        // `=_` stands in no body that is encoded as quoted-printable or base64.
        let boundary = "=_\(SHA256.hexadecimal(of: Array("\(kind) \(seed)".utf8)).prefix(32))"
        var result = Array("Content-Type: multipart/\(kind);\r\n boundary=\"\(boundary)\"\r\n\r\n".utf8)
        for part in parts { result += Array("--\(boundary)\r\n".utf8) + part.bytes }
        bytes = result + Array("--\(boundary)--\r\n".utf8)
    }

    private static func withCRLF(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == 0x0A && last != 0x0D { result.append(0x0D) }
            result.append(byte)
            last = byte
        }
        return result
    }
}
