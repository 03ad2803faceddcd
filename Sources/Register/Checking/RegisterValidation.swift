public import Model

/// A mistake in the register, and where it stands.
public struct RegisterFinding: Sendable, Equatable {
    /// The value, such as `policies[3].owner`.
    public var path: String
    /// What is wrong, in one sentence.
    public var what: String
    /// What to write instead.
    public var remedy: String
    /// Whether the register cannot be used as it is.
    public var isError: Bool
    /// A finding from its parts.
    public init(path: String, what: String, remedy: String, isError: Bool = true) {
        self.path = path
        self.what = what
        self.remedy = remedy
        self.isError = isError
    }
}

/// Checks what a register says against itself and the topics that there are.
public enum RegisterValidation {
    /// The mistakes, in the register's order.
    ///
    /// - Parameters:
    ///   - register: What is checked.
    ///   - topics: The topics that there are.
    ///   - sources: The sources that are watched; nil where they are not known, and not checked.
    ///   - today: The day after which nothing was reviewed yet; nil where that is not checked.
    /// - Returns: The mistakes.
    public static func findings(
        in register: PolicyRegister, topics: Set<ID<Topic>>, sources: Set<ID<Source>>? = nil, today: Day? = nil
    ) -> [RegisterFinding] {
        var check = RegisterCheck(register: register, topics: topics, sources: sources)
        check.people()
        check.policies()
        check.tools()
        if let today { check.reviews(until: today) }
        return check.findings
    }

    /// The known name that is nearest to a misspelt one; nil where none is near.
    public static func nearest(to word: String, among known: [String]) -> String? {
        let target = Array(word.utf8.prefix(64))
        let limit = max(1, min(3, target.count / 2))
        return known.map { ($0, distance(target, Array($0.utf8.prefix(64)))) }.filter { $0.1 <= limit }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[right.count]
    }
}
