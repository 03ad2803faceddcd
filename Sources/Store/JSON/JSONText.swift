/// JSON as it is stored: keys in order of their bytes, nothing between the tokens.
///
/// Written by hand because thousands of small lists are written for each run, and because the audit log hashes what
/// stands there.
struct JSONText {
    private(set) var bytes: [UInt8]

    /// A text that is empty, with room for some bytes.
    init(capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// The text.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends a token that needs no escape, such as a bracket or a number.
    mutating func token(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends a number.
    mutating func number(_ value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var (rest, start) = (value.magnitude, bytes.count)
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Appends what another text holds.
    mutating func append(_ other: JSONText) { bytes.append(contentsOf: other.bytes) }

    /// Appends a word that needs no escape.
    mutating func ascii(_ word: String) { bytes.append(contentsOf: word.utf8) }

    /// Appends a string in quotes.
    mutating func quoted(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { text in
            var start = 0
            for (index, byte) in text.enumerated()
            where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: text[start..<index])
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): token("\\\"")
        case UInt8(ascii: "\\"): token("\\\\")
        case 0x0A: token("\\n")
        case 0x0D: token("\\r")
        case 0x09: token("\\t")
        default:
            token("\\u00")
            bytes.append(JSONText.hex[Int(byte >> 4)])
            bytes.append(JSONText.hex[Int(byte & 15)])
        }
    }

    /// Appends a list.
    mutating func list<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONText, Element) -> Void) {
        token("[")
        var isFirst = true
        for element in elements {
            if !isFirst { token(",") }
            isFirst = false
            write(&self, element)
        }
        token("]")
    }

    private static let hex = Array("0123456789abcdef".utf8)
}

extension JSONText {
    /// A list of strings.
    static func of(_ strings: [String]) -> String {
        if strings.isEmpty { return "[]" }
        var text = JSONText()
        text.list(strings) { $0.quoted($1) }
        return text.string
    }
}

/// The particulars of an audit entry, and what a person gave as reasons.
indirect enum JSONValue {
    case null
    case bool(Bool)
    case number(Int64)
    case string(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// The string, or null.
    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// The value as text.
    var text: String {
        var text = JSONText()
        write(to: &text)
        return text.string
    }

    private func write(to text: inout JSONText) {
        switch self {
        case .null: text.token("null")
        case .bool(let value): value ? text.token("true") : text.token("false")
        case .number(let value): text.number(value)
        case .string(let value): text.quoted(value)
        case .list(let values): text.list(values) { $1.write(to: &$0) }
        case .object(let fields): JSONValue.write(fields, to: &text)
        }
    }

    private static func write(_ fields: [String: JSONValue], to text: inout JSONText) {
        text.token("{")
        var isFirst = true
        for (key, value) in fields.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            if !isFirst { text.token(",") }
            isFirst = false
            text.quoted(key)
            text.token(":")
            value.write(to: &text)
        }
        text.token("}")
    }
}
