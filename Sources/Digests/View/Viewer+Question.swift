import Model

extension Viewer {
    /// One question.
    func question(_ question: Question, today: Day, answerAddress: String?) -> Scope {
        var values = development(question.development)
        values.merge(continuation(question.later, of: question.development.stage)) { $1 }
        let open = question.later.isNews ? "badge-moved" : "badge-open"
        let badge = question.isNew ? (question.reopened == nil ? "badge-new" : "badge-reopened") : open
        values["number"] = leaf(question.alert.description)
        values["badge"] = leaf(words(badge))
        values["is-new"] = question.isNew
        values["reasons"] = question.reasons.map(reason)
        values["has-reasons"] = !question.reasons.isEmpty
        let quotes = Quote.quotes(of: question.reasons.flatMap(\.words))
        values["matches"] = quotes.map { Scope(["pieces": $0.pieces.map(piece)]) }
        values["has-matches"] = !quotes.isEmpty
        values["answer-by"] = leaf(question.due.map { words("answer-by", ["date": words.day($0)]) })
        values["is-overdue"] = question.due.map { $0 < today } ?? false
        values["open-since"] = leaf(question.isNew ? nil : words("since", ["date": day(question.raised)]))
        values["commands"] = question.commands.map(answer)
        values["has-commands"] = !question.commands.isEmpty
        values["page"] = link(question.link)
        values["mail-answers"] = mailAnswers(question, to: answerAddress)
        values["has-mail-answers"] = answerAddress != nil
        values["rank"] = leaf(question.rank.parts.isEmpty ? nil : rank(question.rank))
        values["earlier"] = question.earlier.map(earlier)
        values["has-earlier"] = !question.earlier.isEmpty
        return Scope(values)
    }

    private func development(_ development: ReportedDevelopment) -> [String: Any] {
        let headline = development.headline.flatMap { $0.isEmpty ? nil : $0 }
        let shown = headline == nil ? development.language : words.language
        var values = foreign(headline ?? development.title, shown, as: "title")
        values.merge(foreign(headline == nil ? nil : development.title, development.language, as: "original")) { $1 }
        values.merge(foreign(development.excerpt, development.language, as: "excerpt")) { $1 }
        values["link"] = link(development.link)
        values["publisher"] = leaf(development.publisher)
        values["facts"] = leaf(facts(of: development).joined(separator: " · "))
        values["when"] = leaf(dates(of: development).joined(separator: " · "))
        values["others"] = development.others.map { other in
            var values = foreign(other.title, other.language, as: "title")
            values["publisher"] = leaf(other.publisher)
            values["link"] = link(other.link)
            return Scope(values)
        }
        values["has-others"] = !development.others.isEmpty
        values["further"] = leaf(development.further.map { words("further", ["n": String($0)]) })
        return values
    }

    /// Authority, jurisdictions, instrument and stage, citations.
    private func facts(of development: ReportedDevelopment) -> [String] {
        let kind = [words("instrument-\(development.instrument.rawValue)"), stage(development.stage)]
        return [
            words("authority-\(development.authority.rawValue)"),
            words.list(development.jurisdictions.map(words.place)),
            words.list(kind.filter { !$0.isEmpty }), words.list(development.citations),
        ].filter { !$0.isEmpty }
    }

    /// A stage in words; empty where there is none.
    func stage(_ stage: Stage) -> String { stage == .none ? "" : words("stage-\(stage.rawValue)") }

    /// Under which name words of a day of effect stand: a mere proposal is to take effect, and may never do so.
    func effect(_ name: String, at stage: Stage?) -> String { stage == .proposed ? "\(name)-proposed" : name }

    private func dates(of development: ReportedDevelopment) -> [String] {
        [
            development.published.map { words("published", ["date": day($0)]) },
            development.effective.map { words(effect("effective", at: development.stage), ["date": words.day($0)]) },
            words("seen", ["date": day(development.firstSeen)]),
        ].compactMap(\.self)
    }

    private func reason(_ reason: Reason) -> Scope {
        let what = words("reason-\(reason.kind.rawValue)", ["value": value(of: reason)])
        let places = reason.jurisdictions.isEmpty ? "" : " (\(words.list(reason.jurisdictions.map(words.place))))"
        let label = reason.label.map { " · " + words("set-by", ["name": $0.actor, "date": day($0.at)]) } ?? ""
        return Scope([
            "section": leaf(reason.section.map { words("section", ["section": $0]) }),
            "what": leaf(what + places + label),
        ])
    }

