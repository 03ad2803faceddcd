/// A dotted path: keys, numbers for places in a list, `*` for all of them, also of the members of an object.
struct JSONPath {
    /// The path as the definition has it.
    let text: String
    private let steps: [String]
    private static let (mostSteps, mostValues) = (32, 10_000)

    /// A path by its name in the definition.
    init(_ name: String, _ path: String) throws(PageProblem) {
        text = path
        steps = path.split(separator: ".").map(String.init)
        guard steps.count <= Self.mostSteps else { throw .badSelector(name: name, expression: path) }
    }

    /// What the path leads to; nil where a step of it other than `*` leads nowhere.
    func values(in root: JSONValue) -> [JSONValue]? {
        var values = [root]
        for step in steps {
            values = Array(values.lazy.flatMap { Self.take(step, from: $0) }.prefix(Self.mostValues))
            // Everything of nothing is nothing, and no other layout.
            if values.isEmpty { return step == "*" ? [] : nil }
        }
        return values
    }

    /// The texts that the path leads to; the elements of a list each for itself.
    func texts(in root: JSONValue) -> [String] {
        (values(in: root) ?? []).flatMap { $0.elements ?? [$0] }.compactMap(\.text)
    }

    /// A key of an object, a place in a list, or that key of each element of a list; all members of either, those of an
    /// object by their keys.
    private static func take(_ step: String, from value: JSONValue) -> [JSONValue] {
        if step == "*", case .object(let members) = value, members["*"] == nil {
            return members.sorted { $0.key < $1.key }.map(\.value)
        }
        guard let elements = value.elements else { return value[step].map { [$0] } ?? [] }
        if step == "*" { return elements }
        if let place = Int(step) { return elements.indices.contains(place) ? [elements[place]] : [] }
        return elements.compactMap { $0[step] }
    }
}
