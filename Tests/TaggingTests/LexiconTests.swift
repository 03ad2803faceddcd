import Model
import Testing

@testable import Tagging

@Suite("Automaton")
struct LexiconTests {
    /// What is looked for.
    private struct Pattern {
        var bytes: [UInt8]
        var languages: UInt32 = .max
        var takesPlural = false
        var isOpenBefore = false
        var isOpenAfter = false
    }

    private func lexicon(_ patterns: [Pattern]) -> Lexicon {
        var list = PatternList()
        for pattern in patterns {
            list.append(
                pattern.bytes, languages: pattern.languages, takesPlural: pattern.takesPlural,
                isOpenBefore: pattern.isOpenBefore, isOpenAfter: pattern.isOpenAfter)
        }
        return Lexicon(list)
    }

    /// Patterns of at least two bytes that begin with a letter; some with stars, some open at a side.
    private func patterns(_ random: inout SeededGenerator) -> [Pattern] {
        (0..<40).compactMap { _ in
            var bytes = NormalText.folded(random.words(length: Int.random(in: 1...6, using: &random)))
            guard let first = bytes.first, bytes.count >= 2, WordClass.table[Int(first)] != WordClass.gap else {
                return nil
            }
            let kind = Int.random(in: 0..<6, using: &random)
            if kind == 0 { bytes.append(Lexicon.star) }
            if kind == 1 { bytes += [Lexicon.star] + Array(" b".utf8) }
            return Pattern(
                bytes: bytes, languages: UInt32.random(in: 1...3, using: &random), takesPlural: kind == 2,
                isOpenBefore: kind == 3, isOpenAfter: kind == 4)
        }
    }

    /// Where a pattern ends that begins at an offset, by trying byte after byte.
    private func end(of pattern: ArraySlice<UInt8>, in text: NormalText, from start: Int) -> Int? {
        var position = start
        for byte in pattern {
            if byte == Lexicon.star {
                while position < text.bytes.count,
                    text.bytes[position] & 0xC0 == 0x80 || !text.isBoundary(position)
                { position += 1 }
            } else {
                guard position < text.bytes.count,
                    WordClass.joined(text.bytes[position]) == WordClass.joined(byte)
                else { return nil }
                position += 1
            }
        }
        return position
    }

    private func naive(_ patterns: [Pattern], in text: NormalText, language: UInt32) -> Set<Lexicon.Match> {
        var found: Set<Lexicon.Match> = []
        for (number, pattern) in patterns.enumerated() where pattern.languages & language != 0 {
            for start in text.bytes.indices where pattern.isOpenBefore || text.isBoundary(start) {
                guard let end = end(of: pattern.bytes[...], in: text, from: start) else { continue }
                let isPlural =
                    pattern.takesPlural && end < text.bytes.count && text.bytes[end] == 0x73
                    && text.isBoundary(end + 1)
                guard text.isBoundary(end) || pattern.isOpenAfter || isPlural else { continue }
                found.insert(Lexicon.Match(term: Int32(number), start: Int32(start), end: Int32(end)))
            }
        }
        return found
    }

    @Test("the automaton finds what naive search finds", arguments: 0..<200)
    func agrees(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let patterns = patterns(&random)
        let text = NormalText([(.title, random.words(length: 60)), (.summary, random.words(length: 300))])
        let found = lexicon(patterns).matches(in: text, language: 2).matches
        #expect(Set(found) == naive(patterns, in: text, language: 2))
        #expect(Set(found).count == found.count)
    }

    @Test("order and duplicates of patterns do not matter", arguments: 0..<30)
    func ignoresOrder(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let patterns = patterns(&random)
        let text = NormalText([(.title, random.words(length: 200))])
        let places = { (patterns: [Pattern]) in
            Set(lexicon(patterns).matches(in: text).matches.map { [$0.start, $0.end] })
        }
        #expect(places(patterns) == places((patterns + patterns).shuffled(using: &random)))
    }

    @Test("many patterns are in order of their bytes, of equal ones the last first, as few are", arguments: [50, 1500])
    func sorts(count: Int) {
        var random = SeededGenerator(seed: 7)
        var list = PatternList()
        var patterns: [[UInt8]] = []
        for _ in 0..<count {
            let bytes = NormalText.folded(random.words(length: Int.random(in: 1...12, using: &random)))
            list.append(bytes)
            patterns.append(bytes.map(WordClass.joined))
        }
        let expected = patterns.indices.filter { patterns[$0].count >= 2 }.sorted { left, right in
            patterns[left] == patterns[right]
                ? left > right : patterns[left].lexicographicallyPrecedes(patterns[right])
        }
        #expect(list.sorted.map { Int($0.number) } == expected)
    }

    @Test("matches come by their beginnings, shorter ones first, and of equal ones the last pattern first")
    func comesInOrder() {
        let words = ["ab", "ab cd", "abc", "ab", "cd"].map { Pattern(bytes: Array($0.utf8)) }
        let found = lexicon(words).matches(in: NormalText([(.title, "ab cd abc")])).matches
        #expect(found.map(\.term) == [3, 0, 1, 4, 2])
    }

    @Test(
        "patterns that part late, and in many ways, are told apart",
        arguments: ["ab", "abcd", "abcdefghijk", "abcdefgh ijklmnop qrst", String(repeating: "ab", count: 140)])
    func tellsApart(beginning: String) {
        let ends = Array("0123456789abcdefghijklmn")
        let lexicon = lexicon(ends.map { Pattern(bytes: Array("\(beginning)\($0)x y".utf8)) })
        for (number, end) in ends.enumerated() {
            let found = lexicon.matches(in: NormalText([(.title, "\(beginning)\(end)x-y")])).matches
            #expect(found.map(\.term) == [Int32(number)])
        }
        for text in ["\(beginning)zx y", "\(beginning)0y y", "\(beginning)0x", beginning] {
            #expect(lexicon.matches(in: NormalText([(.title, text)])).matches.isEmpty)
        }
    }

    @Test("the work grows as the text does, with many matches as with few", arguments: ["aab ab b. ", "zz y ", "权作权"])
    func isLinear(words: String) {
        let patterns = ["aab ab*", "ab b", "b", "aab", "权作", "权", "作权权"].map {
            Pattern(bytes: NormalText.folded($0).map { $0 == 0x2A ? Lexicon.star : $0 })
        }
        let lexicon = lexicon(patterns)
        let steps = [200, 2000].map { count in
            lexicon.matches(in: NormalText([(.content, String(repeating: words, count: count))])).steps
        }
        #expect(steps[1] < steps[0] * 11)
    }
}
