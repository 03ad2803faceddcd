public import Model

/// What somebody follows or relies on: news of it is wanted, whatever topic it has.
public struct WatchedAuthorities: Sendable, Equatable {
    /// Citations and names of matters of which each step is wanted, in comparable form.
    let followed: Set<String>
    /// Those of them that are names of cases, which have a longer form and a shorter one.
    let followedNames: [String]
    /// Authorities that policies rely on, in comparable form.
    let reliedOn: Set<String>
    /// Citations and names of matters about which somebody was asked, in comparable form.
    var asked: Set<String> = []

    /// Whether there are none.
    public var isEmpty: Bool { followed.isEmpty && reliedOn.isEmpty && asked.isEmpty }

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
        return (cited + named).contains(where: followed.contains) || named.contains(where: isFollowed)
            || treated.contains(where: reliedOn.contains)
            || cited.contains { reliedOn.contains($0) && !Citation.isAct($0) }
    }

    private func isFollowed(_ name: String) -> Bool {
        followedNames.contains { CaseName.isSame($0, name) }
    }

    /// Whether an item says that something was done to a matter about which somebody was asked, or is about one: its
    /// next step concerns whoever was asked, also where it says nothing of the topic.
    ///
    /// - Parameters:
    ///   - findings: What the item's text gave.
    ///   - subject: Citations and names that the item is about, looked for only where it names a matter that counts.
    /// - Returns: Whether it is a step of such a matter.
    public func continues(_ findings: Findings, about subject: () -> [String]) -> Bool {
        guard !asked.isEmpty else { return false }
        if findings.treatments.contains(where: { asked.contains(Citation.key($0.value.authority)) }) { return true }
        let named = findings.citations + findings.matterNames
        return named.contains { asked.contains(Citation.key($0.value)) }
            && subject().contains { asked.contains(Citation.key($0)) }
    }
}

extension AlertRules {
    /// What people follow, what the register's policies rely on, and about what anybody was asked.
    ///
    /// - Parameter asked: Matters of developments about which there is a question, open or answered.
    /// - Returns: The authorities in comparable form.
    public func watched(asked: [String] = []) -> WatchedAuthorities {
        WatchedAuthorities(
            followed: Set(followed.map(\.matter).flatMap(Citation.keys)),
            followedNames: Set(followed.map(\.matter).filter(CaseName.isName)).sorted(),
            reliedOn: Set(reliances.joined().flatMap(\.keys)),
            asked: Set(asked.filter { !Citation.isAct($0) }.flatMap(Citation.keys)))
    }
}
