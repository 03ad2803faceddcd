import Model

/// The groups that a report joins or follows by whom it names, in words that are the same in every language, and by what
/// reports in two languages have in common where nothing else can be compared.
extension Grouper {
    /// What an authority did with the same firm in the same days; where several groups may be meant, none is.
    func sameParty(_ report: ItemReport, _ text: ItemText) -> (Int, String)? {
        guard [.ruling, .filing, .enforcement, .guidance].contains(report.instrument) else { return nil }
        let groups = Set(report.parties.all.subtracting(PartyWords.unnamed).flatMap { latest(byParty[$0]) })
        let found = groups.filter { group in
            members[group].prefix(Self.compared).contains { report.isSameMeasure(as: $0) || report.isSameSuit(as: $0) }
                && report.mayJoin(members[group])
        }
        guard found.count == 1, let group = found.first else { return nil }
        let shared = members[group].reduce(into: Set<UInt64>()) { $0.formUnion($1.parties.all) }
            .intersection(report.parties.all).subtracting(PartyWords.unnamed)
        let texts = [text.title, text.summary].map { parties.read($0, report.language).text }
        let names = Set(texts.flatMap { PartyWords.spelt(shared, in: $0) }).sorted()
            .joined(separator: ", ")
        return (group, "the same law and party in the same days: \(names)")
    }

    /// What a report in another language tells of one law, one topic and one kind: what takes effect on the same day, a bill
    /// that the same house passed, or an act by the same name; where several groups may be meant, none is.
    func sameElsewhere(_ report: ItemReport) -> (Int, String)? {
        guard report.isLawmaking else { return nil }
        for day in report.effective.sorted() {
            let found = latest(byEffect[day]).filter { group in
                members[group].contains { report.takesEffect(with: $0, on: day) } && report.mayJoin(members[group])
            }
            if found.count == 1, let group = found.first {
                return (group, "the same law, topic and day: effective \(day)")
            }
        }
        let near = Set(report.jurisdictions.flatMap { latest(byHouse[$0]) }).filter { group in
            members[group].contains(where: report.isSamePassage) && report.mayJoin(members[group])
        }
        if near.count == 1, let group = near.first { return (group, "the same house, law and topic in the same days") }
        guard report.parties.titled.count >= ItemReport.sameName else { return nil }
        let named = Set(report.parties.titled.flatMap { latest(byParty[$0]) }).filter { group in
            members[group].contains(where: report.isOfSameName) && report.mayJoin(members[group])
        }
        return named.count == 1 ? named.first.map { ($0, "the same name of an act in the same days") } : nil
    }

    /// What reports in other languages tell of the same law, kind and topic in the same days, and of no other party; stages
    /// that are told of one event at once count as one. Where several groups may be meant that have as much in common, none is.
    func sameAbroad(_ report: ItemReport, _ text: ItemText) -> (Int, String)? {
        var best: (group: Int, likeness: Int, isAlone: Bool)?
        for group in Set(report.frames.flatMap { latest(byFrame[$0]) }) {
            let reports = members[group].filter(report.isAbroad)
            let shares = reports.compactMap(report.likenessAbroad)
            guard let likeness = shares.max(), shares.count == reports.count, report.mayJoin(members[group]),
                report.isAlike(to: members[group].filter { !report.isAbroad($0) }) ?? true
            else { continue }
            if likeness > best?.likeness ?? -1 {
                best = (group, likeness, true)
            } else if likeness == best?.likeness {
                best?.isAlone = false
            }
        }
        guard let best, best.isAlone else { return nil }
        return (best.group, reason(report, text, for: members[best.group]))
    }

    /// What a report in another language has in common with a group, with the words that both have.
    private func reason(_ report: ItemReport, _ text: ItemText, for group: [ItemReport]) -> String {
        let laws = report.laws.map(\.code).sorted().joined(separator: ", ")
        let topics = group.reduce(into: Set<ID<Topic>>()) { $0.formUnion($1.subjects) }
            .intersection(report.subjects).map(\.rawValue).sorted().joined(separator: ", ")
        let known = group.reduce(into: Set<Int>()) { $0.formUnion($1.wellKnown.all) }.intersection(report.wellKnown.all)
        let figures = group.reduce(into: Set<Int>()) { $0.formUnion($1.figures) }.intersection(report.figures)
        let named = group.reduce(into: Set<UInt64>()) { $0.formUnion($1.parties.all) }
            .intersection(report.parties.all).subtracting(PartyWords.unnamed)
        let texts = [text.title, text.summary].map { parties.read($0, report.language).text }
        let names = Set(parties.names(of: known) + texts.flatMap { PartyWords.spelt(named, in: $0) }).sorted()
        let common = (names + figures.sorted().map(String.init)).joined(separator: ", ")
        return "the same law (\(laws)), kind (\(report.instrument.rawValue)) and topic (\(topics)) in the same days"
            + (common.isEmpty ? "" : ": \(common)")
    }

    /// The fines and disputes of which a report tells what came of them.
    func earlierOfParties(_ report: ItemReport) -> Set<Int> {
        guard [.ruling, .filing, .enforcement].contains(report.instrument) else { return [] }
        let paid = report.sum.map { Array(latest(bySum[NamedSum.key(of: $0)])) } ?? []
        return Set(paid + report.parties.named.flatMap { latest(byParty[$0]) }).filter { group in
            members[group].contains { report.rulesOnFine(of: $0) || report.followsDispute($0) }
        }
    }

    /// The reports of a dispute of parties that are known in every language.
    func earlierOfKnown(_ report: ItemReport) -> Set<Int> {
        Set(report.wellKnown.all.flatMap { latest(byKnown[$0]) }).filter { group in
            members[group].allSatisfy { $0.day < report.day } && members[group].contains(where: report.followsKnown)
        }
    }

    /// What was told before of a rule, where a law makes few.
    func earlierRules(_ report: ItemReport) -> Set<Int> {
        guard report.instrument == .legislation else { return [] }
        let before = report.frames.flatMap { frame in
            [Stage.proposed, .adopted].map { ItemReport.Frame(law: frame.law, instrument: .legislation, stage: $0) }
        }
        return Set(before.flatMap { latest(byFrame[$0]) }).filter { group in
            members[group].allSatisfy { $0.day < report.day } && members[group].contains(where: report.followsRule)
        }
    }
}
