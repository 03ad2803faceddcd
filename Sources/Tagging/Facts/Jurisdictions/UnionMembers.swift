/// The member states of the European Union, whose authorities apply its law.
enum UnionMembers {
    static let codes: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]

    /// Whether all laws that were found are the Union's.
    static func isUnionAlone(_ law: Tally) -> Bool {
        !law.isEmpty && law.codes.allSatisfy { $0 == "EU" || $0 == "EU:applied" }
    }
}
