import Model
import Register
import Yams

/// The keys of a YAML mapping, each of which is asked for by name; a key that nobody asked for is a mistake.
struct YAMLMap {
    private let value: YAMLValue
    private let entries: [String: YAMLValue]
    private let keys: [(name: String, place: YAMLValue)]
    private var asked: Set<String> = []

    /// The keys of a mapping.
    init(_ value: YAMLValue) throws {
        guard case .mapping(let mapping) = value.node else {
            throw value.problem("must have keys", remedy: "write `key: value` lines, indented alike")
        }
        self.value = value
        var entries: [String: YAMLValue] = [:]
        var keys: [(String, YAMLValue)] = []
        for (key, element) in mapping {
            guard let name = key.scalar?.string else { throw value.problem("a key must be a text") }
            let path = value.path.isEmpty ? name : "\(value.path).\(name)"
            entries[name] = YAMLValue(node: element, file: value.file, path: path)
            keys.append((name, YAMLValue(node: key, file: value.file, path: value.path)))
        }
        self.entries = entries
        self.keys = keys
    }

    /// Reads a key if it is there and not null, with the reader given.
    mutating func optional<Result>(_ key: String, _ read: (YAMLValue) throws -> Result) throws -> Result? {
        asked.insert(key)
        guard let entry = entries[key], !entry.isNull else { return nil }
        return try read(entry)
    }

    /// Reads a key that must be there.
    mutating func required<Result>(_ key: String, _ read: (YAMLValue) throws -> Result) throws -> Result {
        guard let result = try optional(key, read) else {
            throw value.problem("the key '\(key)' is missing", remedy: "add `\(key): …`")
        }
        return result
    }

    /// Reads a list; empty where the key is not there.
    mutating func list<Element>(_ key: String, _ read: (YAMLValue) throws -> Element) throws -> [Element] {
        try optional(key) { try $0.list().map(read) } ?? []
    }

    /// All pairs of a mapping whose keys are free.
    mutating func pairs() -> [(String, YAMLValue)] {
        asked.formUnion(entries.keys)
        return keys.compactMap { key in entries[key.name].map { (key.name, $0) } }
    }

    /// Refuses a key that nobody asked for.
    func finish() throws {
        for (name, place) in keys where !asked.contains(name) {
            let guess =
                RegisterValidation.nearest(to: name, among: asked.sorted()).map { "did you mean '\($0)'? " } ?? ""
            throw place.problem(
                "the key '\(name)' is not known here",
                remedy: "\(guess)Known keys: \(asked.sorted().joined(separator: ", "))")
        }
    }
}

extension YAMLValue {
    /// Whether the file leaves the value out: nothing, `~` or `null`.
    var isNull: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }

    /// Reads a mapping and refuses keys that the reader did not ask for.
    func map<Result>(_ read: (inout YAMLMap) throws -> Result) throws -> Result {
        var map = try YAMLMap(self)
        let result = try read(&map)
        try map.finish()
        return result
    }
}
