import Model

/// What changed between two texts of an item, word by word, for a person to read.
enum WordDifference {
    /// Words around a change that are shown as they are.
    private static let context = 6
    /// Texts of more words than this are compared by their beginnings.
    private static let mostWords = 4_000

    /// The difference: `[-gone-]`, `{+new+}`, and `…` where much stayed the same.
    static func of(_ before: ItemText, _ after: ItemText) -> String {
        let fields = [
            (before.title, after.title), (before.summary, after.summary), (before.content, after.content),
        ]
        let changed = fields.filter { $0.0 != $0.1 }.map { difference(words($0.0), words($0.1)) } + facts(before, after)
        return changed.isEmpty ? "the same words" : changed.joined(separator: " / ")
    }

    /// What changed beside the words, each as it was and as it is.
    static func besideWords(_ before: ItemText, _ after: ItemText) -> [String] {
        let fields: [(String, String?, String?)] = [
            ("link", before.link, after.link),
            ("published", before.published?.description, after.published?.description),
            ("updated", before.updated?.description, after.updated?.description),
            ("language", before.language.rawValue, after.language.rawValue),
            ("authors", list(before.authors), list(after.authors)),
            ("categories", list(before.categories), list(after.categories)),
        ]
        return fields.filter { $1 != $2 }.map { "\($0): [-\($1 ?? "none")-] {+\($2 ?? "none")+}" }
    }

    private static func list(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: ", ") }

    /// What changed among the facts that the publisher states as data, name by name.
    private static func facts(_ before: ItemText, _ after: ItemText) -> [String] {
        let (old, new) = (stated(before), stated(after))
        return Set(old.keys).union(new.keys).sorted().compactMap { name in
            let (gone, come) = (old[name] ?? "", new[name] ?? "")
            return gone == come ? nil : "\(name): \(difference(words(gone), words(come)))"
        }
    }

    /// The values of each such fact, as a text.
    private static func stated(_ text: ItemText) -> [String: String] {
        Dictionary(grouping: text.stated) { $0.kind }.mapValues { facts in
            facts.map(\.value).sorted().joined(separator: ", ")
        }
    }

    private static func difference(_ old: [Substring], _ new: [Substring]) -> String {
        let edits = new.difference(from: old)
        var gone: [Int: Substring] = [:]
        var come: [Int: Substring] = [:]
        for edit in edits {
            switch edit {
            case .remove(let offset, let word, _): gone[offset] = word
            case .insert(let offset, let word, _): come[offset] = word
            }
        }
        var pieces: [Piece] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if let word = gone[i], i < old.count {
                pieces.append(Piece(kind: .gone, word: word))
                i += 1
            } else if let word = come[j], j < new.count {
                pieces.append(Piece(kind: .come, word: word))
                j += 1
            } else {
                pieces.append(Piece(kind: .same, word: new[j]))
                i += 1
                j += 1
            }
        }
        return written(pieces)
    }

    private struct Piece {
        enum Kind { case same, gone, come }
        var kind: Kind
        var word: Substring
    }

    private static func written(_ pieces: [Piece]) -> String {
        let isNear = nearness(pieces)
        var text = ""
        var index = 0
        while index < pieces.count {
            let kind = pieces[index].kind
            let end = pieces[index...].firstIndex { $0.kind != kind } ?? pieces.count
            let words = pieces[index..<end].map { String($0.word) }.joined()
            switch kind {
            case .gone: text += "[-\(words)-]"
            case .come: text += "{+\(words)+}"
            case .same:
                for position in index..<end {
                    if isNear[position] { text += pieces[position].word } else if !text.hasSuffix("… ") { text += "… " }
                }
            }
            index = end
        }
        return text
    }

    private static func nearness(_ pieces: [Piece]) -> [Bool] {
        var isNear = Array(repeating: false, count: pieces.count)
        for (index, piece) in pieces.enumerated() where piece.kind != .same {
            for near in max(0, index - context)...min(pieces.count - 1, index + context) { isNear[near] = true }
        }
        return isNear
    }

    /// Words with the space behind them; every East Asian character is a word.
    private static func words(_ text: String) -> [Substring] {
        var words: [Substring] = []
        var start = text.startIndex
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex, words.count < mostWords {
            let next = scalars.index(after: index)
            if scalars[index] == " " || scalars[index].value >= 0x2E80 {
                words.append(text[start..<next])
                start = next
            }
            index = next
        }
        if start < text.endIndex, words.count < mostWords { words.append(text[start...]) }
        return words
    }
}
