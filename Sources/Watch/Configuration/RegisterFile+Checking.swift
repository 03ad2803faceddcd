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
        let sources = Set(try catalogue(settings).map(\.id))
        report.findings = RegisterValidation.findings(in: register, topics: topics, sources: sources).map { finding in
            RegisterCheckReport.Finding(
                isError: finding.isError, place: places.place(of: finding.path),
                what: "\(finding.path): \(finding.what)", remedy: finding.remedy)
        }
        if let old = try lastRegister() { report.changes = RegisterChanges.between(old, register).map(\.sentence) }
        return report
    }
}
