import Model

/// What was done to authorities that only the grammar of a sentence joins to the words that say so.
extension Treatments {
    /// A cue with an authority that it speaks of, and what it says.
    private struct Claim {
        var authority: NamedAuthority
        var kind: Treatment.Kind
        var cue: PhraseHit
    }

    /// Words between a verb and its object or its subject at most, and within an aside.
    private static let (mostAhead, mostBehind, mostOfAside) = (9, 16, 20)
    /// Attributes that may stand before what an authority is called.
    private static let mostAttributes = 2
    /// Cues of a field that are looked at.
    private static let mostClauses = 24
    /// Languages in which the subject may stand right behind its verb, and those in which its participle does so.
    private static let inverted: Set<String> = ["de", "nl", "ar", "es", "pt", "it", "ru", "pl", "cs"]
    private static let latePassive: Set<String> = ["es", "pt", "it", "ru", "pl", "cs", "ar", "nl", "fr"]

    /// What cues that speak of no other authority say of those that the sentence tells by what they are.
    ///
    /// - Parameters:
    ///   - cues: The cues.
    ///   - told: Where authorities stand of which something is told already.
    /// - Returns: The treatments, each authority's once.
    func ofClauses(_ cues: [Cue], besides told: [Range<Int>]) -> [(treatment: Proven<Treatment>, cue: Range<Int>)] {
        guard field.field != .content, let words = tables.authorityWords(language), !cues.isEmpty else { return [] }
        var taken = told
        var found: [(treatment: Proven<Treatment>, cue: Range<Int>)] = []
        for cue in cues.prefix(Self.mostClauses) {
            guard let claim = claim(of: cue, words), !taken.contains(where: { $0.overlaps(claim.authority.range) })
            else { continue }
            taken.append(claim.authority.range)
            let evidence = field.text.evidence("treatment: \(claim.kind.rawValue)", cue.hit.range, field.field)
            let treatment = Treatment(authority: claim.authority.value, kind: claim.kind)
            guard !found.contains(where: { $0.treatment.value == treatment }) else { continue }
            found.append((Proven(treatment, [evidence]), cue.hit.range))
        }
        return found
    }

    private func claim(of cue: Cue, _ words: AuthorityWords) -> Claim? {
        guard let kind = Treatment.Kind(rawValue: tables.rules[cue.hit.rule].value), kind != .unclear,
            // What is only proposed is done to nothing, and a day that is moved is none either.
            !isProposal || !Self.ofMakers.contains(kind), kind != .stayed || !isOfDays(cue.hit.range)
        else { return nil }
        let authority: NamedAuthority? =
            ["zh", "ja", "ko"].contains(language.primary)
            ? MarkedAuthority(
                text: field.text, language: language.primary, words: words,
                known: authorities.filter { $0.kind != .plainAct }
            )
            .beside(cue.hit.range, side: cue.side, kind: kind)
            : spaced(cue, kind, words)
        guard let authority else { return nil }
        let told = kindOfAct(kind, authority, cue.hit.range)
        guard !isProposal || !Self.ofMakers.contains(told), isNews(told, of: authority, [cue.hit]),
            !isMerelyMeant(cue, of: authority),
            authority.kind != .decision || !isOfStatutes(cue.hit.range)
        else { return nil }
        return Claim(authority: authority, kind: told, cue: cue.hit)
    }

    /// What is done to acts by whoever makes them.
    private static let ofMakers: Set<Treatment.Kind> = [.amended, .repealed, .stayed]

    // MARK: Languages with spaces

