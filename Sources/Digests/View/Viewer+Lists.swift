import Model

extension Viewer {
    /// The line of a policy or tool in the overview.
    func glance(_ entry: DigestEntry, number: Int, today: Day) -> Scope {
        Scope([
            "title": leaf(entry.title), "why": leaf(why(entry, today)), "anchor": anchor(number),
            "day": day(entry.earliest), "is-late": entry.earliest.map { $0 < today } ?? false,
        ])
    }

    private func anchor(_ number: Int) -> Leaf { Leaf(renderText: "lw-\(number + 1)") }

    /// What of a policy or tool needs the reader.
    private func why(_ entry: DigestEntry, _ today: Day) -> String {
        let new = entry.newQuestions
        let open = entry.openQuestions - new + (entry.elsewhere?.count ?? 0)
        let why = [
            new > 0 ? words("new", count: new) : nil, open > 0 ? words("open", count: open) : nil,
            entry.needed.map { needed in
                needed.due.map { words("promised-update", ["date": words.day($0)]) }
                    ?? words("needed-update", ["name": needed.actor, "date": words.day(needed.day)])
            },
            entry.reviewDue.map { words("review", ["date": words.day($0)]) },
            entry.contractUntil.map { words($0 < today ? "contract-ended" : "contract-ends", ["date": words.day($0)]) },
        ]
        return words.list(why.compactMap(\.self))
    }

    /// A policy or tool with its questions.
    func entry(_ entry: DigestEntry, number: Int, today: Day, answerAddress: String?) -> Scope {
        let subject = entry.command
        let (why, elsewhere) = (why(entry, today), entry.elsewhere ?? [])
        let standing = [
            why, entry.riskClass.map { words("class-\($0.rawValue)") },
            entry.status.map { words("status-\($0.rawValue)") },
        ].compactMap(\.self).filter { !$0.isEmpty }
        return Scope([
            "kind": leaf(words(entry.kind.rawValue)), "id": leaf(entry.id), "title": leaf(entry.title),
            "status": leaf(entry.status.map { words("status-\($0.rawValue)") }),
            "class": leaf(entry.riskClass.map { words("class-\($0.rawValue)") }),
            "note": leaf(entry.note), "removed": leaf(entry.isRemoved ? words("removed-subject") : nil),
            "deputy": leaf(entry.deputyFor.map { words("deputy", ["name": $0]) }),
            "why": leaf(why), "standing": leaf(standing.joined(separator: " · ")), "anchor": anchor(number),
            "update": entry.needed.map { command($0.command) } ?? leaf(nil),
            "elsewhere": elsewhere.map(self.elsewhere), "has-elsewhere": !elsewhere.isEmpty,
            "questions": entry.questions.map { question($0, today: today, answerAddress: answerAddress) },
            "more": leaf(entry.moreOpen > 0 ? words("more-open", count: entry.moreOpen, ["command": subject]) : nil),
        ])
    }

    /// A question that others have, or that is put off.
    private func elsewhere(_ question: QuestionElsewhere) -> Scope {
        let holder = question.holder.map { holder in
            let held = words("held", ["name": holder.name, "date": words.day(holder.since)])
            let cause = holder.cause.map { words("held-\($0.rawValue)", ["name": holder.actor]) }
            return words.list([held] + (cause.map { [$0] } ?? []))
        }
        let putOff = question.until.map { words("put-off", ["date": words.day($0), "name": question.actor]) }
        var values = foreign(question.title, question.language, as: "title")
        values["what"] = leaf(words.list([holder, putOff].compactMap(\.self)))
        values["command"] = command("lexwatch alert \(question.alert)")
        return Scope(values)
    }

    /// A question that was answered.
    func answered(_ answered: AnsweredQuestion) -> Scope {
        var values = foreign(answered.title, answered.language, as: "title")
        values["subject"] = leaf(answered.subject)
        values["answer"] = leaf(words("answer-\(answered.answer.rawValue)"))
        values["note"] = leaf(answered.note)
        values["actor"] = leaf(answered.actor)
        values["day"] = leaf(day(answered.at))
        return Scope(values)
    }

    /// A date with legal effect.
    func date(_ date: UpcomingDate) -> Scope {
        var values = foreign(date.title, date.language, as: "title")
        values["day"] = day(date.day)
        values["kind"] = leaf(words(date.name))
        values["matter"] = leaf(date.matter)
        values["places"] = leaf(words.list(date.jurisdictions.map(words.place)))
        values["subjects"] = leaf(words.list(date.subjects))
        values["link"] = link(date.link)
        values["notice"] = leaf(notice(date))
        values["is-cancelled"] = date.notice == .cancelled
        return Scope(values)
    }

    private func notice(_ date: UpcomingDate) -> String? {
        switch date.notice {
        case .listed: nil
        case .moved: date.movedFrom.map { words("moved", ["old": words.day($0), "new": words.day(date.day)]) }
        case .approaching: date.daysLeft.map { words("days-left", count: $0) }
        case .cancelled: words("cancelled")
        }
    }

    /// What a unit should know of one development.
    func risk(_ risk: RiskNotice) -> Scope {
        var values = foreign(risk.title, risk.language, as: "title")
        values.merge(foreign(risk.excerpt, risk.language, as: "excerpt")) { $1 }
        values["link"] = link(risk.link)
        values["url"] = url(risk.link)
        values["publisher"] = leaf(risk.publisher)
        let stage = words("unit-stage-\(risk.stage.rawValue)")
        let outcome = outcome(risk).map { words("stage-outcome", ["stage": stage, "outcome": $0]) }
        values["meaning"] = leaf(outcome ?? stage)
        values["from"] = leaf(
            risk.effective.map { words(effect("unit-from", at: risk.stage), ["date": words.day($0)]) })
        values["policies"] = leaf(words.list(risk.policies))
        values["tools"] = leaf(words.list(risk.tools))
        values["when"] = leaf(risk.published.map { words("published", ["date": day($0)]) })
        values["badge"] = leaf(words(risk.isNew ? "badge-new" : "badge-moved"))
        values["is-new"] = risk.isNew
        return Scope(values)
    }

    private func outcome(_ risk: RiskNotice) -> String? {
        risk.outcome.map { outcome in
            let quoted = risk.outcomeWords.map { words("quoted", ["words": $0]) }
            return words("unit-outcome-\(outcome.rawValue)", ["words": words.list(quoted)])
        }
    }

    /// An item that missed a topic by one concept.
    func missed(_ item: MissedItem) -> Scope {
        var values = foreign(item.title, item.language, as: "title")
        values["publisher"] = leaf(item.publisher)
        values["link"] = link(item.link)
        values["url"] = url(item.link)
        values["lacked"] = leaf(words("lacked", ["topic": item.topic, "lacked": item.lacked]))
        return Scope(values)
    }

    /// A topic's developments by week, with the length of each bar in hundredths.
    func trend(_ trend: TopicTrend, longest: Int) -> Scope {
        let weeks = trend.weeks.map { count in
            Scope(["count": leaf(String(count)), "height": leaf(String(max(1, count * 28 / max(1, longest))))])
        }
        return Scope([
            "topic": leaf(trend.topic), "weeks": weeks, "total": leaf(String(trend.weeks.reduce(0, +))),
            "counts": leaf(trend.weeks.map(String.init).joined(separator: " ")),
        ])
    }
}
