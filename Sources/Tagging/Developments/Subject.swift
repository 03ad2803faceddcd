import Model

/// What an item is about among the cases that it mentions: a commentary cites precedents, and a newsletter much else.
struct Subject: Equatable {
    private(set) var cases: Set<String> = []
    private(set) var names: Set<String> = []
    /// Whether one of the names and one of the cases stand side by side, as where a judgment is cited by both.
    private(set) var isNamedCase = false

    /// Bytes between citations of one case in different forms, or of cases that are heard together, and the longest
    /// word there.
    private static let (chained, shortWord) = (24, 4)
    /// An item without a case in its title that mentions so many of them, here and there, is about none of them.
    private static let mostMentioned = 4

    /// What the item of a development is about, of what the development is about.
    init(of findings: Findings, in text: ItemText, within matters: Set<String>) {
        cases = Set(findings.citations.map(\.value)).intersection(matters.flatMap(Citation.spellings))
        let named = findings.namesOfCases
        names = Set(named.map(\.value)).intersection(matters)
        isNamedCase = Self.areSideBySide(named, findings.citations, in: text, self)
    }

    /// What an item is about: what its title names, else what its text names first.
    init(of findings: Findings, in text: ItemText) {
        let named = findings.namesOfCases.filter { !PassingCitation.isOne($0, in: text, of: findings) }
        let cited = findings.citations.filter {
            !Citation.isAct($0.value) && !PassingCitation.isOne($0, in: text, of: findings)
        }
        let namedFirst = named.filter(Self.isInTitle)
        let citedFirst = cited.filter(Self.isInTitle)
        if Self.areSeveral(namedFirst.map(\.value)) { return }
        if citedFirst.isEmpty {
            let chains = Self.chains(of: cited, in: text)
            if namedFirst.isEmpty, chains.count >= Self.mostMentioned { return }
            cases = Set(chains.first ?? [])
        } else {
            let gone = Set(findings.treatments.filter { $0.value.kind.isOfAnother }.map(\.value.authority))
            let own = citedFirst.map(\.value).filter { !gone.contains($0) }
            cases = Set(own.isEmpty ? citedFirst.map(\.value) : own)
        }
        names = Set((namedFirst.isEmpty ? Array(named.prefix(1)) : namedFirst).map(\.value))
        isNamedCase = Self.areSideBySide(named, cited, in: text, self)
    }

    /// Whether names are those of different cases.
    private static func areSeveral(_ names: [String]) -> Bool {
        names.indices.contains { index in names[..<index].contains { !CaseName.isAlike($0, names[index]) } }
    }

    private static func isInTitle(_ found: Proven<String>) -> Bool {
        guard let field = found.evidence.first?.field else { return true }
        return field == .title || field == .stated
    }

    /// The citations in the order of the text, those together that stand side by side.
    private static func chains(of cited: [Proven<String>], in text: ItemText) -> [[String]] {
        var chains: [[String]] = []
        var end: (field: Evidence.Field, offset: Int)?
        for citation in cited {
            guard let place = citation.evidence.first else { continue }
            if let end, end.field == place.field, !chains.isEmpty,
                areSideBySide(words(of: place.field, in: text), end.offset, place.offset)
            {
                chains[chains.count - 1].append(citation.value)
            } else {
                chains.append([citation.value])
            }
            end = (place.field, place.offset + place.words.utf8.count)
        }
        return chains
    }

    /// Whether one of the names and one of the cases of a subject stand side by side.
    private static func areSideBySide(
        _ named: [Proven<String>], _ cited: [Proven<String>], in text: ItemText, _ subject: Subject
    ) -> Bool {
        named.contains { name in
            subject.names.contains(name.value)
                && cited.contains { subject.cases.contains($0.value) && areSideBySide(name, $0, in: text) }
        }
    }

    /// Whether a name and a citation stand side by side, in either order.
    private static func areSideBySide(_ name: Proven<String>, _ citation: Proven<String>, in text: ItemText) -> Bool {
        guard let left = name.evidence.first, let right = citation.evidence.first, left.field == right.field else {
            return false
        }
        let (first, second) = left.offset < right.offset ? (left, right) : (right, left)
        return areSideBySide(words(of: left.field, in: text), first.offset + first.words.utf8.count, second.offset)
    }

    /// The text of a field.
    static func words(of field: Evidence.Field, in text: ItemText) -> String {
        switch field {
        case .title: text.title
        case .summary: text.summary
        case .content: text.content
        case .source, .stated: ""
        }
    }

    private static func areSideBySide(_ text: String, _ end: Int, _ start: Int) -> Bool {
        guard start >= end, start - end <= chained else { return false }
        let gap = text.utf8.dropFirst(end).prefix(start - end)
        return gap.split { !Bytes.isLetter($0) }.allSatisfy { $0.count <= shortWord }
    }
}

extension Treatment.Kind {
    /// Whether only an authority other than the one reported can be treated so.
    fileprivate var isOfAnother: Bool { self == .overruled || self == .distinguished }
}

extension Findings {
    /// The names of matters but for those of acts.
    fileprivate var namesOfCases: [Proven<String>] {
        matterNames.filter { !ActName.isName($0.value) && $0.evidence.first?.rule != ActName.rule }
    }
}
