import Model

/// The states of the USA, whose bills bear the same numbers.
enum UnitedStates {
    private static let states = [
        "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida",
        "georgia", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine",
        "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska",
        "nevada", "new hampshire", "new jersey", "new mexico", "new york", "north carolina", "north dakota", "ohio",
        "oklahoma", "oregon", "pennsylvania", "rhode island", "south carolina", "south dakota", "tennessee", "texas",
        "utah", "vermont", "virginia", "washington", "west virginia", "wisconsin", "wyoming",
    ].map { (name: $0, bytes: Array($0.utf8)) }

    /// The last word of each state's name.
    static let endings = Set(states.compactMap { $0.name.split(separator: " ").last.map(String.init) })

    /// The hashes of these words among those of English reports.
    static let hashes = Set(endings.map { NewsWords.hash(Substring($0), NewsWords.seed(.english)) })

    /// The states that texts name in English.
    static func named(in texts: [String]) -> Set<String> {
        var found: Set<String> = []
        for text in texts {
            let lower = FactFolding.lowered(Array(text.utf8))
            for state in states where Self.contains(state.bytes, lower) { found.insert(state.name) }
        }
        return found.contains("west virginia") ? found.subtracting(["virginia"]) : found
    }

    private static func contains(_ word: [UInt8], _ text: [UInt8]) -> Bool {
        guard text.count >= word.count else { return false }
        return (0...(text.count - word.count)).contains { start in
            text[start] == word[0] && text[start..<(start + word.count)].elementsEqual(word)
                && Bytes.wordBegins(text, at: start)
                && !Bytes.wordGoesOn(text, at: start + word.count)
        }
    }
}
