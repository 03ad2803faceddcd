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
        let classes = try currentClasses(ledger.store)
        return register.tools.map { tool in
            ToolView(
                id: tool.id, name: tool.name, vendor: tool.vendor, riskClass: classes[tool.id] ?? tool.riskClass,
                policies: tool.policies, openAlerts: ledger.openAlerts(about: tool.id), allowedData: tool.allowedData,
                users: tool.users)
        }
    }

    /// Records that a person gave a tool another class.
    ///
    /// - Returns: The class until now.
    /// - Throws: A ``Model/Problem`` where there is no such tool, or the class is the same.
    public func reclassify(
        _ id: ID<AITool>, _ riskClass: AITool.RiskClass, because: String?, note: String, actor: String
    ) throws -> AITool.RiskClass {
        let tool = try register().tool(id)
        let store = try storeForAnswers()
        let before = try currentClasses(store)[id] ?? tool.riskClass
        guard before != riskClass else {
            throw PlainProblem("\(id) is \(riskClass.rawValue) already", exitCode: .data)
        }
        try store.reclassify(
            Reclassification(
                tool: id, before: before, after: riskClass, because: because, note: note, actor: actor, at: clock.now))
        return before
    }

    /// The classes that persons gave to tools, where that is later than the register's own.
    private func currentClasses(_ store: Store?) throws -> [ID<AITool>: AITool.RiskClass] {
        let changes = try store?.reclassifications() ?? []
        return Dictionary(changes.map { ($0.tool, $0.after) }) { _, last in last }
    }
}
