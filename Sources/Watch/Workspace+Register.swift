import Foundation
public import Model
import Register
import Store

/// A section of a policy that an authority reaches.
public struct ReachView: Encodable, Sendable {
    /// The policy.
    public var policy: ID<Policy>
    /// The section's number; nil where it is the policy as a whole.
    @OrNull public var section: String?
    /// What the section is called.
    @OrNull public var title: String?
    /// From the authority asked about, over those that cite it, to the one that the section relies on.
    public var path: [String]
}

extension Workspace {
    /// The register as its file defines it, with the classes that persons gave to tools; references are not checked.
    func register() throws -> PolicyRegister { try RegisterFile.load(try settings().register).register }

    /// The register, checked against everything that it refers to.
    ///
    /// - Parameters:
    ///   - settings: Where it is.
    ///   - topics: The topics that there are.
    ///   - sources: The sources that are watched; nil where they are not known, and not checked.
    /// - Returns: The register.
    /// - Throws: ``ConfigurationProblem`` with file and line.
    func register(_ settings: Settings, topics: Set<ID<Topic>>, sources: [Source]?) throws -> PolicyRegister {
        let (register, places) = try RegisterFile.load(settings.register)
        let findings =
            RegisterValidation.findings(in: register, topics: topics, sources: sources.map { Set($0.flatMap(\.names)) })
            + PolicyReader.findings(in: register)
        guard let first = findings.first(where: \.isError) else {
            if let stranger = settings.strangers(to: register).first { throw stranger }
            return register
        }
        throw ConfigurationProblem(
            "\(first.path): \(first.what)", place: places.place(of: first.path), remedy: first.remedy)
    }

    /// The list of tools for staff: what may be used with what data.
    ///
    /// - Parameter form: `html`, `markdown` or `csv`.
    /// - Returns: The list.
    /// - Throws: A ``Model/Problem`` where register or database are wrong.
    public func staffList(form: String) throws -> String {
        var register = try register()
        let classes = Dictionary(try tools().map { ($0.id, $0.riskClass) }) { first, _ in first }
        for index in register.tools.indices {
            register.tools[index].riskClass = classes[register.tools[index].id] ?? .pending
        }
        let list = StaffList(register, today: today)
        switch form {
        case "html": return list.html
        case "csv": return list.csv
        default: return list.markdown
        }
    }

    /// Every section that an authority reaches, directly or through an authority that cites it, with the path.
    ///
    /// - Throws: A ``Model/Problem`` where register or database are wrong.
    public func reach(of citation: String) throws -> [ReachView] {
        let register = try register()
        let authority = TaggingTools.normalised(citation)
        let edges = try citing(authority, store: storeForReading())
        let reliance = Reliance(sections: PolicyReader(register).sections(of: register), citations: edges)
        return reliance.reach(of: authority).map { reach in
            let section = reach.section
            let titled = register.policies.first { $0.id.rawValue == section.policy }?.sections
            return ReachView(
                policy: ID(section.policy), section: section.section,
                title: titled?.first { $0.id == section.section }.flatMap { $0.title == $0.id ? nil : $0.title },
                path: reach.path)
        }
    }

    /// Authorities that cite an authority, and those that cite these: what a court, legislator or regulator publishes
    /// names itself first; a commentary that names two authorities makes neither cite the other.
    private func citing(_ authority: String, store: Store) throws -> [(citing: String, cited: String)] {
        var edges: [(citing: String, cited: String)] = []
        var seen: Set<String> = [authority]
        var front = [authority]
        for _ in 0..<3 {
            var next: [String] = []
            for cited in front {
                let spellings = Citation.spellings(of: cited)
                for item in try store.items(citing: cited) where item.authority.isPrimary {
                    guard let own = item.citations.first, !spellings.contains(own) else { continue }
                    edges.append((citing: own, cited: cited))
                    if seen.insert(own).inserted { next.append(own) }
                }
            }
            front = next
        }
        return edges
    }
}

extension Workspace {
    /// The register as the last run used it; nil where none did.
    func lastRegister() throws -> PolicyRegister? {
        guard FileManager.default.fileExists(atPath: paths.database) else { return nil }
        return try storeForReading().lastRegister().map(PolicyRegister.init(stored:))
    }
}

extension PolicyRegister {
    /// A register from the bytes in which it was kept.
    init(stored bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(PolicyRegister.self, from: Data(bytes))
    }
}