    private func spaced(_ cue: Cue, _ kind: Treatment.Kind, _ tables: AuthorityWords) -> NamedAuthority? {
        let sentence = ClauseWords(field.text, around: cue.hit.range)
        let range = cue.hit.range
        let beginnings = Set((passive + active + either).map(\.range.lowerBound))
        let phrases = withKnown(
            AuthorityPhrase.all(in: sentence, tables, language.primary) { beginnings.contains($0.lowerBound) }, sentence
        ).filter { isTreated($0, sentence.words[$0.head].plain, kind, tables, range) }
        let first = sentence.words.firstIndex { $0.range.upperBound > range.lowerBound } ?? sentence.words.count
        let last = sentence.words.firstIndex { $0.range.lowerBound >= range.upperBound } ?? sentence.words.count
        guard !isBackground(sentence.words[..<first], tables) else { return nil }
        let isOfPrecedents = kind == .overruled || kind == .distinguished
        func place(_ phrase: AuthorityPhrase) -> NamedAuthority {
            if let authority = phrase.authority { return authority }
            let (first, last) = (sentence.words[phrase.words.lowerBound], sentence.words[phrase.words.upperBound - 1])
            let place = field.text.withWholeDay(first.range.lowerBound..<last.range.upperBound)
            return NamedAuthority(
                value: field.text.text(place), range: place,
                kind: phrase.isDecision || phrase.isCase && isOfPrecedents ? .decision : .described)
        }
        // Within a cue of several words: `setzt die Verfügung vom 3. März aus`.
        if let inner = phrases.first(where: { $0.words.lowerBound >= first && $0.words.upperBound <= last }),
            range.contains(sentence.words[inner.head].range.lowerBound)
        {
            return place(inner)
        }
        let isActive =
            cue.side != .treatmentBefore || Self.latePassive.contains(language.primary)
        if isActive, !negations.isAgent(after: range, before: field.text.count),
            let object = phrases.first(where: {
                $0.words.lowerBound >= last
                    && isObject(sentence.words[last..<$0.words.lowerBound], before: $0, tables, isOfPrecedents, kind)
            })
        {
            return place(object)
        }
        if cue.side != .treatmentAfter {
            let subject = phrases.last {
                $0.words.upperBound <= first && isSubject($0, sentence, first, cue, tables, isOfPrecedents)
            }
            return subject.map(place)
        }
        return nil
    }

