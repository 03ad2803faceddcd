import Glibc
public import Model

/// Where an item belongs.
public enum Placement: Sendable, Equatable {
    /// It reports an event that nobody reported before; the step before in the same matter, if there is one.
    case new(group: Int, previous: Int?)
    /// It reports the event of a group, and why we think so.
    case joins(group: Int, because: String)
}

/// Groups items that report the same legal event, across sources and languages.
///
/// Groups are numbered by the caller for what is stored and counted on for what is new. Each item is compared only with
/// groups that share a case, a name, a step of an act or some hashes of its words.
public struct Grouper: Sendable {
    /// Hashes of a sketch that are indexed, and how many of them two texts that are alike share almost surely.
    private static let (indexed, shared) = (16, 2)
    /// Words that open more groups than this are boilerplate, and tell none of them apart.
    private static let mostOpened = 50
    /// A text is compared with the first reports of a group: each is like them, not like a chain of others.
    static let compared = 3
    /// Words that two reports of one event share at least, and their share of the weight of all words.
    private static let (sharedWords, alikeNews) = (3, 0.3)
    /// The same for titles alone, which have fewer words.
    private static let alikeTitles = 0.6
    /// Days back to which what a source told is looked through for the step before.
    private static let stepsWindow = 180
    /// Groups that are compared word by word, those that share the most words.
    private static let mostNews = 8

    private(set) var members: [[ItemReport]] = []
    /// The first and last day of each group's reports.
    private var days: [(first: Int32, last: Int32)] = []
    private var byMatter: [String: [Int]] = [:]
    private var byStep: [String: [Int]] = [:]
    private var byAct: [String: [Int]] = [:]
    /// The first day on which an act is told of with a date.
    private var firstTold: [Substring: Int32] = [:]
    private(set) var byDeadline: [Day: [Int]] = [:]
    private(set) var bySum: [Int: [Int]] = [:]
    private(set) var byEffect: [Day: [Int]] = [:]
    /// The groups of a page's address and of a paper's number, each with its source.
    private(set) var byPage: [String: [Int]] = [:]
    private(set) var byPaper: [String: [Int]] = [:]
    private(set) var byDisputant: [UInt64: [Int]] = [:]
    private(set) var byParty: [UInt64: [Int]] = [:]
    /// The groups whose reports name a party that is known in every language.
    private(set) var byKnown: [Int: [Int]] = [:]
    private(set) var byFrame: [ItemReport.Frame: [Int]] = [:]
    /// The groups that tell of a bill that a house passed, or that was signed, by its law.
    private(set) var byHouse: [Jurisdiction: [Int]] = [:]
    private var byHash = HashIndex(most: mostOpened)
    private var byWord = HashIndex(most: mostOpened, tellsWhenFull: false)
    /// How many hashes each group shares with the report at hand; zeros between two reports.
    private var common: [UInt16] = []

    let parties: KnownParties

    /// A grouper that knows no group.
    ///
    /// - Parameter parties: Firms and persons, as the reports were read with.
    public init(parties: KnownParties = .none) { self.parties = parties }

    /// Takes in a group that is stored.
    ///
    /// - Parameter reports: Its items.
    /// - Returns: The group's number.
    public mutating func add(_ reports: [ItemReport]) -> Int {
        members.append([])
        days.append((.max, .min))
        common.append(0)
        for report in reports { join(members.count - 1, report) }
        return members.count - 1
    }

    /// Finds the place of an item, and puts it there.
    ///
    /// - Parameters:
    ///   - report: The item.
    ///   - text: Its text, whose words tell why.
    /// - Returns: Where it belongs.
    public mutating func place(_ report: ItemReport, of text: ItemText) -> Placement {
        if let (group, because) = sameEvent(report, text) ?? sameNews(report, text) ?? sameAbroad(report, text) {
            join(group, report)
            return .joins(group: group, because: because)
        }
        let previous = earlierStep(report)
        return .new(group: add([report]), previous: previous)
    }

    /// Forgets all groups but those with the latest reports.
    ///
    /// - Parameter most: How many groups are kept.
    /// - Returns: The numbers that those had, which are numbered anew in this order.
    public mutating func keepNewest(_ most: Int) -> [Int] {
        let kept = members.indices.sorted { (days[$0].last, $0) < (days[$1].last, $1) }.suffix(most).sorted()
        var rest = Grouper(parties: parties)
        for group in kept { _ = rest.add(members[group]) }
        self = rest
        return kept
    }

