import Foundation
import Model
import Register

/// What a look through `register.yaml` found.
public struct RegisterCheckReport: Encodable, Sendable {
    /// One mistake, or one thing that may be meant otherwise.
    public struct Finding: Encodable, Sendable {
        /// Whether nothing runs until it is put right.
        public var isError: Bool
        /// `file:line`.
        @OrNull public var place: String?
        /// What is wrong.
        public var what: String
        /// What to write instead.
        @OrNull public var remedy: String?
    }
    /// The mistakes, in the file's order.
    public var findings: [Finding] = []
    /// What changed since the register was used last, a line each.
    public var changes: [String] = []

    /// Whether the register can be used.
    public var isUsable: Bool { !findings.contains(where: \.isError) }
}

extension RegisterFile {
    /// Reads as much of a file as can be read, and gives every mistake with its place.
    static func problems(_ file: String) -> [RegisterCheckReport.Finding] {
        var problems: [any Problem] = []
        func keep<Value>(_ read: () throws -> Value) -> Value? {
            do { return try read() } catch {
                problems.append(
                    error as? any Problem ?? PlainProblem("\(error)", place: file, exitCode: .configuration))
                return nil
            }
        }
        guard let value = keep({ try YAMLValue.load(file) }), var map = keep({ try YAMLMap(value) }) else {
            return problems.map(RegisterCheckReport.Finding.init)
        }
        func each(_ key: String, _ read: @escaping (YAMLValue) throws -> Void) {
            _ = keep { try map.list(key) { element in _ = keep { try read(element) } } }
        }
        each("owners") { _ = try $0.map { try Owner(&$0) } }
        each("units") { _ = try $0.map { try BusinessUnit(&$0) } }
        each("policies") { _ = try $0.map { try Policy(&$0, in: file) } }
        each("tools") { _ = try $0.map { try AITool(&$0) } }
        _ = keep { try map.finish() }
        return problems.map(RegisterCheckReport.Finding.init)
    }
}

extension RegisterCheckReport.Finding {
    fileprivate init(_ problem: any Problem) {
        self.init(isError: true, place: problem.place, what: problem.what, remedy: problem.remedy)
    }
}

extension Workspace {
    /// Looks through the register: everything that is wrong in it, and what changed since it was used last.
    ///
    /// - Returns: What was found.
    /// - Throws: A ``Model/Problem`` where the configuration, the topics or the database are wrong.
    public func checkRegister() throws -> RegisterCheckReport {
        let settings = try settings()
        var report = RegisterCheckReport(findings: RegisterFile.problems(settings.register))
        guard report.findings.isEmpty else { return report }
        let (register, places) = try RegisterFile.load(settings.register)
        let topics = try TaggingTools(settings).topicIDs
        let sources = Set(try catalogue(settings).flatMap(\.names))
        let findings =
            RegisterValidation.findings(
                in: register, topics: topics, sources: sources, today: today(in: settings.timeZone))
            + PolicyReader.findings(in: register) + (try unfoundQuotes(of: register))
            + (try otherClasses(than: register))
        report.findings =
            findings.map { finding in
                RegisterCheckReport.Finding(
                    isError: finding.isError, place: places.place(of: finding.path),
                    what: "\(finding.path): \(finding.what)", remedy: finding.remedy)
            } + settings.strangers(to: register).map(RegisterCheckReport.Finding.init)
        if let old = try lastRegister() { report.changes = RegisterChanges.between(old, register).map(\.sentence) }
        return report
    }

    /// Quoted passages that no stored text has: whether one of them changes cannot be seen.
    private func unfoundQuotes(of register: PolicyRegister) throws -> [RegisterFinding] {
        guard FileManager.default.fileExists(atPath: paths.database) else { return [] }
        let found = try QuoteDesk(storeForReading(), register).findings().filter { $0.verdict == .sourceMissing }
        let unfound = Set(found.map { Quotation(policy: $0.policy.id, section: $0.section.id, words: $0.quote) })
        return register.policies.enumerated().flatMap { number, policy in
            policy.sections.enumerated().flatMap { place, section in
                section.quotes.enumerated().compactMap { index, quote in
                    guard unfound.contains(Quotation(policy: policy.id, section: section.id, words: quote)) else {
                        return nil
                    }
                    return RegisterFinding(
                        path: "policies[\(number)].sections[\(place)].quotes[\(index)]",
                        what: "these words stand in no text that was read, so that a change of them cannot be seen",
                        remedy: "write them as the law has them, and watch a source that holds its text", isError: false
                    )
                }
            }
        }
    }

    /// Tools to which a person gave another class than the file has.
    private func otherClasses(than register: PolicyRegister) throws -> [RegisterFinding] {
        guard FileManager.default.fileExists(atPath: paths.database) else { return [] }
        let classed = try register.asClassed(by: storeForReading())
        return zip(register.tools, classed.tools).enumerated().compactMap { number, pair in
            let (tool, counted) = pair
            guard tool.riskClass != counted.riskClass else { return nil }
            return RegisterFinding(
                path: "tools[\(number)].class",
                what: "\(tool.id) was reclassified since, and counts as \(counted.riskClass.rawValue)",
                remedy: "write `class: \(counted.riskClass.rawValue)` here, or reclassify it", isError: false)
        }
    }

    private struct Quotation: Hashable {
        let policy: ID<Policy>
        let section: String
        let words: String
    }
}

extension Settings {
    /// Names in `digest.management` that no owner has, or ever had: nobody would get the summary.
    func strangers(to register: PolicyRegister) -> [ConfigurationProblem] {
        let known = register.owners.flatMap { [$0.id] + $0.aliases }
        return digest.management.filter { !known.contains($0) }.map { name in
            let guess = RegisterValidation.nearest(to: name.rawValue, among: known.map(\.rawValue))
            return ConfigurationProblem(
                "digest.management: the register has no owner '\(name)'",
                place: digest.managementPlaces[name] ?? file,
                remedy: guess.map { "did you mean '\($0)'?" } ?? "name an owner of \(self.register)")
        }
    }
}
