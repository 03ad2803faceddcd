import Foundation
import Model
import Register
import Store

/// Compares vendors' terms, as they are watched, with what they said at the last look.
struct TermsDesk {
    /// A tool, and the clauses of its vendor's terms that changed.
    struct Finding {
        let tool: AITool
        /// The item that holds the terms as they are now.
        let item: RowID<Item>
        let changes: [ToolClauses.Change]
        /// Whether nothing changed, and something was not there in the first place.
        var isFirstLook: Bool { changes.allSatisfy { if case .absent = $0 { true } else { false } } }
    }

    private let store: Store
    private let tools: [AITool]
    /// All names of each source that has or had several, the present one first, by each of them.
    private let names: [ID<Source>: [ID<Source>]]
    /// The newest revision of each item at the last look, by tool and source.
    private let looks: [String: [String: Int]]
    /// Where the looks are kept, and how many items of a source are compared.
    private static let (key, mostItems) = ("terms", 200)

    init(_ store: Store, _ register: PolicyRegister, _ sources: [Source]) throws {
        self.store = store
        let renamed = sources.filter { !$0.aliases.isEmpty }.map(\.names).flatMap { names in names.map { ($0, names) } }
        names = Dictionary(renamed) { first, _ in first }
        tools = register.tools.filter { !$0.terms.isEmpty }
        let kept = try store.value(of: Self.key)
        looks = try kept.map { try JSONDecoder().decode([String: [String: Int]].self, from: Data($0.utf8)) } ?? [:]
    }

    /// What changed since the last look; of terms that are seen for the first time, the clauses that are not found.
    func findings() throws -> [Finding] {
        var findings: [Finding] = []
        for tool in tools {
            for source in sources(of: tool) {
                let items = try items(of: source)
                guard let known = look(tool, source) else {
                    if let finding = try firstLook(tool, items) { findings.append(finding) }
                    continue
                }
                for item in items {
                    guard let old = try before(item, known) else { continue }
                    let changes = ToolClauses.changes(from: old, to: try text(of: item.id, item.revision))
                    if !changes.isEmpty { findings.append(Finding(tool: tool, item: item.id, changes: changes)) }
                }
            }
        }
        return findings
    }

    private func firstLook(_ tool: AITool, _ items: [ItemSummary]) throws -> Finding? {
        guard let newest = items.first else { return nil }
        let absent = ToolClauses.absent(from: try items.map { try text(of: $0.id, $0.revision) })
        return absent.isEmpty ? nil : Finding(tool: tool, item: newest.id, changes: absent)
    }

    /// Keeps what was looked at, for the next look.
    func keep() throws {
        var next: [String: [String: Int]] = [:]
        for tool in tools {
            for source in sources(of: tool) {
                let name = Self.name(tool.id, source)
                for item in try items(of: source) { next[name, default: [:]][item.id.description] = item.revision }
            }
        }
        guard next != looks else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try store.setValue(String(decoding: try encoder.encode(next), as: UTF8.self), of: Self.key)
    }

    /// What an item is compared with: its own text at the last look, or that of the page in whose place it came, which
    /// shares the most sentences with it; nothing where it came in the place of none. nil where it is as it was.
    private func before(_ item: ItemSummary, _ known: [String: Int]) throws -> String? {
        if let revision = known[item.id.description] {
            return revision < item.revision ? try text(of: item.id, revision) : nil
        }
        let new = try text(of: item.id, item.revision)
        let pages = try known.compactMap { id, revision in Int64(id).map { (RowID<Item>($0), revision) } }
            .sorted { $0.0 < $1.0 }.map { try text(of: $0.0, $0.1) }
        if pages.count == 1 { return pages[0] }
        let alike = pages.map { ToolClauses.sentencesShared(by: $0, new) }
        let most = alike.max() ?? 0
        return most > 0 ? alike.lastIndex(of: most).map { pages[$0] } : ""
    }

    /// The sources of a tool's terms by what they are called now.
    private func sources(of tool: AITool) -> [ID<Source>] { tool.terms.map { names[$0]?.first ?? $0 } }

