import Foundation
import Model
import Testing

@testable import Tagging

@Suite("One development instead of five items") struct GrouperTests {
    private func report(
        _ number: Int64, _ title: String, day: String, language: String = "en", cases: [String] = [],
        names: [String] = [], stage: Stage = .decided, effective: String? = nil, isLocated: Bool = false
    ) throws -> ItemReport {
        var findings = Findings()
        func proven(_ words: String) throws -> Proven<String> {
            guard isLocated else { return Proven(words, []) }
            let offset = try #require(title.range(of: words)).lowerBound.utf16Offset(in: title)
            return Proven(words, [Evidence(rule: "rule", words: words, field: .title, offset: offset)])
        }
        findings.citations = try cases.map(proven)
        findings.matterNames = try names.map(proven)
        findings.stage = Proven(stage, [])
        if let effective { findings.dates = [Proven(LegalDate(try #require(Day(iso: effective)), .effective), [])] }
        let published = try #require(Day(iso: day)).midnightUTC
        findings.jurisdictions = [Proven(.eu, [])]
        let text = ItemText(title: title, language: Language(language), published: published)
        return ItemReport(
            item: RowID(number), source: ID("source-\(number)"), authority: .commentary, text: text,
            findings: findings, seen: published.day)
    }

    /// A report of what a news site says on a day in May 2026, and its text.
    private func news(
        _ number: Int64, _ title: String, _ summary: String = "", day: Int = 4, source: String? = nil,
        law: [Jurisdiction] = [], instrument: Instrument = .enforcement
    ) throws -> (ItemReport, ItemText) {
        var findings = Findings()
        findings.instrument = Proven(instrument, [])
        findings.stage = Proven(.decided, [])
        findings.jurisdictions = law.map { Proven($0, [Evidence(rule: "law", words: "law", field: .title)]) }
        let published = try #require(Day(year: 2026, month: 5, day: day)).midnightUTC
        let text = ItemText(title: title, summary: summary, language: .english, published: published)
        let report = ItemReport(
            item: RowID(number), source: ID(source ?? "source-\(number)"), authority: .commentary, text: text,
            findings: findings, seen: published.day)
        return (report, text)
    }

    @Test(
        "what makes law of a bill, days after reports that name no step, is a development of its own",
        arguments: [
            ("S. 1396 - COPIED Act", "Senate passes S. 1396, COPIED Act", "S. 1396", 20, false),
            ("H.R. 5388 - AI Act: calendar", "President signs H.R. 5388, AI Act", "H.R. 5388", 20, false),
            ("AB 1018 would regulate AI", "California legislature passes AB 1018", "AB 1018", 8, false),
            ("PL 2338/2023 aguarda parecer", "Câmara aprova PL 2338/2023", "PL 2338/2023", 20, false),
            ("S. 1396 - COPIED Act", "Senate passes S. 1396, COPIED Act", "S. 1396", 4, true),
            ("S. 1396 - COPIED Act", "What S. 1396, the COPIED Act, would do", "S. 1396", 8, true),
        ])
    func bill(first: String, second: String, number: String, day: Int, isOne: Bool) throws {
        var grouper = Grouper()
        let later = day < 10 ? "2026-11-0\(day)" : "2026-11-\(day)"
        let reports = try [
            report(1, first, day: "2026-11-02", cases: [number], stage: .proposed),
            report(2, second, day: later, cases: [number], stage: .proposed),
        ]
        let groups = zip([first, second], reports).map { title, report in
            grouper.place(report, of: ItemText(title: title, language: .english))
        }
        switch groups[1] {
        case .joins(let group, _): #expect(isOne && groups[0] == .new(group: group, previous: nil))
        case .new(_, let previous): #expect(!isOne && groups[0] == .new(group: previous ?? -1, previous: nil))
        }
    }

    @Test(
        "notices that differ by their number are as many events, however few their other words",
        arguments: [
            ("关于发布《生成式人工智能服务管理规定》的通知（第1号）", "关于发布《生成式人工智能服务管理规定》的通知（第19号）"),
            (
                "District court rules on training data and fair use, case 4",
                "District court rules on training data and fair use, case 7"
            ),
        ])
    func series(first: String, second: String) throws {
        var grouper = Grouper()
        let reports = try [
            news(1, first, day: 4, source: "s", instrument: .guidance),
            news(2, second, day: 5, source: "s", instrument: .guidance), news(3, first, day: 5, instrument: .guidance),
        ]
        let places = reports.map { grouper.place($0.0, of: $0.1) }
        #expect(places[1] == .new(group: 1, previous: nil))
        guard case .joins(0, _) = places[2] else {
            Issue.record("the same notice elsewhere is \(places[2])")
            return
        }
    }

    @Test("in a headline where Every Word Has a Capital no word is a name that tells it from another")
    func titleCase() throws {
        var grouper = Grouper()
        let first = try news(
            1, "Judge Approves Billion Dollar Anthropic Copyright Settlement With Authors Over AI Training")
        let second = try news(
            2, "Federal Judge Signs Off on Anthropic Copyright Settlement With Authors Over AI Training")
        #expect(grouper.place(first.0, of: first.1) == .new(group: 0, previous: nil))
        guard case .joins(0, _) = grouper.place(second.0, of: second.1) else {
            Issue.record("two developments")
            return
        }
    }

    @Test("two sources that tell of one event in other words make one development, and the words are told")
    func otherWords() throws {
        var grouper = Grouper()
        let first = try news(
            1, "Regulator blocks Talkbot over data of minors", "The order stops the maker from processing prompts.")
        let second = try news(
            2, "Talkbot blocked: regulator acts over minors", "An order stops processing of the prompts of minors.",
            day: 6)
        #expect(grouper.place(first.0, of: first.1) == .new(group: 0, previous: nil))
        let words = "Talkbot, regulator, over, minors, order, stops"
        #expect(
            grouper.place(second.0, of: second.1)
                == .joins(group: 0, because: "the same news in other words: \(words)"))
    }

    @Test(
        "like words of one source, another week, another number, another name, another law or another kind are other events",
        arguments: [
            ("Regulator fines Talkbot 3000 euros over data of minors", 4, "other", "ES", Instrument.enforcement, true),
            ("Regulator fines Talkbot 3000 euros over data of minors", 4, "first", "ES", .enforcement, false),
            ("Regulator fines Talkbot 3000 euros over data of minors", 12, "other", "ES", .enforcement, false),
            ("Regulator fines Talkbot 5000 euros over data of minors", 4, "other", "ES", .enforcement, false),
            ("Regulator fines Chatmate 3000 euros over data of minors", 4, "other", "ES", .enforcement, false),
            ("Regulator fines Talkbot 3000 euros over data of minors", 4, "other", "IT", .enforcement, false),
            ("Regulator fines Talkbot 3000 euros over data of minors", 4, "other", "ES", .consultation, false),
        ])
    func otherEvents(
        title: String, day: Int, source: String, law: String, instrument: Instrument, isOne: Bool
    ) throws {
        var grouper = Grouper()
        let spain = try #require(Jurisdiction("ES"))
        let first = try news(1, "Regulator fines Talkbot 3000 euros for data of minors", source: "first", law: [spain])
        _ = grouper.place(first.0, of: first.1)
        let second = try news(
            2, title, day: day, source: source, law: [try #require(Jurisdiction(law))], instrument: instrument)
        switch grouper.place(second.0, of: second.1) {
        case .joins: #expect(isOne)
        case .new: #expect(!isOne)
        }
    }

    @Test(
        "like events of one week are as many developments",
        arguments: [
            (
                "New York Times sues Perplexity over copied articles",
                "The paper says that the answer engine copies it.",
                "Chicago Tribune sues Perplexity over copied articles",
                "The paper says that the answer engine copies it."
            ),
            (
                "Judge sanctions lawyer over fake ChatGPT citations",
                "The brief in the Alabama case cited invented cases.",
                "Judge sanctions lawyer over fake ChatGPT citations",
                "The brief in the Colorado case cited invented cases."
            ),
            (
                "Regulator fines firm over chatbot's data leak", "The fine is 20,000 euros for the leak of chats.",
                "Regulator fines firm over chatbot's data leak", "The fine is 35,000 euros for the leak of chats."
            ),
        ])
    func siblings(title: String, summary: String, other: String, otherSummary: String) throws {
        var grouper = Grouper()
        let first = try news(1, title, summary)
        _ = grouper.place(first.0, of: first.1)
        let second = try news(2, other, otherSummary)
        #expect(grouper.place(second.0, of: second.1) == .new(group: 1, previous: nil))
    }

    @Test("what is assumed of a report that names no law does not part it from others")
    func assumedLaw() throws {
        var grouper = Grouper()
        func place(_ number: Int64, _ rule: String, _ code: String) throws -> Placement {
            var findings = Findings()
            findings.matterNames = [Proven("getty v stability", [])]
            findings.stage = Proven(.decided, [])
            let law = try #require(Jurisdiction(code))
            findings.jurisdictions = [Proven(law, [Evidence(rule: rule, words: "en", field: .source)])]
            let published = try #require(Day(iso: "2025-11-04")).midnightUTC
            return grouper.place(
                ItemReport(
                    item: RowID(number), source: ID("s\(number)"), authority: .commentary,
                    text: ItemText(title: "Report \(number)", language: .english, published: published),
                    findings: findings, seen: published.day))
        }
        #expect(try place(1, "law: GB", "GB") == .new(group: 0, previous: nil))
        #expect(try place(2, "prior", "US") != .new(group: 1, previous: nil))
        #expect(try place(3, "law: US", "US") == .new(group: 1, previous: nil))
    }

    @Test("weeks later the name of a case alone tells of its next step")
    func lateStep() throws {
        var grouper = Grouper()
        _ = grouper.place(try report(1, "Doe v. Acme: order on fair use", day: "2026-06-24", names: ["doe v acme"]))
        let alert = try report(
            2, "Client alert: order on fair use in Doe v. Acme", day: "2026-07-17", names: ["doe v acme"])
        guard case .joins(0, _) = grouper.place(alert) else {
            Issue.record("a late report of the same order")
            return
        }
        let step = try report(3, "Class certified against chatbot maker", day: "2026-07-17", names: ["doe v acme"])
        #expect(grouper.place(step) == .new(group: 1, previous: 0))
    }

    @Test("a ruling reported in two languages under one case number is one development")
    func acrossLanguages() throws {
        var grouper = Grouper()
        let german = try report(1, "GEMA gegen OpenAI", day: "2025-11-11", language: "de", cases: ["42 O 14139/24"])
        let english = try report(2, "Munich court on lyrics", day: "2025-11-13", cases: ["42 O 14139/24"])
        #expect(grouper.place(german) == .new(group: 0, previous: nil))
        #expect(grouper.place(english) == .joins(group: 0, because: "the same case at the same stage: 42 O 14139/24"))
    }

    @Test(
        "one case is one development however it is spelt; dockets of two divisions are two cases",
        arguments: [
            ("1:25-cv-00001", "25-cv-00001", true), ("25-cv-00001", "1:25-cv-00001", true),
            ("1:25-cv-00001", "3:25-cv-00001", false), ("C-250/25", "CELEX:62025CJ0250", true),
            ("S. 8420-A", "S. 8420-B", true),
        ])
    func spellings(_ first: String, _ second: String, _ isOne: Bool) throws {
        var grouper = Grouper()
        _ = grouper.place(try report(1, "Judge rules on training data", day: "2025-09-01", cases: [first]))
        let other = try report(2, "What publishers make of the ruling", day: "2025-09-02", cases: [second])
        #expect(
            grouper.place(other)
                == (isOne
                    ? .joins(group: 0, because: "the same case at the same stage: \(second)")
                    : .new(group: 1, previous: nil)))
        let appeal = try report(3, "Appeal is filed", day: "2026-01-05", cases: [second], stage: .pending)
        #expect(grouper.place(appeal) == .new(group: isOne ? 1 : 2, previous: isOne ? 0 : 1))
    }

    @Test("a later step of the same case is a new development linked to the earlier one")
    func laterStep() throws {
        var grouper = Grouper()
        _ = grouper.place(try report(1, "Suit filed", day: "2025-01-05", cases: ["1:25-cv-00001"], stage: .pending))
        let ruling = try report(2, "Summary judgment", day: "2025-09-01", cases: ["1:25-cv-00001"])
        #expect(grouper.place(ruling) == .new(group: 1, previous: 0))
    }

    @Test(
        "who cites a case by name and number joins those who know it by number, and later reports by name do so, too",
        arguments: [
            ("Doe v Acme AI [2026] EWHC 77 (Ch): what it means", true), ("[2026] EWHC 77 (Ch), Doe v Acme AI", true),
            ("Doe v Acme AI after the High Court's ruling in [2026] EWHC 77 (Ch)", false),
        ])
    func namedCase(_ title: String, _ isOne: Bool) throws {
        var grouper = Grouper()
        _ = grouper.place(try report(1, "Author wins against chatbot", day: "2026-03-02", names: ["Doe v Acme AI"]))
        _ = grouper.place(try report(2, "Judgment on training", day: "2026-03-02", cases: ["[2026] EWHC 77 (Ch)"]))
        let both = try report(
            3, title, day: "2026-03-04", cases: ["[2026] EWHC 77 (Ch)"], names: ["Doe v Acme AI"], isLocated: true)
        let later = try report(4, "Publishers react to ruling", day: "2026-03-05", names: ["Doe v Acme AI"])
        if isOne {
            let because = "the same case at the same stage: [2026] EWHC 77 (Ch)"
            #expect(grouper.place(both) == .joins(group: 1, because: because))
            #expect(grouper.place(later) == .joins(group: 1, because: "the same name at the same stage: Doe v Acme AI"))
        } else {
            guard case .new(2, _) = grouper.place(both) else {
                Issue.record("what compares two cases was taken for a report of one")
                return
            }
        }
    }

    @Test("everything that cites one act is not one event, unless it speaks of the same date")
    func acts() throws {
        var grouper = Grouper()
        _ = grouper.place(
            try report(
                1, "Guidelines on models", day: "2025-07-18", cases: ["EU 2024/1689"], stage: .adopted,
                effective: "2025-08-02"))
        let other = try report(2, "Court fines chatbot", day: "2025-07-20", cases: ["EU 2024/1689"])
        #expect(grouper.place(other) == .new(group: 1, previous: nil))
        let same = try report(
            3, "Modèles à usage général", day: "2025-07-21", language: "fr", cases: ["EU 2024/1689"], stage: .adopted,
            effective: "2025-08-02")
        guard case .joins(0, _) = grouper.place(same) else {
            Issue.record("the same act with the same date was not recognised")
            return
        }
    }

    @Test("nearly the same words are the same event; boilerplate around different cases is not")
    func words() throws {
        let boiler =
            "Notice is given that the court has scheduled the matter for oral argument before the panel in courtroom four and that counsel shall appear in person"
        var grouper = Grouper()
        _ = grouper.place(try report(1, "\(boiler) on Monday", day: "2026-01-05"))
        guard case .joins(0, _) = grouper.place(try report(2, "\(boiler) on Monday next", day: "2026-01-07")) else {
            Issue.record("the same words were not recognised")
            return
        }
        _ = grouper.place(try report(3, "\(boiler) A", day: "2026-03-20", cases: ["No. 25-1"]))
        #expect(
            grouper.place(try report(4, "\(boiler) A", day: "2026-03-21", cases: ["No. 25-2"]))
                == .new(group: 2, previous: nil))
    }

    @Test("the same headline a year later is another event")
    func time() throws {
        let title =
            "Office publishes its annual report on registrations of works made with the help of artificial intelligence and on refusals"
        var grouper = Grouper()
        _ = grouper.place(try report(1, title, day: "2025-01-05"))
        #expect(grouper.place(try report(2, title, day: "2026-01-05")) == .new(group: 1, previous: nil))
    }

    @Test("a text that is too short proves nothing")
    func short() {
        #expect(Sketch(["Judgment"]).likeness(to: Sketch(["Judgment"]), atLeast: 0) == nil)
    }

    @Test("likeness is the share of the smallest hashes of both that are common, and nil below what is wanted")
    func likeness() {
        for shift in 0..<40 {
            let left = Sketch([(0..<(30 + shift * 5)).map { "word\($0)" }.joined(separator: " ")])
            let right = Sketch([(shift..<(90 + shift)).map { "word\($0)" }.joined(separator: " ")])
            let size = min(128, max(left.hashes.count, right.hashes.count))
            let smallest = Set(left.hashes + right.hashes).sorted().prefix(size)
            let common = smallest.count { left.hashes.contains($0) && right.hashes.contains($0) }
            let share = Double(common) / Double(size)
            for least in [0, 0.55, share, 0.9] {
                #expect(left.likeness(to: right, atLeast: least) == (share >= least ? share : nil))
            }
        }
    }

    @Test("a text like the last report of a group but unlike the first ones does not lengthen the chain")
    func chain() throws {
        let letters = Array("abcdefghij")
        let words = (0..<100).map { "word\(letters[$0 / 10])\(letters[$0 % 10])" }
        func window(_ from: Int) -> String { words[from..<(from + 40)].joined(separator: " ") }
        var grouper = Grouper()
        let placements = try (0..<12).map { step in
            grouper.place(try report(Int64(step), window(step * 5), day: "2026-01-05"))
        }
        let joined = placements.count { if case .joins(0, _) = $0 { true } else { false } }
        #expect(placements.first == .new(group: 0, previous: nil))
        #expect(joined > 0 && joined < 8)
    }
}

extension Grouper {
    /// The place of a report whose words nobody asks for.
    fileprivate mutating func place(_ report: ItemReport) -> Placement { place(report, of: ItemText(title: "")) }
}
