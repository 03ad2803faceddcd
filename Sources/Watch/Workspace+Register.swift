import Foundation
import Model
import Register
import Store

extension Workspace {
    /// The register as its file defines it, with the classes that persons gave to tools; references are not checked.
    func register() throws -> PolicyRegister { try RegisterFile.load(try settings().register).register }

    /// The register, checked against everything that it refers to.
    ///
    /// - Parameters:
    ///   - settings: Where it is.
    ///   - topics: The topics that there are.
    ///   - sources: The sources that are watched.
    /// - Returns: The register.
    /// - Throws: ``ConfigurationProblem`` with file and line.
    func register(_ settings: Settings, topics: Set<ID<Topic>>, sources: [Source]) throws -> PolicyRegister {
        let (register, places) = try RegisterFile.load(settings.register)
        let findings = RegisterValidation.findings(
            in: register, topics: topics, sources: Set(sources.map(\.id)))
        guard let first = findings.first(where: \.isError) else { return register }
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
        let list = StaffList(register)
        switch form {
        case "html": return list.html
        case "csv": return list.csv
        default: return list.markdown
        }
    }

    /// Every section that an authority reaches, directly or through an authority that cites it, with the path.
    ///
    /// - Throws: A ``Model/Problem`` where register or database are wrong.
    public func reach(of citation: String) throws -> [String] {
        let register = try register()
        let authority = TaggingTools.normalised(citation)
        let edges = try citing(authority, store: storeForReading())
        let reliance = Reliance(sections: PolicyReader(register).sections(of: register), citations: edges)
        return reliance.reach(of: authority).map { reach in
            let section = reach.section.section.map { ", section \($0)" } ?? ""
            return "\(reach.section.policy)\(section): \(reach.path.joined(separator: " ← "))"
        }
    }

    /// Authorities that cite an authority, and those that cite these: an item's first citation is its own.
    private func citing(_ authority: String, store: Store) throws -> [(citing: String, cited: String)] {
        var edges: [(citing: String, cited: String)] = []
        var seen: Set<String> = [authority]
        var front = [authority]
        for _ in 0..<3 {
            var next: [String] = []
            for cited in front {
                for item in try store.items(citing: cited) {
                    guard let own = item.citations.first, own != cited else { continue }
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
