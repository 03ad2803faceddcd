import Model
import Testing

@testable import Tagging

@Suite("Automaton")
struct LexiconTests {
    /// Terms that begin with a letter, of at least two bytes.
    private func terms(_ random: inout SeededGenerator) -> [[UInt8]] {
        (0..<40).compactMap { _ in
            let length = Int.random(in: 1...6, using: &random)
            let term = NormalText.folded(random.words(length: length))
            guard let first = term.first, term.count >= 2, WordClass.table[Int(first)] != WordClass.gap else {
                return nil
            }
            return term
        }
    }

    private func naive(_ terms: [[UInt8]], in text: NormalText) -> Set<Lexicon.Match> {
        var found: Set<Lexicon.Match> = []
        for (number, term) in terms.enumerated() {
            for start in text.bytes.indices where start + term.count <= text.bytes.count {
                let end = start + term.count
                let isSame = zip(text.bytes[start..<end], term).allSatisfy {
                    WordClass.joined($0) == WordClass.joined($1)
                }
                guard isSame, text.isBoundary(start), text.isBoundary(end) else { continue }
                found.insert(Lexicon.Match(term: Int32(number), start: Int32(start), end: Int32(end)))
            }
        }
        return found
    }

    @Test("the automaton finds what naive search finds", arguments: 0..<150)
    func agrees(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let terms = terms(&random)
        let text = NormalText([(.title, random.words(length: 60)), (.summary, random.words(length: 300))])
        let found = Lexicon(terms.map { ($0, false) }).matches(in: text)
        #expect(Set(found) == naive(terms, in: text))
        #expect(Set(found).count == found.count)
    }

    @Test("order and duplicates of terms do not matter", arguments: 0..<30)
    func ignoresOrder(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let terms = terms(&random)
        let text = NormalText([(.title, random.words(length: 200))])
        let places = { (terms: [[UInt8]]) in
            Set(Lexicon(terms.map { ($0, false) }).matches(in: text).map { [$0.start, $0.end] })
        }
        #expect(places(terms) == places((terms + terms).shuffled(using: &random)))
    }
}