    private mutating func join(_ group: Int, _ report: ItemReport) {
        members[group].append(report)
        let day = Int32(report.day.number)
        days[group] = (min(days[group].first, day), max(days[group].last, day))
        for matter in report.matters { note(group, &byMatter[report.key(of: matter), default: []]) }
        for step in report.steps {
            note(group, &byStep[step, default: []])
            firstTold[Self.act(of: step), default: day] = min(day, firstTold[Self.act(of: step)] ?? day)
        }
        for act in report.acts {
            note(group, &byAct[act, default: []])
            firstTold[act[...], default: day] = min(day, firstTold[act[...]] ?? day)
        }
        for deadline in report.deadlines { note(group, &byDeadline[deadline, default: []]) }
        if let sum = report.sum { note(group, &bySum[NamedSum.key(of: sum), default: []]) }
        for day in report.effective { note(group, &byEffect[day, default: []]) }
        if let page = report.page { note(group, &byPage[page, default: []]) }
        for paper in report.paperKeys { note(group, &byPaper[paper, default: []]) }
        for name in report.disputants?.all ?? [] { note(group, &byDisputant[name, default: []]) }
        let isOfParties = [.ruling, .filing, .enforcement].contains(report.instrument)
        let parties = isOfParties ? report.parties.all.subtracting(PartyWords.unnamed) : report.parties.titled
        for party in parties { note(group, &byParty[party, default: []]) }
        if report.instrument == .legislation, report.step?.isOfHouse ?? false || report.step == .adopted {
            for law in report.jurisdictions { note(group, &byHouse[law, default: []]) }
        }
        if isOfParties { for party in report.wellKnown.all { note(group, &byKnown[party, default: []]) } }
        for frame in report.frames { note(group, &byFrame[frame, default: []]) }
        guard members[group].count <= Self.compared else { return }
        for hash in report.sketch.hashes.prefix(Self.indexed) { byHash.note(group, hash) }
        for word in report.news.hashes { byWord.note(group, word) }
    }

    private func note(_ group: Int, _ list: inout [Int]) {
        if list.last != group { list.append(group) }
    }

    private mutating func sameEvent(_ report: ItemReport, _ text: ItemText) -> (Int, String)? {
        sameMatter(report) ?? samePaper(report) ?? sameStep(report) ?? sameAct(report) ?? sameConsultation(report)
            ?? sameSum(report) ?? sameDispute(report, text) ?? sameParty(report, text) ?? sameElsewhere(report)
            ?? sameWords(report)
    }

    /// The latest group that reports the same case at the same stage. Where a commentary's cases are reported by groups
    /// that have none in common, it compares them or lists them, and is a report of neither, unless it cites one case by
    /// its name and its number, which others reported by one of them only; a court hears them together.
    private func sameMatter(_ report: ItemReport) -> (Int, String)? {
        var found: [(group: Int, because: String)] = []
        for matter in report.matters {
            let isName = report.names.contains(matter)
            let groups = groups(of: report.keys(of: matter)).sorted(by: >)
            let told =
                report.isPrimary && groups.contains { group in members[group].contains(where: report.isOfSource) }
            let group = groups.first { group in
                report.isSameEvent(as: members[group], byName: isName)
                    && !(told && report.isNextStep(afterOthers: members[group]))
            }
            guard let group else { continue }
            found.append((group, "the same \(isName ? "name" : "case") at the same stage: \(matter)"))
        }
        guard let first = found.first else { return nil }
        let isOne = report.isPrimary || report.isNamedCase && report.matters.count == 2
        return isOne || found.allSatisfy { isOneMatter($0.group, first.group) } ? first : nil
    }

    /// The groups that report a matter of some keys.
    private func groups(of keys: [String]) -> Set<Int> { Set(keys.lazy.flatMap { byMatter[$0] ?? [] }) }

    private func isOneMatter(_ left: Int, _ right: Int) -> Bool {
        if left == right { return true }
        let known = Set(members[left].flatMap(\.matters))
        return members[right].contains { !known.isDisjoint(with: $0.spelt) || !known.isDisjoint(with: $0.names) }
    }

    private func sameStep(_ report: ItemReport) -> (Int, String)? {
        for step in report.steps.sorted() {
            let isNew = isNew(Self.act(of: step), to: report)
            for group in (byStep[step] ?? []).reversed() where report.isSameStep(as: members[group], isNew: isNew) {
                return (group, "the same act with the same date: \(step)")
            }
        }
        return nil
    }

    /// The act of a step, which stands before the kind of its date and its day.
    private static func act(of step: String) -> Substring {
        step.split(separator: " ").dropLast(2).last.map { step[..<$0.endIndex] } ?? ""
    }

