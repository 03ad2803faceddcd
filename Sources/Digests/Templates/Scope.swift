import Mustache

/// A value that is escaped already. No template can show it otherwise, whatever braces it uses.
struct Leaf: MustacheCustomRenderable, MustacheParent {
    let renderText: String
    var isNull: Bool { renderText.isEmpty }
    func child(named: String) -> Any? { nil }
}

/// Names that a template may use, each with a leaf, a list, a flag or a further scope.
struct Scope: MustacheParent {
    var values: [String: Any]
    /// Only the outermost scope has one: what arrives here was found in no scope.
    var fallback: ((String) -> Any?)?

    init(_ values: [String: Any], fallback: ((String) -> Any?)? = nil) {
        self.values = values
        self.fallback = fallback
    }

    func child(named name: String) -> Any? { values[name] ?? fallback?(name) }
}

/// Takes note of names that a template uses and nobody knows.
final class MissingNames {
    private(set) var names: Set<String> = []
    func note(_ name: String) { names.insert(name) }
}
