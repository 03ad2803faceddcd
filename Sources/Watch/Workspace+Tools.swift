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
        try store.reclassify(
            Reclassification(
                tool: tool.id, before: before, after: riskClass, because: because, note: note, actor: actor,
                at: clock.now))
        return before
    }
}

extension PolicyRegister {
    /// The register with the classes that persons gave to its tools, where that is later than the file's own.
    func asClassed(by store: Store?) throws -> PolicyRegister {
        var register = self
        for change in try store?.reclassifications() ?? [] {
            let index =
                tools.firstIndex { $0.id == change.tool } ?? tools.firstIndex { $0.aliases.contains(change.tool) }
            if let index { register.tools[index].riskClass = change.after }
        }
        return register
    }
}