    private func items(of source: ID<Source>) throws -> [ItemSummary] {
        try store.items(ItemQuery(source: source, limit: Self.mostItems))
    }

    private func text(of item: RowID<Item>, _ revision: Int) throws -> String {
        guard let text = try store.item(item)?.revisions.first(where: { $0.number == revision })?.text else {
            return ""
        }
        return [text.summary, text.content].joined(separator: "\n\n")
    }

    /// The last look, under the names of the tool and the source now or earlier ones.
    private func look(_ tool: AITool, _ source: ID<Source>) -> [String: Int]? {
        ([tool.id] + tool.aliases).lazy.flatMap { tool in
            (names[source] ?? [source]).lazy.compactMap { looks[Self.name(tool, $0)] }
        }.first
    }

    private static func name(_ tool: ID<AITool>, _ source: ID<Source>) -> String { "\(tool)\n\(source)" }
}

extension Session {
    /// Days that the owner of a tool gets to look at changed terms.
    private static let termsDays = 14

    /// Compares the vendors' terms that are watched, and asks the owners of tools about clauses that changed.
    ///
    /// - Returns: How many questions were put.
    func checkTerms() throws -> Int {
        let desk = try TermsDesk(store, register, sources)
        var asked = 0
        for finding in try desk.findings() {
            for owner in AlertRules.asked(about: finding.tool, in: register) {
                try put(
                    NewAlert(
                        subject: .tool(finding.tool.id),
                        development: development(of: finding.item, because: "a vendor's terms"), owner: owner,
                        reasons: finding.changes.map(AlertReason.init),
                        due: workspace.today(in: settings.timeZone).adding(days: Self.termsDays),
                        rank: Rank(parts: [
                            finding.isFirstLook
                                ? .init("a clause is not found", 10) : .init("a vendor's terms changed", 50)
                        ])),
                    because: finding.isFirstLook ? "the vendor's terms lack a clause" : "the vendor's terms changed")
                asked += 1
            }
        }
        try desk.keep()
        return asked
    }
}

extension AlertReason {
    /// A changed clause, quoted as it was and as it is.
    fileprivate init(_ change: ToolClauses.Change) {
        switch change {
        case .changed(let subject, let old, let new):
            let start = Self.difference(old, new)
            self.init(
                kind: .terms, value: subject.rawValue,
                evidence: Self.quoted("−", old, from: start) + Self.quoted("+", new, from: start))
        case .lost(let subject, let old):
            self.init(kind: .terms, value: "\(subject.rawValue), not found any more", evidence: Self.quoted("−", old))
        case .absent(let subject):
            self.init(
                kind: .terms, value: "\(subject.rawValue), no such clause found",
                evidence: [
                    Evidence(
                        rule: "phrases looked for", words: subject.anchors.joined(separator: "; "), field: .source)
                ])
        case .added(let subject, let new):
            self.init(kind: .terms, value: "\(subject.rawValue), new", evidence: Self.quoted("+", new))
        }
    }

    /// Characters of a clause that are quoted at most, and of those that stand before what changed.
    private static let (mostQuoted, mostBefore) = (1_000, 300)

    private static func quoted(_ sign: String, _ clauses: [String], from start: Int = 0) -> [Evidence] {
        clauses.map { clause in
            let scalars = clause.unicodeScalars
            let rest = scalars.count > mostQuoted ? scalars.dropFirst(max(0, start - mostBefore)) : scalars[...]
            let words = String(String.UnicodeScalarView(rest.prefix(mostQuoted)))
            return Evidence(
                rule: sign == "−" ? "the terms until now" : "the terms from now on", words: words, field: .content,
                context: "\(sign) \(words)")
        }
    }

    /// Where one clause and what became of it begin to differ.
    private static func difference(_ old: [String], _ new: [String]) -> Int {
        guard old.count == 1, new.count == 1 else { return 0 }
        return zip(old[0].unicodeScalars, new[0].unicodeScalars).prefix { $0 == $1 }.count
    }
}
