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
        let ruler = Ruler(text, at: ordered.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
        let title = text.spans.first { $0.field == .title }?.range ?? 0..<0
        var last: Hit?
        for hit in ordered where hit != last {
            last = hit
            byConcept[Int(hit.concept)].append(Int32(places.count))
            places.append(
                Place(
                    hit: hit, from: ruler.words(before: hit.range.lowerBound),
                    to: ruler.words(before: hit.range.upperBound),
                    sentence: ruler.sentence(at: hit.range.lowerBound),
                    isInTitle: title.contains(hit.range.lowerBound)))
        }
    }
}

/// Counts half words and sentences along a text, and keeps the counts at some positions.
struct Ruler {
    private struct Mark {
        let position: Int
        let word: Int32
        let sentence: Int32
    }

    private var marks: [Mark] = []
    /// What the end of a field counts, in half words.
    private static let fieldGap: Int32 = 8

    /// A ruler for positions in any order.
    init(_ text: NormalText, at positions: [Int]) {
        let wanted = positions.sorted()
        marks.reserveCapacity(wanted.count)
        text.bytes.withUnsafeBufferPointer { bytes in
            WordClass.table.withUnsafeBufferPointer { walk(bytes, $0, wanted) }
        }
    }

    /// How many half words stand before a position.
    func words(before position: Int) -> Int32 { mark(at: position)?.word ?? 0 }

    /// The number of the sentence at a position.
    func sentence(at position: Int) -> Int32 { mark(at: position)?.sentence ?? 0 }

    private func mark(at position: Int) -> Mark? {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].position < position { low = middle + 1 } else { high = middle }
        }
        return low < marks.count ? marks[low] : nil
    }

    private mutating func walk(
        _ bytes: UnsafeBufferPointer<UInt8>, _ classes: UnsafeBufferPointer<UInt8>, _ wanted: [Int]
    ) {
        var (word, sentence, length): (Int32, Int32, Int) = (0, 0, 0)
        var previous = WordClass.gap
        var next = 0
        for index in bytes.indices {
            let byte = bytes[index]
            let kind = classes[Int(byte)]
            if kind == WordClass.word, previous != WordClass.word {
                word += 2
                length = 0
            } else if kind == WordClass.free {
                word += 1
            }
            while next < wanted.count, wanted[next] == index {
                marks.append(Mark(position: index, word: word, sentence: sentence))
                next += 1
            }
            guard next < wanted.count else { return }
            if kind != WordClass.continuation { previous = kind }
            if kind == WordClass.word { length += 1 }
            if byte == 0x0A {
                word += Ruler.fieldGap
                sentence += 1
            } else if Ruler.endsSentence(bytes, index, length) {
                sentence += 1
            }
        }
        marks.append(Mark(position: bytes.count, word: word, sentence: sentence))
    }

    /// A full stop behind a short word is an abbreviation's (`v.`, `No.`, `Inc.`), behind one or two digits a date's.
    private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ wordLength: Int) -> Bool {
        switch bytes[index] {
        case 0x21, 0x3F: return true
        case 0x2E: return wordLength >= 4 && (index + 1 >= bytes.count || bytes[index + 1] <= 0x20)
        case 0x82: return index >= 2 && bytes[index - 2] == 0xE3 && bytes[index - 1] == 0x80
        default: return false
        }
    }
}
