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
        let names = Set([text.title, text.summary].flatMap { PartyWords.spelt(shared, in: $0) }).sorted()
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

    /// The fines and disputes of which a report tells what came of them.
    func earlierOfParties(_ report: ItemReport) -> Set<Int> {
        guard [.ruling, .filing, .enforcement].contains(report.instrument) else { return [] }
        let paid = report.sum.map { Array(latest(bySum[NamedSum.key(of: $0)])) } ?? []
        return Set(paid + report.parties.named.flatMap { latest(byParty[$0]) }).filter { group in
            members[group].contains { report.rulesOnFine(of: $0) || report.followsDispute($0) }
        }
    }
}
