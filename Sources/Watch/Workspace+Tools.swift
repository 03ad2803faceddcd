public import Model
import Register
import Store

extension Workspace {
    /// The AI tools, those that staff may use first.
    ///
    /// - Throws: A ``Model/Problem`` where register or database are wrong.
    public func tools() throws -> [ToolView] {
        let register = try register()
        let ledger = try PolicyLedger(self, register)
        return try register.asClassed(by: ledger.store).tools.map { tool in
            ToolView(
                id: tool.id, name: tool.name, vendor: tool.vendor, riskClass: tool.riskClass,
                policies: tool.policies, openAlerts: ledger.openAlerts(about: tool.id), allowedData: tool.allowedData,
                users: tool.users, contractFrom: tool.contractFrom, contractUntil: tool.contractUntil)
        }
    }

    /// Records that a person gave a tool another class.
    ///
    /// - Returns: The class until now.
    /// - Throws: A ``Model/Problem`` where there is no such tool, or the class is the same.
    public func reclassify(
        _ id: ID<AITool>, _ riskClass: AITool.RiskClass, because: String?, note: String, actor: String
    ) throws -> AITool.RiskClass {
        let store = try storeForAnswers()
        let tool = try register().asClassed(by: store).tool(id)
        let before = tool.riskClass
        guard before != riskClass else {
            throw PlainProblem("\(tool.id) is \(riskClass.rawValue) already", exitCode: .data)
        }
        let because = try because.map { try Cause($0, in: store).text }
        try RegisterBook(store: store, register: register(), now: clock.now).recordClass(of: tool.id)
        try store.reclassify(
            Reclassification(
                tool: tool.id, before: before, after: riskClass, because: because, note: note, actor: actor,
                at: clock.now))
        return before
    }
}

extension PolicyRegister {
    /// The register with the classes that persons gave to its tools, where that is later than the file's own: a class that
    /// the file changed since, be it that no run has recorded it yet, is not overruled by what a person said before.
    func asClassed(by store: Store?) throws -> PolicyRegister {
        guard let store else { return self }
        var register = self
        for change in try store.toolClassChanges() {
            switch change {
            case .person(let id, let riskClass):
                if let index = index(ofTool: id) { register.tools[index].riskClass = riskClass }
            case .file(let id):
                if let index = index(ofTool: id) { register.tools[index].riskClass = tools[index].riskClass }
            }
        }
        for tool in try store.lastRegister().map(PolicyRegister.init(stored:))?.tools ?? [] {
            guard let index = index(ofTool: tool.id), tools[index].riskClass != tool.riskClass else { continue }
            register.tools[index].riskClass = tools[index].riskClass
        }
        return register
    }

    /// Where the tool of a name is, or of a name that it had before.
    private func index(ofTool id: ID<AITool>) -> Int? {
        tools.firstIndex { $0.id == id } ?? tools.firstIndex { $0.aliases.contains(id) }
    }
}
