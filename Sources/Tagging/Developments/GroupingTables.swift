/// What grouping knows of names, from the files beside the vocabulary.
public struct GroupingTables: Sendable {
    /// Knows no names.
    public static let none = GroupingTables(
        acts: .none, regions: .none, papers: .none, steps: .none, parties: .none)

    /// Acts without a number.
    public let acts: KnownActs
    /// Parts of countries with courts and authorities of their own.
    public let regions: Regions
    /// Papers that bodies number by years.
    public let papers: KnownPapers
    /// Words of titles that say which step of a matter is told.
    public let steps: StepWords
    /// Firms and persons by their names in several scripts.
    public let parties: KnownParties

    /// What grouping knows of names.
    ///
    /// - Parameters:
    ///   - acts: Acts without a number.
    ///   - regions: Parts of countries.
    ///   - papers: Papers that bodies number by years.
    ///   - steps: Words that say which step is told.
    ///   - parties: Firms and persons.
    public init(acts: KnownActs, regions: Regions, papers: KnownPapers, steps: StepWords, parties: KnownParties) {
        (self.acts, self.regions, self.papers, self.steps) = (acts, regions, papers, steps)
        self.parties = parties
    }
}
