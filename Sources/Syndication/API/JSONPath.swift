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

    /// What the path leads to; nil where a step of it other than `*` leads nowhere. A key may hold dots itself, as
    /// `@odata.nextLink` does: the longest that there is counts.
    func values(in root: JSONValue) -> [JSONValue]? {
        var values = [(value: root, next: 0)]
        for (place, step) in steps.enumerated() {
            values = Array(
                values.lazy.flatMap { $0.next > place ? [$0] : take(from: $0.value, at: place) }.prefix(Self.mostValues)
            )
            // Everything of nothing is nothing, and no other layout.
            if values.isEmpty { return step == "*" ? [] : nil }
        }
        return values.map(\.value)
    }

    /// The texts that the path leads to; the elements of a list each for itself.
    func texts(in root: JSONValue) -> [String] {
        (values(in: root) ?? []).flatMap { $0.elements ?? [$0] }.compactMap(\.text)
    }

    /// A key of an object, a place in a list, or that key of each element of a list; all members of either, those of an
    /// object by their keys. Each with the step that comes next.
    private func take(from value: JSONValue, at place: Int) -> [(value: JSONValue, next: Int)] {
        let step = steps[place]
        if step == "*", case .object(let members) = value, members["*"] == nil {
            return members.sorted { $0.key < $1.key }.map { ($0.value, place + 1) }
        }
        guard let elements = value.elements else { return member(of: value, at: place).map { [$0] } ?? [] }
        if step == "*" { return elements.map { ($0, place + 1) } }
        if let index = Int(step) { return elements.indices.contains(index) ? [(elements[index], place + 1)] : [] }
        return elements.compactMap { member(of: $0, at: place) }
    }

    private func member(of value: JSONValue, at place: Int) -> (value: JSONValue, next: Int)? {
        guard case .object(let members) = value else { return nil }
        for end in (place + 1...steps.count).reversed() {
            let key = end == place + 1 ? steps[place] : steps[place..<end].joined(separator: ".")
            if let member = members[key] { return (member, end) }
        }
        return nil
    }
}