    /// What is met, in the reader's language where it is a word of lexwatch's own.
    private func value(of reason: Reason) -> String {
        if reason.kind == .followed, reason.value == AlertReason.unnamedMatter { return words("same-matter") }
        guard reason.kind == .terms else { return reason.value }
        let parts = reason.value.split(separator: ",", maxSplits: 1).map(String.init)
        guard let subject = parts.first, let clause = words.text("clause-\(subject)") else { return reason.value }
        guard parts.count > 1 else { return clause }
        return Self.clauseWords[parts[1]].map { words($0, ["clause": clause]) } ?? reason.value
    }

    private static let clauseWords = [
        " not found any more": "terms-lost", " no such clause found": "terms-absent", " new": "terms-new",
    ]

    /// A piece of a quotation: words that matched, or what stands around them with its spaces at the edges.
    private func piece(_ piece: Quote.Piece) -> Scope {
        let escaped = form.escaped(piece.text)
        if piece.isMarked { return Scope(["plain": Leaf(renderText: ""), "marked": Leaf(renderText: escaped)]) }
        let edges = (piece.text.unicodeScalars.first, piece.text.unicodeScalars.last)
        let (before, after) = (edges.0.map(Plain.isBlank) == true, edges.1.map(Plain.isBlank) == true)
        let text = escaped.isEmpty ? (before ? " " : "") : (before ? " " : "") + escaped + (after ? " " : "")
        return Scope(["plain": Leaf(renderText: text), "marked": Leaf(renderText: "")])
    }

    private func answer(_ command: AnswerCommand) -> Scope {
        Scope(["answer": leaf(words("answer-\(command.answer.rawValue)")), "command": self.command(command.command)])
    }

    private func mailAnswers(_ question: Question, to address: String?) -> [Scope] {
        guard let address, MailAddress.isAddress(address) else { return [] }
        return Assessment.Answer.allCases.map { answer in
            let subject = "assess \(question.alert) \(answer.rawValue)"
            let url = "mailto:\(address)?subject=\(subject.split(separator: " ").joined(separator: "%20"))"
            return Scope([
                "answer": leaf(words("answer-\(answer.rawValue)")),
                "address": Leaf(renderText: form.escapedAddress(url)),
            ])
        }
    }

    private func rank(_ rank: Rank) -> String {
        let parts = rank.parts.map { "\(weighed($0.name)) \($0.points < 0 ? "−" : "+")\($0.points.magnitude)" }
        return words(
            "labelled", ["label": words("rank", ["n": String(rank.total)]), "text": words.list(parts)])
    }

    /// What a part of a rank weighs, in the reader's language where the catalogue has words for it.
    private func weighed(_ name: String) -> String {
        if let text = Self.rankWords[name].flatMap(words.text) { return text }
        if name.hasPrefix("stage: "), let text = words.text("stage-\(name.dropFirst(7))") { return text }
        if name.hasPrefix("authority: "), let text = words.text("authority-\(name.dropFirst(11))") { return text }
        if name.hasPrefix("jurisdiction: ") {
            return words.list(
                name.dropFirst(14).split(separator: ",").map { code in
                    let code = String(code.drop { $0 == " " })
                    return Jurisdiction(code).map(words.place) ?? code
                })
        }
        let parts = name.split(separator: " ").map(String.init)
        guard parts.count == 3, parts[1] == "on", let day = Day(iso: parts[2]) else { return name }
        if parts[0] == "published" { return words("published", ["date": words.day(day)]) }
        guard let what = words.text("date-\(parts[0])") else { return name }
        return words("labelled", ["label": what, "text": words.day(day)])
    }

    static let rankWords = [
        "relied on": "rank-relied", "followed": "rank-followed", "in the title": "rank-title",
        "names the tool": "rank-tool", "meets a section": "rank-section", "new matter": "rank-new",
        "next step of a known matter": "rank-step",
        "an authority lost its force": "rank-lost", "a quoted passage is gone": "rank-quote",
        "a vendor's terms changed": "rank-terms", "a clause is not found": "rank-clause",
    ]

    /// An answer that was given before.
    func earlier(_ answer: EarlierAnswer) -> Scope {
        Scope([
            "day": day(answer.day), "answer": leaf(words("answer-\(answer.answer.rawValue)")),
            "title": leaf(answer.title), "note": leaf(answer.note), "actor": leaf(answer.actor),
            "shared": leaf(answer.shared.isEmpty ? nil : words("shared", ["text": words.list(answer.shared)])),
        ])
    }
}
