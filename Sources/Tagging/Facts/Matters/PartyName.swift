/// Brings the name of a party to what all reports of a case share.
enum PartyName {
    private static let dropped: Set<String> = [
        "inc", "inc.", "llc", "l.l.c.", "ltd", "ltd.", "limited", "corp", "corp.", "corporation", "co", "co.",
        "company", "pbc", "lp", "l.p.", "gmbh", "ag",
        "se", "plc", "s.a.", "sa", "bv", "b.v.", "pty", "pvt", "pvt.", "et", "al", "al.", "&", "ors", "ors.", "the",
        "and", "of", "others", "e.v.",
        "platforms", "enterprises", "in", "re", "anor", "systems", "technologies", "group",
    ]

    /// The first two words that tell one party from another, in lower case without the form of the company.
    static func short(_ name: String) -> String {
        let words = name.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
            .filter { !dropped.contains($0) && $0.first != "(" }
        let kept = words.prefix(2).joined(separator: " ")
        return kept.isEmpty ? name.lowercased() : kept.filter { $0 != "." && $0 != "," && $0 != ":" }
    }
}
