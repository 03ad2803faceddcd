/// A field that several elements can give: the best of those that are there.
struct Ranked<Value> {
    private(set) var value: Value?
    private var rank = Int.max

    /// How two elements of the same rank are told apart.
    enum Tie { case firstWins, lastWins }

    /// Takes a value where it outranks the one that is there; a lower rank is a better one.
    mutating func offer(_ new: Value?, rank newRank: Int, tie: Tie = .firstWins) {
        guard let new, newRank < rank || (newRank == rank && tie == .lastWins) else { return }
        value = new
        rank = newRank
    }

    /// Whether a value of that rank would be taken.
    func wants(rank newRank: Int, tie: Tie = .firstWins) -> Bool {
        newRank < rank || (newRank == rank && tie == .lastWins)
    }
}
