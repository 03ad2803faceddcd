extension DescribedAct {
    /// Words of a name at most, and those that lead to the name of a case.
    private static let (mostOfTitle, mostAhead) = (12, 3)

    /// An act by its name in capitals, in languages that begin it with what it is: `Ley Federal del Derecho de Autor`.
    func title(_ head: Range<Int>) -> Range<Int>? {
        guard grammar.titles.contains(lower(head)), isName(head), !isDraft(before: head.lowerBound) else { return nil }
        var (index, end) = (head.upperBound, Int?.none)
        for _ in 0..<Self.mostOfTitle {
            guard let word = next(index), !hasCue(word) else { break }
            if isName(word), !hasDigit(word) {
                if Self.courts.contains(where: lower(word).hasPrefix) { return nil }
                end = word.upperBound
            } else if !grammar.genitives.contains(lower(word)), !Self.titleJoints.contains(lower(word)) {
                break
            }
            index = word.upperBound
            // `dell'Autorità`
            if index < text.count, text.lower[index] == 0x27, let name = self.word(at: index + 1) {
                guard isName(name) else { break }
                (end, index) = (name.upperBound, name.upperBound)
            }
        }
        return end.map { head.lowerBound..<$0 }
    }

    /// What courts are called, which are no part of an act's name.
    private static let courts = ["tribun", "corte", "juzgado", "cour", "cass", "audienc", "supremo", "suprema"]
    private static let titleJoints: Set<String> = [
        "y", "e", "et", "en", "sobre", "sur", "para", "à", "sul", "per", "ed",
    ]

    /// Whether what an act is called belongs to a bill: `Proyecto de Ley …`.
    private func isDraft(before index: Int) -> Bool {
        let words = text.lower[max(0, index - 40)..<index].split(separator: 0x20).suffix(2)
        return words.contains { word in Self.drafts.contains { word.starts(with: $0) } }
    }

    private static let drafts = [
        "proyecto", "anteproyecto", "projeto", "projet", "propos", "iniciativa", "disegno", "schema", "avant-projet",
        "bozza", "borrador",
    ].map { Array($0.utf8) }

    /// A decision by the name of a case: `arrêt Infopaq`, `the Bartz ruling`, `Infopaq-Entscheidung`.
    func namedCase(_ head: Range<Int>) -> Range<Int>? {
        guard grammar.isDecision(lower(head)) else { return nil }
        if grammar.isMonthFirst { return nameAhead(head).map { $0..<head.upperBound } }
        if let hyphen = text.lower[head].lastIndex(of: 0x2D) {
            let isTold = isName(head) && hyphen - head.lowerBound > 2
            return isTold && !Self.isOfCourt(lower(head.lowerBound..<hyphen)) ? head : nil
        }
        var (index, end) = (head.upperBound, Int?.none)
        for place in 0..<Self.mostAhead + 3 {
            guard let word = next(index), !hasCue(word) else { break }
            if isName(word), !hasDigit(word) {
                if Self.isOfCourt(lower(word)) { return nil }
                end = word.upperBound
            } else if end != nil || place >= Self.mostAhead || !Self.ofCases.contains(lower(word)) {
                break
            }
            index = word.upperBound
        }
        return end.map { head.lowerBound..<$0 }
    }

    /// What leads to the name of a case behind what a decision is called, or stands in it.
    private static let ofCases: Set<String> = [
        "caso", "del", "in", "sachen", "sache", "dans", "l'affaire", "affaire", "dit", "dite", "nel",
    ]

    /// Where the name of a case begins that stands before what a decision is called.
    private func nameAhead(_ head: Range<Int>) -> Int? {
        guard head.lowerBound > 2, text.lower[head.lowerBound - 1] == 0x20 else { return nil }
        let end = head.lowerBound - 1
        let start = (text.lower[..<end].lastIndex(of: 0x20) ?? -1) + 1
        let word = start..<end
        guard let name = self.word(at: start), name == word, isName(word), !hasDigit(word), !hasCue(word), start > 0,
            text.cased[word].dropFirst().contains(where: Bytes.isLower), !Self.isOfCourt(lower(word)),
            ["the ", "its ", "own "].contains(where: { text.lower[..<start].suffix(4).elementsEqual($0.utf8) })
        else { return nil }
        return start
    }

    /// Whether a word belongs to the name of a court or an authority, which has many decisions.
    private static func isOfCourt(_ word: String) -> Bool { ofCourts.contains(where: word.hasPrefix) }

    private static let ofCourts = [
        "cour", "cass", "conseil", "consei", "tribun", "audienc", "corte", "consigli", "suprem", "tar", "bgh", "olg",
        "lg",
        "ag", "bverf", "bverw", "eugh", "eug", "epo", "epa", "landger", "oberland", "bundes", "amtsger", "verwaltung",
        "vgh", "ovg", "kg", "kammer", "senat", "hof", "rechtbank", "raad", "gerecht", "st", "tj", "trf", "cjue", "tjue",
        "cgue", "cjeu", "ts", "tc", "agc", "garante", "aepd", "cnil", "anpd", "wsa", "nsa", "sąd", "tsue", "trybun",
        "sup",
        "commission", "comis", "kommission", "juzgado", "sala", "juge", "giudic", "richter", "federal", "high",
        "appeal",
        "circuit", "board", "judge", "parliament", "district", "autorid", "autorit", "ministe", "minist", "ninth",
        "second", "third", "first", "fourth", "fifth", "final", "regional", "nacional", "primera", "monocr", "суд",
        "вас",
        "upc", "inpi", "euipo", "pleno", "plenum", "secci", "gericht", "presid", "prezes", "ústavn", "nejvyšš", "soud",
        "konstytuc", "naczeln", "apela", "okręg", "верхов", "конституц", "арбитраж", "американ", "english", "american",
        "german", "french", "european", "us", "uk", "eu",
    ]
}
