import Model
import Register
import Yams

/// The keys of a YAML mapping, each of which is asked for by name; a key that nobody asked for is a mistake.
struct YAMLMap {
    private let value: YAMLValue
    /// The keys and what they hold, in the order of the file. They are few, so that they are looked through.
    private let names: [String]
    private let values: [YAMLValue]
    private var wasAsked: [Bool]
    private var asked: [String] = []

    /// The keys of a mapping.
    init(_ value: YAMLValue) throws {
        guard case .mapping(let mapping) = value.node else {
            throw value.problem("must have keys", remedy: "write `key: value` lines, indented alike")
        }
        self.value = value
        let path = value.path
        var names: [String] = []
        var values: [YAMLValue] = []
        names.reserveCapacity(mapping.count)
        values.reserveCapacity(mapping.count)
        for (key, element) in mapping {
            guard case .scalar(let scalar) = key else { throw value.problem("a key must be a text") }
            names.append(scalar.string)
            values.append(YAMLValue(node: element, file: value.file, parent: path, step: .key(scalar.string)))
        }
        (self.names, self.values) = (names, values)
        wasAsked = names.map { _ in false }
    }

    /// Reads a key if it is there and not null, with the reader given.
    mutating func optional<Result>(_ key: String, _ read: (YAMLValue) throws -> Result) throws -> Result? {
        asked.append(key)
        guard let index = names.firstIndex(of: key) else { return nil }
        wasAsked[index] = true
        return values[index].isNull ? nil : try read(values[index])
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
        wasAsked = names.map { _ in true }
        return Array(zip(names, values))
    }

    /// Refuses a key that nobody asked for.
    func finish() throws {
        guard let index = wasAsked.firstIndex(of: false) else { return }
        let known = Set(asked).sorted()
        let guess = RegisterValidation.nearest(to: names[index], among: known).map { "did you mean '\($0)'? " } ?? ""
        throw value.problem(
            "the key '\(names[index])' is not known here",
            remedy: "\(guess)Known keys: \(known.joined(separator: ", "))", line: keyLine(index))
    }

    /// The line of a key.
    private func keyLine(_ index: Int) -> Int? {
        guard case .mapping(let mapping) = value.node else { return nil }
        return mapping[mapping.index(mapping.startIndex, offsetBy: index)].key.mark?.line
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
