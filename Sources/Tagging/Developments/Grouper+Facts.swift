import Model

/// The groups that a report joins by a fact that both tell: a deadline, a sum, a paper, the parties to a dispute.
extension Grouper {
    /// The same deadline under one law in the same days, and some of the same words; in another language one of the same
    /// topics, where no other consultation has the deadline.
    func sameConsultation(_ report: ItemReport) -> (Int, String)? {
        for deadline in report.deadlines.sorted() {
            let open = latest(byDeadline[deadline]).filter { report.mayBeSameConsultation(as: members[$0]) }
            let found =
                open.first { report.isAlike(to: members[$0]) == true }
                ?? (open.count == 1
                    ? open.first { report.isAlike(to: members[$0]) == nil && report.sharesTopic(with: members[$0]) }
                    : nil)
            if let found { return (found, "a consultation with the same deadline: \(deadline)") }
        }
        return nil
    }

    func sameSum(_ report: ItemReport) -> (Int, String)? {
        guard let sum = report.sum else { return nil }
        let group = latest(bySum[NamedSum.key(of: sum)]).first {
            members[$0].prefix(Self.compared).contains(where: report.isSameSum)
        }
        return group.map { ($0, "the same sum and the same parties: \(sum)") }
    }

    /// What one source publishes several times: in several languages, or as a notice and the paper itself.
    func samePaper(_ report: ItemReport) -> (Int, String)? {
        if let page = report.page, let address = report.address {
            let group = latest(byPage[page]).first { report.isTranslation(of: members[$0]) }
            if let group { return (group, "the same page in another language: \(address.page)") }
        }
        for key in report.paperKeys.sorted() {
            let group = latest(byPaper[key]).first { report.isSamePaper(as: members[$0], key) }
            if let group { return (group, "the same paper by its number: \(PaperNumbers.plain(key).uppercased())") }
        }
        return sameDay(report)
    }

    /// What one source says in another language of the same day, where nothing else that it said may be meant.
    private func sameDay(_ report: ItemReport) -> (Int, String)? {
        for (kind, days, groups) in [
            (LegalDate.Kind.deadline, report.deadlines, byDeadline), (.effective, report.effective, byEffect),
        ] {
            for day in days.sorted() {
                let told = latest(groups[day]).filter { report.isSameDay(inLanguageOther: members[$0], day, kind) }
                guard told.count == 1 else { continue }
                return (told[0], "the same day in another language of one source: \(kind.rawValue) \(day)")
            }
        }
        return nil
    }

    /// Who sues whom, or who won against whom, in the days of one report and under one law; where several groups may be
    /// meant, none is.
    func sameDispute(_ report: ItemReport, _ text: ItemText) -> (Int, String)? {
        guard let disputants = report.disputants else { return nil }
        let groups = Set(disputants.all.flatMap { latest(byDisputant[$0]) })
        let found = groups.filter { group in members[group].contains(where: report.isSameDispute) }
        guard found.count == 1, let group = found.first,
            let other = members[group].first(where: report.isSameDispute)?.disputants
        else { return nil }
        let names = disputants.spelt(sharedWith: other, in: parties.read(text.title, report.language).text).joined(
            separator: ", ")
        return (group, "the same parties in the same days: \(names)")
    }
}
