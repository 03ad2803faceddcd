import Foundation
public import Model
import Register
import Yams

/// Reads `register.yaml`: owners, units, policies and tools.
public enum RegisterFile {
    /// The register of a file, with the places of its values for messages that come later.
    public static func load(_ file: String) throws -> (register: PolicyRegister, places: RegisterPlaces) {
        let value = try YAMLValue.load(file)
        var register = PolicyRegister()
        try value.map { map in
            register.owners = try map.list("owners") { try $0.map { try Owner(&$0) } }
            register.units = try map.list("units") { try $0.map { try BusinessUnit(&$0) } }
            register.policies = try map.list("policies") { try $0.map { try Policy(&$0, in: file) } }
            register.tools = try map.list("tools") { try $0.map { try AITool(&$0) } }
        }
        return (register.referring(byNamesOf: register), RegisterPlaces(value))
    }

    /// The policies of a draft, one policy by itself, or a list as a register has it, with the places of their values and
    /// what stands before these in the paths of a register.
    static func policies(_ file: String) throws -> (policies: [Policy], places: RegisterPlaces, prefix: String) {
        guard FileManager.default.fileExists(atPath: file) else {
            throw PlainProblem(
                "there is no such file", place: file, remedy: "name the file of the draft", exitCode: .noInput)
        }
        let value = try YAMLValue.load(file)
        if case .mapping(let mapping) = value.node, mapping["policies"] == nil {
            return ([try value.map { try Policy(&$0, in: file) }], RegisterPlaces(value), "policies[0].")
        }
        let (register, places) = try load(file)
        return (register.policies, places, "")
    }
}

/// Where in `register.yaml` a value stands.
public struct RegisterPlaces {
    private let root: YAMLValue

    init(_ root: YAMLValue) { self.root = root }

    private static func collect(_ value: YAMLValue, into lines: inout [String: String]) {
        lines[value.path] = value.place
        switch value.node {
        case .mapping:
            if var map = try? YAMLMap(value) {
                for (_, element) in map.pairs() { collect(element, into: &lines) }
            }
        case .sequence: for element in (try? value.list()) ?? [] { collect(element, into: &lines) }
        default: break
        }
    }

    /// `file:line` of a path such as `policies[2].owner`, or of the nearest path that holds it.
    public func place(of path: String) -> String? {
        // Only a mistake asks for a place: most loads never do.
        var lines: [String: String] = [:]
        Self.collect(root, into: &lines)
        var path = path
        while true {
            if let place = lines[path] { return place }
            guard let cut = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return lines[""] }
            path = String(path[..<cut])
        }
    }
}

extension Owner {
    init(_ map: inout YAMLMap) throws {
        let id: ID<Owner> = try map.required("id") { try $0.name() }
        self.init(
            id: id,
            name: try map.optional("name") { try $0.string() } ?? id.rawValue,
            email: try map.optional("email") { try $0.address() },
            language: try map.optional("language") { Language(try $0.digestLanguage()) },
            aliases: try map.list("aliases") { try $0.name() })
    }
}

extension BusinessUnit {
    init(_ map: inout YAMLMap) throws {
        let id: ID<BusinessUnit> = try map.required("id") { try $0.name() }
        self.init(
            id: id,
            name: try map.optional("name") { try $0.string() } ?? id.rawValue,
            email: try map.optional("email") { try $0.address() },
            appetite: try map.optional("appetite") { try $0.word(Appetite.self) } ?? .medium,
            language: try map.optional("language") { Language(try $0.digestLanguage()) },
            aliases: try map.list("aliases") { try $0.name() })
    }
}

extension Policy {
    init(_ map: inout YAMLMap, in file: String) throws {
        let id: ID<Policy> = try map.required("id") { try $0.name() }
        self.init(
            id: id,
            title: try map.required("title") { try $0.string() },
            owner: try map.required("owner") { try $0.name() },
            deputies: try map.list("deputies") { try $0.name() },
            units: try map.list("units") { try $0.name() },
            topics: try map.list("topics") { try $0.name() },
            jurisdictions: try map.list("jurisdictions") { try $0.jurisdiction() },
            reviewEvery: try map.optional("review-every") { try $0.interval() },
            reviewedOn: try map.optional("reviewed") { try $0.day() },
            document: try map.optional("document") { try FileFinder(beside: file, data: nil).existing($0) },
            reliesOn: try map.list("relies-on") { TaggingTools.normalised(try $0.string()) },
            sections: try map.list("sections") { try $0.map { try PolicySection(&$0) } },
            aliases: try map.list("aliases") { try $0.name() },
            note: try map.optional("note") { try $0.string() })
    }
}

extension PolicySection {
    init(_ map: inout YAMLMap) throws {
        let id = try map.required("id") { try $0.string() }
        self.init(
            id: id,
            title: try map.optional("title") { try $0.string() } ?? id,
            topics: try map.list("topics") { try $0.name() },
            reliesOn: try map.list("relies-on") { TaggingTools.normalised(try $0.string()) },
            quotes: try map.list("quotes") { try $0.string() })
    }
}

extension AITool {
    init(_ map: inout YAMLMap) throws {
        let name = try map.required("name") { try $0.string() }
        self.init(
            id: try map.required("id") { try $0.name() },
            name: name,
            vendor: try map.optional("vendor") { try $0.string() },
            riskClass: try map.optional("class") { try $0.word(RiskClass.self) } ?? .pending,
            names: try map.list("names") { try $0.string() },
            topics: try map.list("topics") { try $0.name() },
            policies: try map.list("policies") { try $0.name() },
            owner: try map.optional("owner") { try $0.name() },
            allowedData: try map.optional("allowed-data") { try $0.string() },
            users: try map.optional("users") { try $0.string() },
            contractFrom: try map.optional("contract-from") { try $0.day() },
            contractUntil: try map.optional("contract-until") { try $0.day() },
            terms: try map.list("terms") { try $0.name() },
            aliases: try map.list("aliases") { try $0.name() })
    }
}

extension YAMLValue {
    /// A review interval such as `6 months`, `90 days` or `1 year`.
    fileprivate func interval() throws -> ReviewInterval {
        let text = try string()
        let words = text.split(separator: " ")
        if words.count == 2, let count = Int(words[0]), (1...1000).contains(count) {
            switch words[1] {
            case "day", "days": return ReviewInterval(days: count)
            case "week", "weeks": return ReviewInterval(days: count * 7)
            case "month", "months": return ReviewInterval(months: count)
            case "year", "years": return ReviewInterval(months: count * 12)
            default: break
            }
        }
        throw problem("'\(text)' is not an interval", remedy: "write a number and days, weeks, months or years")
    }
}
