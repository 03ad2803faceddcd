public import Model

extension PolicyRegister {
    /// The register with the present names of owners, units and policies in place of earlier ones, wherever it refers
    /// to them.
    ///
    /// - Parameter present: The register whose aliases tell the earlier names.
    /// - Returns: The register; ids and aliases of its own things are as they were.
    public func referring(byNamesOf present: PolicyRegister) -> PolicyRegister {
        let owners = Self.names(present.owners.map { ($0.id, $0.aliases) })
        let units = Self.names(present.units.map { ($0.id, $0.aliases) })
        let policies = Self.names(present.policies.map { ($0.id, $0.aliases) })
        guard !(owners.isEmpty && units.isEmpty && policies.isEmpty) else { return self }
        var register = self
        for index in register.policies.indices {
            register.policies[index].owner = owners[register.policies[index].owner] ?? register.policies[index].owner
            register.policies[index].deputies = register.policies[index].deputies.map { owners[$0] ?? $0 }
            register.policies[index].units = register.policies[index].units.map { units[$0] ?? $0 }
        }
        for index in register.tools.indices {
            register.tools[index].owner = register.tools[index].owner.map { owners[$0] ?? $0 }
            register.tools[index].policies = register.tools[index].policies.map { policies[$0] ?? $0 }
        }
        return register
    }

    /// The present names by the earlier ones; a name that something has now is no earlier one.
    private static func names<Noun>(_ named: [(id: ID<Noun>, aliases: [ID<Noun>])]) -> [ID<Noun>: ID<Noun>] {
        let present = Set(named.map(\.id))
        let pairs = named.flatMap { one in one.aliases.filter { !present.contains($0) }.map { ($0, one.id) } }
        return Dictionary(pairs) { first, _ in first }
    }
}
