/// What grouping knows of names, from the files beside the vocabulary.
public struct GroupingTables: Sendable {
    /// Knows no names.
    public static let none = GroupingTables(acts: .none, regions: .none)

    /// Acts without a number.
    public let acts: KnownActs
    /// Parts of countries with courts and authorities of their own.
    public let regions: Regions

    /// What grouping knows of names.
    ///
    /// - Parameters:
    ///   - acts: Acts without a number.
    ///   - regions: Parts of countries.
    public init(acts: KnownActs, regions: Regions) { (self.acts, self.regions) = (acts, regions) }
}
