import Foundation
import Model
import Register
import Store

/// Looks up the words of the law that policies quote, in the texts that are stored.
struct QuoteDesk {
    /// A quoted passage and what became of it.
    struct Finding {
        let policy: Policy
        let section: PolicySection
        let quote: String
        let verdict: QuoteCheck.Verdict
        /// The item in whose text it stands, or stood; nil where none ever had it.
        let item: RowID<Item>?
        /// Whether the owner was asked about it already.
        let isKnownGone: Bool
        fileprivate let place: QuoteCheck.Place?
    }

    /// Where a passage stood at the last look.
    private struct Record: Codable {
        var item: Int64
        var place: QuoteCheck.Place
        var isGone: Bool
    }

    private let store: Store
    private let register: PolicyRegister
    private let records: [String: Record]
    /// Where the records are kept, and how many texts are read for a passage that was never found.
    private static let (key, mostTexts) = ("quotes", 20)
    /// Bytes of a passage by which texts are searched.
    private static let searched = 160

    init(_ store: Store, _ register: PolicyRegister) throws {
        self.store = store
        self.register = register
        let kept = try store.value(of: Self.key)
        records = try kept.map { try JSONDecoder().decode([String: Record].self, from: Data($0.utf8)) } ?? [:]
    }

    /// Every quoted passage, with its verdict.
    func findings() throws -> [Finding] {
        var findings: [Finding] = []
        for policy in register.policies {
            for section in policy.sections {
                for quote in section.quotes { findings.append(try finding(quote, policy, section)) }
            }
        }
        return findings
    }

    /// Keeps where the passages stand now, for the next look.
    func keep(_ findings: [Finding]) throws {
        var next: [String: Record] = [:]
        for finding in findings {
            guard let item = finding.item, let place = finding.place else { continue }
            next[Self.name(finding.policy.id, finding.quote)] = Record(
                item: item.rawValue, place: place, isGone: finding.verdict == .gone)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(next), as: UTF8.self)
        if try store.value(of: Self.key) != text { try store.setValue(text, of: Self.key) }
    }

    private func finding(_ quote: String, _ policy: Policy, _ section: PolicySection) throws -> Finding {
        let record = ([policy.id] + policy.aliases).lazy.compactMap { records[Self.name($0, quote)] }.first
        func made(_ verdict: QuoteCheck.Verdict, _ item: RowID<Item>?, _ place: QuoteCheck.Place?) -> Finding {
            Finding(
                policy: policy, section: section, quote: quote, verdict: verdict, item: item,
                isKnownGone: record?.isGone ?? false, place: place)
        }
        if let record {
            let item = RowID<Item>(record.item)
            let result = QuoteCheck.look(for: quote, in: try text(of: item), previous: record.place)
            if let place = result.place { return made(result.verdict, item, place) }
            if result.verdict == .sourceMissing { return made(.sourceMissing, item, record.place) }
        }
        for item in try candidates(quote) {
            let result = QuoteCheck.look(for: quote, in: try text(of: item), previous: nil)
            if let place = result.place { return made(record == nil ? .present : .moved, item, place) }
        }
        guard let record else { return made(.sourceMissing, nil, nil) }
        return made(.gone, RowID(record.item), record.place)
    }

    /// The newest items whose texts can hold a passage.
    private func candidates(_ quote: String) throws -> [RowID<Item>] {
        let plain = Self.beginning(of: quote).map { "\"“”".unicodeScalars.contains($0) ? " " : $0 }
        guard let query = try? SearchQuery("\"\(String(String.UnicodeScalarView(plain)))\"") else { return [] }
        return try store.items(ItemQuery(text: query, limit: Self.mostTexts)).map(\.id)
    }

    /// The whole words with which a passage begins: a word that is cut stands in no text.
    private static func beginning(of quote: String) -> [Unicode.Scalar] {
        var (bytes, rest) = (0, quote.unicodeScalars[...])
        var kept: [Unicode.Scalar] = []
        while let next = rest.first, bytes + UTF8.width(next) <= searched {
            bytes += UTF8.width(next)
            kept.append(next)
            rest = rest.dropFirst()
        }
        guard let next = rest.first else { return kept }
        let whole = kept.indices.last { mayCut(kept[$0], $0 + 1 < kept.count ? kept[$0 + 1] : next) }
        return whole.map { Array(kept[...$0]) } ?? kept
    }

    /// Whether no word goes on from one character to the next: Chinese and Japanese ones are looked up in pairs.
    private static func mayCut(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        func joins(_ scalar: Unicode.Scalar) -> Bool {
            let properties = scalar.properties
            return !properties.isIdeographic && !(0x3040...0x30FF).contains(scalar.value)
                && (properties.isAlphabetic || properties.numericType != nil
                    || properties.generalCategory == .nonspacingMark)
        }
        return !(joins(last) && joins(next))
    }

    private func text(of item: RowID<Item>) throws -> String? {
        try store.foundItems([item]).first.map { found in
            [found.item.text.title, found.item.text.summary, found.item.text.content].joined(separator: "\n")
        }
    }

    /// Sections are numbered anew, and policies renamed: the words stay.
    private static func name(_ policy: ID<Policy>, _ quote: String) -> String { "\(policy)\n\(quote)" }
}

extension Session {
    /// Days that the owner of a policy gets to look at a passage that is gone.
    private static let quoteDays = 14

    /// Looks up the quoted passages, and asks the owners of those that are gone.
    ///
    /// - Returns: How many are gone that were there at the last look.
    func checkQuotes() throws -> Int {
        guard register.policies.contains(where: { $0.sections.contains { !$0.quotes.isEmpty } }) else { return 0 }
        let desk = try QuoteDesk(store, register)
        let findings = try desk.findings()
        let gone = findings.filter { $0.verdict == .gone && !$0.isKnownGone }
        for finding in gone { try ask(about: finding) }
        try desk.keep(findings)
        return gone.count
    }

    private func ask(about finding: QuoteDesk.Finding) throws {
        guard let item = finding.item else { return }
        let reason = AlertReason(
            kind: .quote, value: String(finding.quote.prefix(80)), section: finding.section.id,
            evidence: [Evidence(rule: "the quoted passage is gone", words: finding.quote, field: .content)])
        let due = workspace.today(in: settings.timeZone).adding(days: Self.quoteDays)
        try put(
            NewAlert(
                subject: .policy(finding.policy.id), development: development(of: item, because: "a policy quotes it"),
                owner: finding.policy.owner, reasons: [reason], due: due,
                rank: Rank(parts: [.init("a quoted passage is gone", 50)])),
            because: "a quoted passage is gone")
    }
}
