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

    /// The words of each party.
    private static func parties(_ name: String) -> [[Substring]] {
        let words = name.lowercased().split(separator: " ")
        let parties = words.split(separator: "v", maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
        return parties.contains { $0.isEmpty } ? [] : parties
    }
}
