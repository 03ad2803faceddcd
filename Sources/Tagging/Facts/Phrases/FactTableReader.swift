import Model

/// Reads the lines of facts tables, one after the other.
struct FactTableReader {
    /// Why a line cannot be read.
    struct BadLine: Error { let reason: String }

    private struct ListName: Hashable {
        let name: String
        let language: String
    }

    private struct List {
        /// As written.
        let words: [ArraySlice<UInt8>]
        let folded: WordList
    }

    private(set) var rules: [FactTables.Rule] = []
    private(set) var phrases: [Phrase] = []
    private var lists: [ListName: List] = [:]
    /// For each language the lists of words by which texts speak of authorities.
    private(set) var authorityWords: [String: [String: StemList]] = [:]
    private var folder = Folder(capacity: 512)

    private static let (star, open, close) = (UInt8(ascii: "*"), UInt8(ascii: "{"), UInt8(ascii: "}"))

    /// Refuses what is neither the code of a language nor `*`.
    static func check(language: String) throws(BadLine) {
        guard language == "*" || language != "any" && LanguageCodes.contains(language) else {
            throw BadLine(reason: "“\(language)” is no language: write a code such as en, or * for all")
        }
    }

    /// Reads a line.
    ///
    /// - Parameter line: The line, which is neither empty nor a comment.
    /// - Returns: Whether it is a rule; otherwise it is a list.
    /// - Throws: `BadLine` where it is neither.
    mutating func read(_ line: ArraySlice<UInt8>) throws(BadLine) -> Bool {
        let cells = line.split(separator: 0x2C, maxSplits: 3, omittingEmptySubsequences: false)
        guard cells.count == 4 else { throw BadLine(reason: "not four cells: family,value,language,phrases") }
        let (name, value, language) = (String(ascii: cells[0]), String(ascii: cells[1]), String(ascii: cells[2]))
        let rule = name == "list" ? nil : try Self.rule(name, value, language)
        guard !value.isEmpty else { throw BadLine(reason: "the value is missing: family,value,language,phrases") }
        try Self.check(language: language)
        guard cells[3].first != UInt8(ascii: "\"") else {
            throw BadLine(reason: "cells are not quoted here: write the phrases without the quotation mark before them")
        }
        guard cells[3].last != 0x2C else {
            throw BadLine(
                reason: "a comma ends the line, as spreadsheets write it: take the commas behind the phrases away")
        }
        let written = cells[3].split(separator: 0x3B)
        guard let rule else {
            try add(written, to: ListName(name: value, language: language))
            return false
        }
        guard !written.isEmpty else {
            throw BadLine(reason: "no phrases: write them behind the third comma, with ; between")
        }
        rules.append(rule)
        for phrase in written { try add(phrase, language) }
        return true
    }

    private static func rule(
        _ name: String, _ value: String, _ language: String
    ) throws(BadLine) -> FactTables.Rule {
        guard let family = FactTables.Family(rawValue: name) else {
            let known = FactTables.Family.allCases.map(\.rawValue).joined(separator: ", ")
            throw BadLine(reason: "unknown family “\(name)”; known are \(known), and list")
        }
        let rule = FactTables.Rule(family: family, value: value, language: language)
        if let known = family.values, !known.contains(rule.value) {
            throw BadLine(
                reason: "unknown \(family.rawValue) “\(rule.value)”; known are \(known.joined(separator: ", "))")
        }
        let codes = family.namesLaw && rule.codes.isEmpty ? [""] : rule.codes.map(\.code)
        if let code = codes.first(where: { $0 != "EU:applied" && Jurisdiction($0)?.isAssigned != true }) {
            throw BadLine(
                reason: "“\(code)” is no jurisdiction: write a code of ISO 3166-1 such as DE, or EU, or INT")
        }
        return rule
    }

    private mutating func add(_ words: [ArraySlice<UInt8>], to list: ListName) throws(BadLine) {
        guard lists[list] == nil else { throw BadLine(reason: "there is a list “\(list.name)” already") }
        guard !words.isEmpty else { throw BadLine(reason: "the list “\(list.name)” has no words") }
        if let word = words.first(where: { $0.contains { $0 == Self.star || $0 == Self.open || $0 == Self.close } }) {
            throw BadLine(reason: "“\(String(ascii: word))”: the words of a list are whole words, without *, { and }")
        }
        if list.name.hasPrefix(AuthorityWords.Name.prefix) {
            let name = String(list.name.dropFirst(AuthorityWords.Name.prefix.utf8.count))
            guard AuthorityWords.Name(rawValue: name) != nil else {
                throw BadLine(reason: "unknown list “\(list.name)”")
            }
            authorityWords[list.language, default: [:]][name] = StemList(words.map { String(ascii: $0) })
        }
        lists[list] = List(words: words, folded: WordList(words.map { Array(folder.folded($0)) }))
    }

    private mutating func add(_ written: ArraySlice<UInt8>, _ language: String) throws(BadLine) {
        guard written.contains(where: { $0 == Self.open || $0 == Self.close }) else {
            return try add(written, endingBy: nil)
        }
        var (middle, heads, last) = (written, [ArraySlice<UInt8>()], nil as WordList?)
        if middle.first == Self.open, let end = middle.firstIndex(of: Self.close) {
            heads = try list(middle[(middle.startIndex + 1)..<end], language).words
            middle = middle[(end + 1)...]
        }
        if middle.last == Self.close, let start = middle.lastIndex(of: Self.open) {
            last = try list(middle[(start + 1)..<(middle.endIndex - 1)], language).folded
            middle = middle[..<start]
            guard middle.last == Self.star else {
                throw BadLine(reason: "“\(String(ascii: written))”: a * stands before the list that ends a phrase")
            }
            middle = middle.dropLast()
        }
        if middle.contains(Self.open) || middle.contains(Self.close) {
            throw BadLine(
                reason:
                    "“\(String(ascii: written))”: a list in braces stands at the beginning of a phrase, or behind a * at "
                    + "its end")
        }
        for head in heads { try add(ArraySlice(head + middle), endingBy: last) }
    }

    private func list(_ name: ArraySlice<UInt8>, _ language: String) throws(BadLine) -> List {
        let name = String(ascii: name)
        guard let list = lists[ListName(name: name, language: language)] else {
            throw BadLine(reason: "no list “\(name)” of \(language) stands before this line")
        }
        return list
    }

    private mutating func add(_ written: ArraySlice<UInt8>, endingBy last: WordList?) throws(BadLine) {
        guard let phrase = Phrase(written, rule: rules.count - 1, endingBy: last, &folder) else {
            throw BadLine(reason: "the phrase “\(String(ascii: written))” is shorter than two bytes")
        }
        phrases.append(phrase)
    }
}
