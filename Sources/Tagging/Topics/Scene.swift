import Model

/// Where the concepts of one item stand: what expressions are evaluated over.
struct Scene {
    /// A hit with its place among words and sentences.
    struct Place {
        let hit: Hit
        /// Half words before its beginning and its end; a character without spaces is half a word.
        let from: Int32
        let to: Int32
        let sentence: Int32
        let isInTitle: Bool
    }

    let text: NormalText
    private(set) var places: [Place] = []
    /// For each concept, the places in order.
    private(set) var byConcept: [[Int32]]
    let traits: Set<SourceTrait>

    init(_ text: NormalText, _ hits: [Hit], conceptCount: Int, traits: Set<SourceTrait>) {
        self.text = text
        self.traits = traits
        byConcept = [[Int32]](repeating: [], count: conceptCount)
        guard !hits.isEmpty else { return }
        let ordered = hits.sorted {
            ($0.range.lowerBound, $0.range.upperBound, $0.concept) < (
                $1.range.lowerBound, $1.range.upperBound, $1.concept
            )
        }
        let ruler = Ruler(text)
        let title = text.spans.first { $0.field == .title }?.range ?? 0..<0
        var last: Hit?
        for hit in ordered where hit != last {
            last = hit
            byConcept[Int(hit.concept)].append(Int32(places.count))
            places.append(
                Place(
                    hit: hit, from: ruler.words[hit.range.lowerBound], to: ruler.words[hit.range.upperBound],
                    sentence: ruler.sentences[hit.range.lowerBound],
                    isInTitle: title.contains(hit.range.lowerBound)))
        }
    }
}

/// Counts half words and sentences along a text.
struct Ruler {
    private(set) var words: [Int32] = []
    private(set) var sentences: [Int32] = []
    /// What the end of a field counts, in half words.
    private static let fieldGap: Int32 = 8

    init(_ text: NormalText) {
        let bytes = text.bytes
        words.reserveCapacity(bytes.count + 1)
        sentences.reserveCapacity(bytes.count + 1)
        var (word, sentence, length): (Int32, Int32, Int) = (0, 0, 0)
        var previous = WordClass.gap
        for index in bytes.indices {
            let byte = bytes[index]
            let kind = WordClass.table[Int(byte)]
            if kind == WordClass.word, previous != WordClass.word {
                word += 2
                length = 0
            } else if kind == WordClass.free {
                word += 1
            }
            words.append(word)
            sentences.append(sentence)
            if kind != WordClass.continuation { previous = kind }
            if kind == WordClass.word { length += 1 }
            if byte == 0x0A {
                word += Ruler.fieldGap
                sentence += 1
            } else if Ruler.endsSentence(bytes, index, length) {
                sentence += 1
            }
        }
        words.append(word)
        sentences.append(sentence)
    }

    /// A full stop behind a short word is an abbreviation's (`v.`, `No.`, `Inc.`), behind one or two digits a date's.
    private static func endsSentence(_ bytes: [UInt8], _ index: Int, _ wordLength: Int) -> Bool {
        switch bytes[index] {
        case 0x21, 0x3F: return true
        case 0x2E: return wordLength >= 4 && (index + 1 >= bytes.count || bytes[index + 1] <= 0x20)
        case 0x82: return index >= 2 && bytes[index - 2] == 0xE3 && bytes[index - 1] == 0x80
        default: return false
        }
    }
}