    /// The authorities of a sentence with those that others read there.
    private func withKnown(_ phrases: [AuthorityPhrase], _ sentence: ClauseWords) -> [AuthorityPhrase] {
        guard let first = sentence.words.first, let last = sentence.words.last else { return phrases }
        let known = authorities.filter {
            $0.kind != .plainAct && $0.range.lowerBound >= first.range.lowerBound
                && $0.range.upperBound <= last.range.upperBound + 1
        }.compactMap { authority -> AuthorityPhrase? in
            guard let start = sentence.words.firstIndex(where: { $0.range.upperBound > authority.range.lowerBound }),
                let end = sentence.words.lastIndex(where: { $0.range.lowerBound < authority.range.upperBound }),
                start <= end
            else { return nil }
            return AuthorityPhrase(
                words: start..<end + 1, head: start, isDecision: authority.isCase, isCase: authority.isCase,
                authority: authority)
        }
        // What is described begins earlier than the number in it.
        let others = phrases.filter { phrase in !known.contains { $0.words.overlaps(phrase.words) } }
        let all = known.map { one in
            var one = one
            let around = phrases.first {
                ($0.words.overlaps(one.words) || isInBrackets(one, behind: $0, sentence))
                    && isJoined($0, to: one, sentence)
            }
            one.words =
                min(
                    around?.words.lowerBound ?? one.words.lowerBound, one.words.lowerBound)..<max(
                    around?.words.upperBound ?? one.words.upperBound, one.words.upperBound)
            return one
        }
        return (others + all).sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// `mit Beschluss vom 11. Juni (X ZB 5/22)`.
    private func isInBrackets(_ known: AuthorityPhrase, behind phrase: AuthorityPhrase, _ sentence: ClauseWords) -> Bool
    {
        phrase.words.upperBound == known.words.lowerBound && sentence.words[phrase.words.upperBound - 1].mark == 0x28
    }

    /// Whether only what belongs to a name stands between what an authority is called and what others read of it.
    private func isJoined(_ phrase: AuthorityPhrase, to known: AuthorityPhrase, _ sentence: ClauseWords) -> Bool {
        guard let tables = tables.authorityWords(language), phrase.head < known.words.lowerBound else { return true }
        return sentence.words[(phrase.head + 1)..<known.words.lowerBound].allSatisfy {
            $0.isName || $0.hasDigit || tables[.links].has($0.plain) || tables[.light].has($0.plain)
                || tables[.issuers].has($0.plain)
        }
    }

    /// Whether an authority is one with which what is told may happen.
    private func isTreated(
        _ phrase: AuthorityPhrase, _ head: String, _ kind: Treatment.Kind, _ tables: AuthorityWords, _ cue: Range<Int>
    ) -> Bool {
        switch kind {
        case .overruled, .distinguished: return phrase.isCase || phrase.isKnown
        case .applied:
            return phrase.isKnown || phrase.isDecision && tables[.upheld].isIn(String(ascii: field.text.lower[cue]))
        case .amended: return !phrase.isKnown && (tables[.acts].has(head) || phrase.authority?.isCase == false)
        default: return !phrase.isKnown
        }
    }

    /// Whether the words before a cue in its clause tell of what was before.
    private func isBackground(_ ahead: ArraySlice<ClauseWords.Word>, _ tables: AuthorityWords) -> Bool {
        let clause = ahead.reversed().prefix { $0.mark != 0x2C && $0.mark != 0x3A && $0.mark != 0x2D }.reversed()
        return tables[.background].isIn(clause.map(\.plain).joined(separator: " "))
    }

    /// Whether only words stand between a verb and an authority behind it that may do so.
    private func isObject(
        _ between: ArraySlice<ClauseWords.Word>, before phrase: AuthorityPhrase, _ tables: AuthorityWords,
        _ isOfPrecedents: Bool, _ kind: Treatment.Kind
    ) -> Bool {
        var (rest, attributes) = (between, 0)
        // `parts of a decree beside the AI Basic Act` speaks of no act that is known.
        if phrase.authority != nil, let word = between.last?.plain, word == "a" || word == "an" { return false }
        guard between.count <= Self.mostAhead + Self.mostOfAside else { return false }
        if let first = rest.first, first.range.lowerBound > 1, field.text.lower[first.range.lowerBound - 2] == 0x2C {
            rest = behindAside(rest)
        }
        if Self.inverted.contains(language.primary) { rest = behindSubject(rest, tables) }
        while let word = rest.first {
            rest = rest.dropFirst()
            let isLinked = isOfPrecedents || kind == .applied && phrase.isKnown
            if tables[.light].has(word.plain) || isLinked && tables[.links].has(word.plain)
                || isOfPrecedents && tables[.cases].has(word.plain)
            {
                // `ha revocato, perché …, le prescrizioni`
                if word.mark == 0x2C { rest = behindAside(rest) }
                continue
            }
            if word.mark == 0x2C, attributes == 0 { return false }
            guard word.mark == nil, !tables[.breaks].has(word.plain), !tables[.governs].has(word.plain),
                !AuthorityPhrase.isHead(word, tables), !word.isName || language.primary != "en",
                attributes < Self.mostAttributes
            else { return false }
            attributes += 1
        }
        return true
    }

    private func behindAside(_ words: ArraySlice<ClauseWords.Word>) -> ArraySlice<ClauseWords.Word> {
        guard let end = words.prefix(Self.mostOfAside).firstIndex(where: { $0.mark == 0x2C }) else { return words }
        return words[(end + 1)...]
    }

    /// The words behind whoever acts, where that stands behind the verb: `hebt der Senat … auf`.
    private func behindSubject(
        _ words: ArraySlice<ClauseWords.Word>, _ tables: AuthorityWords
    ) -> ArraySlice<ClauseWords.Word> {
        let start = words.drop { tables[.light].has($0.plain) && !tables[.issuers].has($0.plain) }
        guard let issuer = start.prefix(3).firstIndex(where: { tables[.issuers].has($0.plain) }) else { return words }
        if words[issuer].mark == 0x2C { return behindAside(words[(issuer + 1)...]) }
        let rest = words[(issuer + 1)...].drop { word in
            tables[.issuers].has(word.plain) || tables[.links].has(word.plain) && !tables[.light].has(word.plain)
                || word.isName && language.primary != "de"
        }
        return rest
    }

    /// Whether an authority is the subject of what a cue behind it says: only what goes on with its name, a verb by which
    /// something is done to it, and adverbs stand between.
    private func isSubject(
        _ phrase: AuthorityPhrase, _ sentence: ClauseWords, _ cue: Int, _ hit: Cue, _ tables: AuthorityWords,
        _ isOfPrecedents: Bool
    ) -> Bool {
        let words = sentence.words
        let between = words[phrase.words.upperBound..<cue]
        let last = words[phrase.words.upperBound - 1]
        // What is cited at the end of a sentence ends it: `[2024] EWCA Civ 825. The steps …`.
        let isPast = last.mark == 0x2E && phrase.words.upperBound < words.count && words[phrase.words.upperBound].isName
        guard between.count <= Self.mostBehind, !isPast else { return false }
        // `overruled objections` says nothing of a case before it, as `was overruled` does.
        if isOfPrecedents {
            return hit.side == .treatmentBefore || between.contains { tables[.passives].has($0.plain) }
        }
        guard !isGoverned(phrase, sentence, tables) else { return false }
        var isAside = last.mark == 0x2C
        if let mark = last.mark, ![0x2C, 0x22, 0x29].contains(mark), mark != 0x2E || !last.hasDigit { return false }
        var hasVerb = false
        var commas = isAside ? 1 : 0
        for word in between {
            if isAside, word.mark != 0x2C { continue }
            if word.mark == 0x2C {
                isAside.toggle()
                commas += 1
                continue
            }
            if let mark = word.mark, ![0x22, 0x28, 0x29].contains(mark), mark != 0x2E || word.range.count > 3 {
                return false
            }
            hasVerb = hasVerb || tables[.passives].has(word.plain)
            if tables[.breaks].has(word.plain), !tables[.light].has(word.plain) { return false }
        }
        guard !isAside else { return false }
        let isLight = between.allSatisfy { tables[.light].has($0.plain) || tables[.passives].has($0.plain) }
        let cueWords = String(ascii: field.text.lower[hit.hit.range]).split(separator: " ").map(String.init)
        return hasVerb || isLight || commas == 2 || cueWords.first.map(tables[.passives].has) ?? false
    }

    /// Whether a preposition or another noun stands before an authority, of which a verb behind it does not speak.
    private func isGoverned(_ phrase: AuthorityPhrase, _ sentence: ClauseWords, _ tables: AuthorityWords) -> Bool {
        var index = phrase.words.lowerBound - 1
        while index >= 0 {
            let word = sentence.words[index]
            if let mark = word.mark, mark != 0x22 { return false }
            if tables[.shells].has(word.plain) { return false }
            if tables[.governs].has(word.plain) { return true }
            if !tables[.light].has(word.plain) {
                // A noun before an article of it in German, before `de` and its like elsewhere.
                let next = sentence.words[index + 1]
                let isJoint =
                    language.primary == "de"
                    ? word.isName && ["der", "des"].contains(next.plain)
                    : index + 1 < phrase.words.lowerBound && tables[.links].has(next.plain)
                        && !["the", "le", "la", "el", "il", "o", "a", "het"].contains(next.plain)
                return isJoint || ["ru", "pl", "cs"].contains(language.primary) && !tables[.breaks].has(word.plain)
            }
            index -= 1
        }
        return false
    }
}
