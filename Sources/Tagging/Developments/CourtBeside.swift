import Model

/// The court that stands beside a number which many courts give: `No. 3:25-cv-00123 (N.D. Cal.)`, `LG Köln, 2 O 12/26`.
enum CourtBeside {
    /// Bytes beside a number in which its court stands.
    private static let reach = 90

    /// Whether a citation is a number that courts count each on their own: dockets and appeals in the USA, and the files
    /// of Germany's courts of the states.
    static func isNeeded(for citation: String) -> Bool {
        if isDocket(citation) { return true }
        let parts = citation.utf8.split(separator: 0x20)
        guard parts.count == 3, let first = parts[0].first, Bytes.isDigit(first) else { return false }
        return parts[2].contains(0x2F)
    }

    /// Whether a citation is that of a docket or an appeal in the USA.
    static func isDocket(_ citation: String) -> Bool {
        if citation.hasPrefix("No. ") { return true }
        let docket = citation.utf8.split(separator: 0x2D)
        return docket.count == 3 && docket[1].count == 2 && docket[1].allSatisfy(Bytes.isLower)
    }

    /// The court of a citation in a form that is compared; nil where none is beside it.
    static func told(of citation: Proven<String>, in text: ItemText) -> String? {
        guard isNeeded(for: citation.value), let place = citation.evidence.first else { return nil }
        let words = Subject.words(of: place.field, in: text).utf8
        let isGerman = citation.value.contains("/") && !citation.value.hasPrefix("No. ")
        return isGerman
            ? german(String(decoding: words.prefix(place.offset).suffix(reach), as: UTF8.self))
            : american(words.dropFirst(place.offset + place.words.utf8.count).prefix(reach))
    }

    /// Whether two courts may be one: `lg münchen` may be either of Munich's.
    static func mayBeOne(_ left: String, _ right: String) -> Bool { left.hasPrefix(right) || right.hasPrefix(left) }

    /// `(N.D. Cal. Nov. 28, 2026)` as `ndcal`, `(2d Cir.)` and `(2nd Cir.)` as `circuit 2`.
    private static func american(_ after: Substring.UTF8View) -> String? {
        let rest = after.drop { $0 == 0x20 || $0 == 0x2C }
        guard rest.first == 0x28, let end = rest.firstIndex(of: 0x29) else { return nil }
        let words = rest[..<end].split { !Bytes.isAlphanumeric($0) }
            .map { String(decoding: $0, as: UTF8.self).lowercased() }
            .prefix { !months.contains(String($0.prefix(3))) && !$0.utf8.allSatisfy(Bytes.isDigit) }
        if let last = words.last, ["cir", "circuit"].contains(last), words.count > 1 {
            let name = words.dropLast().joined()
            let number = name.prefix { $0.isNumber }
            return "circuit \(number.isEmpty ? name : String(number))."
        }
        let isDistrict =
            switch words.count {
            case 0: false
            case 1: ofNewYork.contains(words[0])
            case 2: words[0] == "d" || districts.contains(words[0])
            default: words[0] == "d" || districts.contains(words[0]) || districts.contains(words[0] + words[1])
            }
        return isDistrict ? words.joined() : nil
    }

    private static let districts: Set<String> = ["nd", "sd", "ed", "wd", "md", "cd"]
    private static let ofNewYork: Set<String> = ["ndny", "sdny", "edny", "wdny"]
    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The place of the court right before a file number, with nothing between but what kind of decision it is, and when.
    private static func german(_ before: String) -> String? {
        var words = before.split { $0.isWhitespace || ",;:()-–„“\"".contains($0) }
            .map { String($0.hasSuffix(".") ? $0.dropLast() : $0) }
        while let last = words.last, between.contains(last.lowercased()) || isNumber(last) {
            words.removeLast()
        }
        guard let last = words.last else { return nil }
        if ["KG", "Kammergericht"].contains(last) { return "berlin" }
        let isDivided = ["I", "II"].contains(last) && words.count > 2
        let name = isDivided ? words[words.count - 2] : last
        let kind = words.dropLast(isDivided ? 2 : 1).last ?? ""
        guard name.first?.isUppercase ?? false, kinds.contains(kind.hasSuffix("s") ? String(kind.dropLast()) : kind)
        else { return nil }
        return folded(name) + (isDivided ? " \(last)." : "")
    }

    private static func isNumber(_ word: String) -> Bool { word.utf8.allSatisfy { Bytes.isDigit($0) || $0 == 0x2E } }

    private static func folded(_ name: String) -> String {
        name.lowercased().map { letter in
            switch letter {
            case "ä": "ae"
            case "ö": "oe"
            case "ü": "ue"
            case "ß": "ss"
            default: String(letter)
            }
        }.joined()
    }

    private static let kinds: Set<String> = [
        "LG", "OLG", "AG", "VG", "OVG", "ArbG", "LAG", "SG", "LSG", "FG", "KG", "Landgericht", "Oberlandesgericht",
        "Amtsgericht", "Verwaltungsgericht", "Oberverwaltungsgericht", "Arbeitsgericht", "Landesarbeitsgericht",
        "Sozialgericht", "Landessozialgericht", "Finanzgericht", "Kammergericht",
    ]
    /// Words between a court and its number, and what places add to their names.
    private static let between: Set<String> = [
        "urteil", "urt", "endurteil", "teilurteil", "beschluss", "beschl", "hinweisbeschluss", "verfügung", "vom", "v",
        "az", "aktenzeichen", "am", "main", "a.m", "januar", "februar", "märz", "april", "mai", "juni", "juli",
        "august",
        "september", "oktober", "november", "dezember",
    ]
}
