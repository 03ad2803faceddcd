import Model

/// Cases that a text names without being about them, by what stands right before their numbers.
enum PassingCitation {
    /// Bytes before a number that are read.
    private static let reach = 80
    /// Bytes between a case's name and its number, or another's: `Acme v. Talkbot and C-100/25`.
    private static let joined = 6

    /// Whether a case, by its number or its name, is one by which something else is decided, `applies C-250/25`, or after which something else came,
    /// `After C-250/25: …`. What is told of bills is told of them.
    static func isOne(_ matter: Proven<String>, in text: ItemText, of findings: Findings) -> Bool {
        guard let place = matter.evidence.first, place.offset > 0, !USBill.isBill(matter.value) else { return false }
        let name = findings.matterNames.lazy.compactMap(\.evidence.first).first {
            let gap = place.offset - $0.offset - $0.words.utf8.count
            return $0.field == place.field && (0...joined).contains(gap)
        }
        let before = Subject.words(of: place.field, in: text).utf8.prefix(name?.offset ?? place.offset).suffix(reach)
        let words = words(Array(before))
        guard let index = words.lastIndex(where: { !fillers.contains($0) }) else { return false }
        let (cue, between) = (words[index], words[(index + 1)...])
        // Lawyers cite what is invented in a case.
        if citing.contains(cue) { return between.isEmpty || between == ["case"] }
        // What applies in a case is something else.
        if applying.contains(cue) { return between.first != "in" }
        // A docket's number and a name are those of the whole suit, in which something follows its rulings.
        return later.contains(cue) && !CourtBeside.isNeeded(for: matter.value) && !CaseName.isName(matter.value)
    }

    /// The last words in lower case, as far back as no sign parts them.
    private static func words(_ bytes: [UInt8]) -> [String] {
        let lower = FactFolding.lowered(bytes)
        let start = lower.lastIndex { ",;|(\"".utf8.contains($0) }.map { $0 + 1 } ?? 0
        return lower[start...].split { !Bytes.isAlphanumeric($0) && $0 < 0x80 }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private static let applying: Set<String> = [
        "applies", "applied", "applying", "wendet", "applique", "appliquant", "aplica", "aplicando", "applica",
        "applicando",
    ]
    private static let citing: Set<String> = ["cites", "cited", "citing", "zitiert", "citant", "citando"]
    private static let later: Set<String> = ["after", "following", "follows", "nach", "après", "tras", "dopo"]
    private static let fillers: Set<String> = [
        "the", "in", "of", "case", "cases", "ruling", "judgment", "judgement", "decision", "no", "nos", "cjeu", "s",
        "der", "dem", "die", "das", "urteil", "entscheidung", "rechtssache", "rs", "eugh", "la", "le", "l", "de",
        "arrêt",
        "l’arrêt", "affaire", "sentencia", "asunto", "el", "sentenza", "causa",
    ]
}