    /// Whether an act has the number of these days, and was not told of before.
    private func isNew(_ act: Substring, to report: ItemReport) -> Bool {
        guard report.isOfLateNumber(act) else { return false }
        return firstTold[act].map { Int($0) + ItemReport.stepWindow >= report.day.number } ?? true
    }

    /// The latest groups of a list, so many that none of its entries is boilerplate.
    func latest(_ groups: [Int]?) -> ReversedCollection<ArraySlice<Int>> {
        (groups ?? []).suffix(Self.mostOpened).reversed()
    }

    private func sameAct(_ report: ItemReport) -> (Int, String)? {
        for act in report.acts.sorted() {
            let isNew = isNew(act[...], to: report)
            for group in latest(byAct[act]) where report.isSameAct(as: members[group], isNew: isNew) {
                return (group, "the same step of one act: \(act)")
            }
        }
        return nil
    }

    /// The same words, in one language and near in time; two texts that name different cases are two events, however
    /// much boilerplate they share.
    private mutating func sameWords(_ report: ItemReport) -> (Int, String)? {
        for group in sharing(report) {
            let share = report.sameWords(as: members[group], Self.compared)
            if let share { return (group, "\(Int(share * 100)) % of the words are the same") }
        }
        return nil
    }

    /// The groups near in time that share enough hashes with a report to be compared with it, the latest first.
    private mutating func sharing(_ report: ItemReport) -> [Int] {
        let hashes = report.sketch.hashes.prefix(Self.indexed)
        let found = sharing(
            hashes, in: byHash, atLeast: min(Self.shared, hashes.count), near: report.day, ItemReport.wordsWindow)
        var groups = found.map(\.group)
        groups.sort(by: >)
        return groups
    }

    /// The groups that share so many hashes, within so many days, and how many they share.
    private mutating func sharing(
        _ hashes: ArraySlice<UInt32>, in index: HashIndex, atLeast least: Int, near day: Day, _ window: Int
    ) -> [(group: Int, count: UInt16)] {
        let days = days
        let (from, to) = (Int32(day.number - window), Int32(day.number + window))
        return common.withUnsafeMutableBufferPointer { common in
            var touched: [Int] = []
            for hash in hashes {
                index.forEach(hash) { group in
                    guard days[group].last >= from, days[group].first <= to else { return }
                    if common[group] == 0 { touched.append(group) }
                    common[group] += 1
                }
            }
            var found: [(group: Int, count: UInt16)] = []
            for group in touched {
                if common[group] >= least { found.append((group, common[group])) }
                common[group] = 0
            }
            return found
        }
    }

    /// The same event in other words: weighty ones are those that few groups have.
    private mutating func sameNews(_ report: ItemReport, _ text: ItemText) -> (Int, String)? {
        let near = sharing(
            report.news.hashes, in: byWord, atLeast: Self.sharedWords, near: report.day, ItemReport.newsWindow)
        var likely: [(group: Int, count: UInt16)] = []
        for one in near {
            let isFull = likely.count == Self.mostNews
            if isFull, let last = likely.last, (last.count, last.group) > (one.count, one.group) { continue }
            if isFull { likely.removeLast() }
            let place = likely.firstIndex { ($0.count, $0.group) < (one.count, one.group) } ?? likely.count
            likely.insert(one, at: place)
        }
        var best: (share: Double, group: Int, words: [UInt32])?
        for (group, _) in likely where !report.isRepeatedStep(after: members[group]) {
            for other in members[group].prefix(Self.compared) where report.mayBeSameNews(as: other) {
                let words = report.news.shared(with: other.news).filter { weight($0) > 0 }
                guard words.count >= Self.sharedWords,
                    let share = share(report.news.hashes, other.news.hashes, words, atLeast: Self.alikeNews)
                        ?? sameTitle(report, other), share > best?.share ?? 0
                else { continue }
                best = (share, group, words)
            }
        }
        guard let best else { return nil }
        let weighty = best.words.filter { weight($0) * 2 >= best.words.map(weight).max() ?? 0 }
        let words = NewsWords.spelt(Set(weighty), in: text.inItsLanguage, most: 6).joined(separator: ", ")
        return (best.group, "the same news in other words: \(words)")
    }

    /// The share of the weight of two texts' words that some of them have, if it is as large as wanted.
    private func share(
        _ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, _ words: [UInt32], atLeast least: Double
    ) -> Double? {
        let common = weight(of: words)
        let all = weight(of: left) + weight(of: right) - common
        return all > 0 && common >= least * all ? common / all : nil
    }

