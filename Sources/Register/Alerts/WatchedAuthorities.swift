public import Model

/// What somebody follows or relies on: news of it is wanted, whatever topic it has.
public struct WatchedAuthorities: Sendable, Equatable {
    /// Citations and names of matters of which each step is wanted, in comparable form.
    let followed: Set<String>
    /// Authorities that policies rely on, in comparable form.
    let reliedOn: Set<String>

    /// Whether there are none.
    public var isEmpty: Bool { followed.isEmpty && reliedOn.isEmpty }

    /// Whether an item is a step of a followed matter, says that something was done to an authority that a policy
    /// relies on, or cites a ruling that one relies on. Acts are cited by everybody: that alone is no news.
    ///
    /// - Parameter findings: What the item's text gave.
    /// - Returns: Whether it concerns anybody.
    public func concern(_ findings: Findings) -> Bool {
        guard !isEmpty else { return false }
        let cited = findings.citations.map { Citation.key($0.value) }
        let named = findings.matterNames.map { Citation.key($0.value) }
        let treated = findings.treatments.map { Citation.key($0.value.authority) }
        return (cited + named).contains(where: followed.contains) || treated.contains(where: reliedOn.contains)
            || cited.contains { reliedOn.contains($0) && !Citation.isAct($0) }
    }
}

extension AlertRules {
    /// What people follow, and what the register's policies rely on.
    ///
    /// - Parameter answered: Matters of developments that were answered: their next steps can put the question again.
    /// - Returns: The authorities in comparable form.
    public func watched(answered: [String] = []) -> WatchedAuthorities {
        WatchedAuthorities(
            followed: Set((followed.map(\.matter) + answered.filter { !Citation.isAct($0) }).flatMap(Citation.keys)),
            reliedOn: Set(register.policies.flatMap { reliance(of: $0).map(\.citation) }.flatMap(Citation.keys)))
    }
}
