/// A value of a JSON document.
package indirect enum JSONValue: Equatable {
    case null
    case bool(Bool)
    /// A number as written, as an id may have more digits than a double holds.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Members by their keys; of a key that is there twice the last counts.
    case object([String: JSONValue])

    /// The member of an object; nil for any other value.
    package subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The elements of an array; nil for any other value.
    var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The elements of an array, or a value that stands alone where a list of such is expected; nil for null.
    var listed: [JSONValue]? { elements ?? (self == .null ? nil : [self]) }

    /// The elements of an array, or of an object whose keys are their numbers, as PHP writes an array with holes.
    var members: [JSONValue]? {
        guard case .object(let members) = self else { return elements }
        let numbered = members.compactMap { key, value in Int(key).map { (number: $0, value: value) } }
        guard numbered.count == members.count else { return nil }
        return numbered.sorted { $0.number < $1.number }.map(\.value)
    }

    /// A string, or a number or truth as it is written; nil for any other value.
    var text: String? {
        switch self {
        case .string(let text): text
        // `1.778578215E12`: what Java writes for large ones.
        case .number(let text):
            text.utf8.contains { $0 | 0x20 == 0x65 }
                ? Double(text).flatMap { Int64(exactly: $0) }.map(String.init) ?? text : text
        case .bool(let truth): truth ? "true" : "false"
        case .null, .array, .object: nil
        }
    }

    /// A string; nil for any other value.
    package var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
}