    /// The share that the titles of two reports have in common, if they say nearly the same.
    private func sameTitle(_ report: ItemReport, _ other: ItemReport) -> Double? {
        let (mine, theirs) = (report.news.title, other.news.title)
        let common = NewsWords.count(mine, theirs)
        guard common > Self.sharedWords, common * 2 >= min(mine.count, theirs.count) else { return nil }
        let words = NewsWords.shared(mine, theirs).filter { weight($0) > 0 }
        guard words.count > Self.sharedWords else { return nil }
        return share(mine, theirs, words, atLeast: Self.alikeTitles)
    }

    private func weight(of words: some Sequence<UInt32>) -> Double { words.reduce(0) { $0 + weight($1) } }

    /// How much a word tells: nothing where it is boilerplate.
    private func weight(_ word: UInt32) -> Double {
        let count = max(1, byWord.count(of: word))
        return count < Self.mostOpened ? log(Double(members.count + 2) / (Double(count) + 0.5)) : 0
    }

    /// The latest group of an earlier step that is not later than the item.
    private mutating func earlierStep(_ report: ItemReport) -> Int? {
        earlierCase(report) ?? earlierAct(report) ?? movedDeadline(report) ?? latest(earlierOfParties(report))
            ?? earlierTitle(report) ?? earlierSubject(report) ?? latest(earlierOfKnown(report))
            ?? latest(earlierRules(report))
    }

    private func earlierCase(_ report: ItemReport) -> Int? {
        // A number of a case is that of one case in all laws; a name, or the number of a bill, is not.
        let sure = Set(report.cases.filter { !USBill.isBill($0) }.flatMap(report.keys))
        let matters = report.matters.flatMap(report.keys) + report.treated.flatMap(Citation.spellings)
        return latest(
            groups(of: matters).filter { group in
                members[group].contains { $0.day <= report.day }
                    && (!report.isOfOtherCourt(than: members[group]) || isIn(group, sure))
                    && !report.isOfOtherState(than: members[group]) && !report.isOfOtherDocket(than: members[group])
            })
    }

    private func isIn(_ group: Int, _ keys: Set<String>) -> Bool {
        keys.contains { byMatter[$0]?.contains(group) ?? false }
    }

    private func earlierAct(_ report: ItemReport) -> Int? {
        latest(report.acts.flatMap { latest(byAct[$0]) }.filter { report.isStepOfAct(after: members[$0]) })
    }

    private func movedDeadline(_ report: ItemReport) -> Int? {
        latest(
            report.formerDeadlines.flatMap { latest(byDeadline[$0]) }.filter {
                report.movesDeadline(of: members[$0])
            })
    }

    /// What the same source told before under the same title, but for what says which step it is.
    private mutating func earlierTitle(_ report: ItemReport) -> Int? {
        guard report.isLawmaking else { return nil }
        let near = sharing(
            report.step?.isPassing ?? false ? report.news.hashes : report.news.title, in: byWord,
            atLeast: ItemReport.sameTitleWords, near: report.day, Self.stepsWindow)
        return latest(
            near.map(\.group).filter { group in
                members[group].prefix(Self.compared).contains { report.mayFollow($0) && repeats($0, report) }
            })
    }

    /// What was told before under a title with characters in common, where titles have no capitals.
    private mutating func earlierSubject(_ report: ItemReport) -> Int? {
        guard EastAsianSubjects.languages.contains(report.language) else { return nil }
        let near = sharing(
            report.news.title, in: byWord, atLeast: ItemReport.sameTitleWords, near: report.day, Self.stepsWindow)
        return latest(
            near.map(\.group).filter { group in
                members[group].prefix(Self.compared).contains(where: report.followsSubject)
            })
    }

    private func repeats(_ earlier: ItemReport, _ report: ItemReport) -> Bool {
        if report.news.isOfSameObjects(as: earlier.news) { return true }
        if report.step?.isPassing ?? false, report.news.likeness(to: earlier.news) >= Self.alikeNews { return true }
        let titles = NewsWords.count(earlier.news.title, report.news.title)
        guard titles >= ItemReport.sameTitleWords else { return false }
        return [earlier.news.title, earlier.asked[...]].contains { title in
            let told = NewsWords.shared(title, report.news.hashes)
            return told.count >= ItemReport.askedWords && weight(of: told) >= ItemReport.sameTitle * weight(of: title)
        }
    }

    private func latest(_ groups: some Sequence<Int>) -> Int? {
        groups.max { (lastDay($0), $0) < (lastDay($1), $1) }
    }

    private func lastDay(_ group: Int) -> Day { members[group].map(\.day).max() ?? Day(number: 0) }
}
