/// Names of cases as they are kept: `halvorsen v brightmind ai`.
public enum CaseName {
    /// Whether a matter is known by the names of its parties.
    public static func isName(_ matter: String) -> Bool { parties(matter).count == 2 }

    /// Whether two names are of one case: of each party one name begins as the other does, as the press leaves out what
    /// the register of companies adds.
    ///
    /// - Parameters:
    ///   - left: A name, whatever its case.
    ///   - right: Another one.
    /// - Returns: Whether both name the same parties; false where one is no such name.
    public static func isSame(_ left: String, _ right: String) -> Bool {
        let (ones, others) = (parties(left), parties(right))
        guard ones.count == 2, others.count == 2 else { return false }
        return zip(ones, others).allSatisfy { $0.starts(with: $1) || $1.starts(with: $0) }
    }

    /// Whether two names may be of one case, as `doe v github` and `doe 1 v github` may: the claimants have a word in
    /// common, or the parties stand the other way round, as on appeal. Many sue one respondent, and a claimant whom many
    /// cases have tells none from another.
    ///
    /// - Parameters:
    ///   - left: A name, whatever its case.
    ///   - right: Another one.
    /// - Returns: Whether they are alike; for what names no two parties, whether a word is the same.
    public static func isAlike(_ left: String, _ right: String) -> Bool {
        let (ones, others) = (parties(left), parties(right))
        guard ones.count == 2, others.count == 2 else {
            return share(left.lowercased().split(separator: " "), right.lowercased().split(separator: " "))
        }
        let isSameRespondent = share(ones[1], others[1])
        return share(ones[0].filter { !anyClaimant.contains($0) }, others[0])
            || share(ones[0], others[0]) && isSameRespondent
            || share(ones[0], others[1]) && share(ones[1], others[0])
    }

    private static func share(_ ones: [Substring], _ others: [Substring]) -> Bool {
        ones.contains { !fillers.contains($0) && others.contains($0) }
    }

    private static let fillers: Set<Substring> = ["v", "the", "of", "de"]
    private static let anyClaimant: Set<Substring> = [
        "doe", "does", "roe", "r", "rex", "us", "usa", "united", "states", "state", "people", "commonwealth", "ftc",
        "eeoc", "sec",
        "commission", "european", "government",
    ]

    /// The words of each party.
    private static func parties(_ name: String) -> [[Substring]] {
        let words = name.lowercased().split(separator: " ")
        let parties = words.split(separator: "v", maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
        return parties.contains { $0.isEmpty } ? [] : parties
    }
}
