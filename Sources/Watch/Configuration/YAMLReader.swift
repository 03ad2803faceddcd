import Foundation
import Model
import Register
import Yams

/// A value of a YAML file that knows its file and line.
///
/// Scalars are read as the file spells them, since YAML 1.1 would make a boolean of `NO`; so no types are resolved, which
/// takes longer than all the rest.
struct YAMLValue {
    /// How a value is reached from the one that holds it.
    enum Step {
        case root
        case key(String)
        case index(Int)
    }

    let node: Node
    let file: String
    /// The keys that lead to what holds this.
    let parent: String
    let step: Step

    /// The keys that lead here, such as `policies[2].owner`: put together when somebody wants to know.
    var path: String {
        switch step {
        case .root: parent
        case .key(let name): parent.isEmpty ? name : "\(parent).\(name)"
        case .index(let index): "\(parent)[\(index)]"
        }
    }

    /// Reads a whole file.
    static func load(_ file: String) throws -> YAMLValue { try parse(try text(of: file), file: file) }

    /// The text of a file.
    static func text(of file: String) throws -> String {
        guard let bytes = try TextFile.bytes(file) else {
            if FileFault.isForbidden(file) { throw Workspace.forbidden(file) }
            throw ConfigurationProblem(
                "the file cannot be read: \(FileFault.reading(file))", place: file,
                remedy: "create it with `lexwatch init`, or name another")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads the text of a file.
    static func parse(_ text: String, file: String) throws -> YAMLValue {
        do {
            guard let node = try Yams.compose(yaml: text, .basic) else {
                throw ConfigurationProblem(
                    "the file is empty", place: file,
                    remedy: "see the example that `lexwatch init` writes, and docs/configuration.md")
            }
            return YAMLValue(node: node, file: file, parent: "", step: .root)
        } catch let error as YamlError {
            throw problem(error, file: file)
        }
    }

    private static func problem(_ error: YamlError, file: String) -> ConfigurationProblem {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ConfigurationProblem(
                "this is not YAML: \(problem)", place: "\(file):\(mark.line)",
                remedy:
                    "check the indentation (spaces, no tabs), and quote values that hold a colon or begin with a special character"
            )
        case .duplicatedKeysInMapping(let duplicates, let context):
            ConfigurationProblem(
                "the key \(duplicates.map { "'\($0)'" }.joined(separator: ", ")) stands twice",
                place: "\(file):\(context.mark.line)", remedy: "remove one of them")
        default: ConfigurationProblem("this is not YAML: \(error)", place: file)
        }
    }

    /// The line that it begins in, from 1.
    var line: Int? { node.mark?.line }

    /// `file:line`.
    var place: String { line.map { "\(file):\($0)" } ?? file }

    /// A mistake in this value, or at another line of it.
    func problem(_ what: String, remedy: String? = nil, line: Int? = nil) -> ConfigurationProblem {
        ConfigurationProblem(
            path.isEmpty ? what : "\(path): \(what)", place: line.map { "\(file):\($0)" } ?? place, remedy: remedy)
    }

    /// The scalar as the file spells it.
    func string() throws -> String {
        guard case .scalar(let scalar) = node else { throw problem("must be a text") }
        guard !scalar.string.isEmpty else { throw problem("must not be empty") }
        return scalar.string
    }

    /// A whole number within bounds.
    func integer(_ range: ClosedRange<Int>) throws -> Int {
        let text = try string()
        guard let value = Int(text), range.contains(value) else {
            throw problem(
                "'\(text)' is not a whole number",
                remedy: "write a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// `true` or `false`.
    func boolean() throws -> Bool {
        switch try string() {
        case "true", "yes": return true
        case "false", "no": return false
        case let other: throw problem("'\(other)' is neither true nor false")
        }
    }

    /// One of the words of an enumeration.
    func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) throws -> Word where Word.RawValue == String {
        let text = try string()
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        let guess = RegisterValidation.nearest(to: text, among: known).map { "did you mean '\($0)'? " } ?? ""
        throw problem("'\(text)' is not known", remedy: "\(guess)Write one of: \(known.joined(separator: ", "))")
    }

    /// The elements of a list; a single scalar is a list of one.
    func list() throws -> [YAMLValue] {
        switch node {
        case .sequence(let sequence):
            let path = path
            return sequence.enumerated().map { YAMLValue(node: $1, file: file, parent: path, step: .index($0)) }
        case .scalar(let scalar) where scalar.string.isEmpty: return []
        case .scalar: return [self]
        default: throw problem("must be a list", remedy: "write [a, b], or one element a line after a dash")
        }
    }

    /// A duration such as `30s`, `15m`, `3h` or `2d`, in seconds.
    func duration() throws -> Int {
        let text = try string()
        let units: [UInt8: Int] = [0x73: 1, 0x6D: 60, 0x68: 3600, 0x64: 86400]
        guard let last = text.utf8.last, let unit = units[last], let value = Int(text.dropLast()), value > 0,
            value < 1_000_000
        else {
            throw problem("'\(text)' is not a duration", remedy: "write a number and s, m, h or d, such as 30s or 3h")
        }
        return value * unit
    }

    /// A size such as `500kB` or `20MB`, in bytes.
    func bytes() throws -> Int {
        let text = try string()
        let units = [("kB", 1000), ("KB", 1000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("B", 1)]
        for (suffix, factor) in units where text.hasSuffix(suffix) {
            let digits = text.dropLast(suffix.count).filter { $0 != " " }
            if let value = Int(digits), value > 0, value < 10_000 { return value * factor }
        }
        throw problem("'\(text)' is not a size", remedy: "write a number and B, kB, MB or GB, such as 20MB")
    }

    /// A day as `YYYY-MM-DD`.
    func day() throws -> Day {
        let text = try string()
        guard let day = Day(iso: text) else { throw problem("'\(text)' is not a day", remedy: "write YYYY-MM-DD") }
        return day
    }

    /// A jurisdiction's code.
    func jurisdiction() throws -> Jurisdiction {
        let text = try string()
        guard let jurisdiction = Jurisdiction(text), jurisdiction.isAssigned else {
            throw problem(
                "'\(text)' is not a jurisdiction",
                remedy: "write an ISO 3166-1 code of two capitals such as CN, EU for the Union, or INT")
        }
        return jurisdiction
    }

    /// A language that a text may be in.
    func language() throws -> Language {
        let language = Language(try string())
        guard language.isAssigned else {
            throw problem("'\(language)' is not a language", remedy: "write a tag such as en, de or zh-Hans")
        }
        return language
    }

    /// A well-formed name.
    func name<Noun>(_ noun: Noun.Type = Noun.self) throws -> ID<Noun> {
        let id = try ID<Noun>(string())
        guard id.isWellFormed else {
            throw problem(
                "'\(id)' is not a name",
                remedy: "use lower-case letters, digits, '-', '_' and '.', beginning with a letter or digit")
        }
        return id
    }
}
