/// What a document says of its encoding, in the places where it can say it.
struct EncodingClues {
    /// From the byte order mark, or from the width of the first characters.
    var width: String?
    /// The bytes of the byte order mark.
    var markLength = 0
    /// HTTP's `charset`.
    var transport: String?
    /// The XML declaration's `encoding`.
    var declared: String?

    init(_ bytes: UnsafeBufferPointer<UInt8>, contentType: String?) {
        (width, markLength) = Self.mark(bytes) ?? (Self.sniffedWidth(bytes), 0)
        transport = contentType.flatMap(Self.charset)
        declared = Self.declaration(in: bytes)
    }

    /// The code page that stands for all of EBCDIC until the declaration was read.
    static let ebcdic = "IBM037"

    private static func mark(_ bytes: UnsafeBufferPointer<UInt8>) -> (String, Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
        if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
        if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return ("UTF-32LE", 4) }
        if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        return nil
    }

    /// The first characters of markup or JSON in encodings that are no superset of ASCII (XML 1.0, appendix F).
    private static func sniffedWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard bytes.count >= 4 else { return nil }
        let head = (bytes[0], bytes[1], bytes[2], bytes[3])
        let isOpening = { (byte: UInt8) in byte == 0x3C || byte == 0x7B || byte == 0x20 || byte == 0x0A || byte == 0x0D
        }
        switch head {
        case (0, 0, 0, let last) where isOpening(last): return "UTF-32BE"
        case (let first, 0, 0, 0) where isOpening(first): return "UTF-32LE"
        case (0, let second, 0, 1...) where isOpening(second): return "UTF-16BE"
        case (let first, 0, 1..., 0) where isOpening(first): return "UTF-16LE"
        case (0x4C, 0x6F, 0xA7, 0x94): return ebcdic
        default: return nil
        }
    }

    /// The `charset` of a content type.
    static func charset(of contentType: String) -> String? {
        for part in contentType.split(separator: ";").dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1).map { trimmed($0) }
            guard halves.count == 2, halves[0].lowercased() == "charset" else { continue }
            let value = halves[1].filter { $0 != "\"" && $0 != "'" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    /// The `encoding` of an XML declaration near the document's beginning, or the `charset` of an HTML page's `meta`.
    static func declaration(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
        // Zeros are dropped, so that the declaration can be read at any width.
        let head = bytes.prefix(1024).filter { $0 != 0 }
        return head.withUnsafeBufferPointer { head in
            let scan = ByteScan(head)
            if let start = scan.end(ofAnyCase: "<?xml", from: 0),
                let value = value(of: "encoding", in: head, from: start, to: scan.index(of: 0x3E, from: start))
            {
                return value
            }
            if let start = scan.end(ofAnyCase: "<meta", from: 0),
                let value = value(of: "charset", in: head, from: start, to: head.count)
            {
                return value
            }
            let isPage = (["<html", "<head"] as [StaticString]).contains { scan.end(ofAnyCase: $0, from: 0) != nil }
            return isPage ? late(in: UnsafeBufferPointer(rebasing: bytes.prefix(16_384))) : nil
        }
    }

    /// The `charset` of a `meta` that stands behind scripts and styles, later than HTML allows.
    private static func late(in head: UnsafeBufferPointer<UInt8>) -> String? {
        let scan = ByteScan(head)
        var from = 0
        while let start = scan.end(ofAnyCase: "<meta", from: from) {
            from = scan.index(of: 0x3E, from: start)
            if let value = value(of: "charset", in: head, from: start, to: from) { return value }
        }
        return nil
    }

    private static func value(
        of key: StaticString, in head: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> String? {
        let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A }
        guard let found = ByteScan(head).end(ofAnyCase: key, from: start), found <= end else { return nil }
        let rest = head[found..<end].drop(while: isSpace)
        guard rest.first == 0x3D else { return nil }
        let value = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
            .prefix { $0 < 0x80 && ByteScan.isNamePart($0) }
        return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
}
