/// Counts half words and sentences along a text.
enum Ruler {
    /// Where a place lies.
    struct Mark {
        /// Half words before its beginning and its end; a character without spaces is half a word.
        var from: Int32 = 0
        var to: Int32 = 0
        var sentence: Int32 = 0
    }

    /// What the end of a field counts, in half words.
    private static let fieldGap: Int32 = 8
    /// Half words from the title's beginning on in which a text says what it is about, and of a text that tells nothing in
    /// passing.
    static let (lead, short): (Int32, Int32) = (120, 160)
    /// Half words of a title beside numbers and the places of concepts that tell nothing yet.
    private static let formal = 4
    /// Bytes of a word behind which a full stop ends a sentence; as long is a character without spaces.
    private static let spelled = 4

    /// The marks of places that are in order of their beginnings.
    static func marks(of places: [Hit], in text: NormalText) -> [Mark] {
        var byEnd = Array(places.indices)
        if !zip(places, places.dropFirst()).allSatisfy({ $0.end <= $1.end }) {
            byEnd.sort { places[$0].end < places[$1].end }
        }
        var marks = [Mark](repeating: Mark(), count: places.count)
        var (word, sentence, length): (Int32, Int32, Int) = (0, 0, 0)
        var previous = WordClass.gap
        var (start, end) = (0, 0)
        let (bytes, classes) = (text.bytes, WordClass.table)
        var (nextStart, nextEnd) = (places.first?.start ?? 0, byEnd.first.map { places[$0].end } ?? 0)
        for index in bytes.indices {
            if end == byEnd.count { break }
            let byte = bytes[index]
            let kind = classes[Int(byte)]
            // Nothing is counted within a word.
            if kind == WordClass.word, previous == WordClass.word, nextStart != index, nextEnd != index {
                length += 1
                continue
            }
            if kind == WordClass.word, previous != WordClass.word {
                word += 2
                length = 0
            } else if kind == WordClass.free {
                word += 1
                length = spelled
            }
            while nextStart == index, start < places.count {
                (marks[start].from, marks[start].sentence) = (word, sentence)
                start += 1
                if start < places.count { nextStart = places[start].start }
            }
            while nextEnd == index, end < byEnd.count {
                marks[byEnd[end]].to = word
                end += 1
                if end < byEnd.count { nextEnd = places[byEnd[end]].end }
            }
            if kind != WordClass.continuation { previous = kind }
            if kind == WordClass.word { length += 1 }
            if byte == 0x0A {
                word += fieldGap
                sentence += 1
            } else if endsSentence(bytes, index, length) {
                sentence += 1
            }
        }
        return marks
    }

    /// Where the first sentence of a field ends, or the last word in which a text says what it is about.
    static func endOfSentence(in bytes: [UInt8], _ field: Range<Int>) -> Int {
        var (word, length): (Int32, Int) = (0, 0)
        var previous = WordClass.gap
        for index in field {
            let kind = WordClass.table[Int(bytes[index])]
            if kind == WordClass.word, previous != WordClass.word {
                word += 2
                length = 0
            } else if kind == WordClass.free {
                word += 1
                length = spelled
            }
            if word > lead || endsSentence(bytes, index, length) { return index }
            if kind != WordClass.continuation { previous = kind }
            if kind == WordClass.word { length += 1 }
        }
        return field.upperBound
    }

    /// Whether a title is hardly more than numbers, small words and the places of concepts, as those of press releases and
    /// decisions are.
    static func isFormal(_ title: Range<Int>, besides places: ArraySlice<Hit>, in bytes: [UInt8]) -> Bool {
        var (words, length, end) = (0, 0, title.lowerBound)
        var next = places.startIndex
        var isNumber = false
        for index in title {
            while next < places.endIndex, places[next].start <= index {
                end = max(end, Int(places[next].end))
                next += 1
            }
            guard index >= end else { continue }
            switch WordClass.table[Int(bytes[index])] {
            case WordClass.word:
                if length == 0 { isNumber = bytes[index] &- 0x30 < 10 }
                length += 1
                if length == spelled, !isNumber { words += 2 }
            case WordClass.free: words += 1
            case WordClass.continuation: break
            default: length = 0
            }
            if words > formal { return false }
        }
        return true
    }

    /// A full stop behind a short word is an abbreviation's (`v.`, `No.`, `Inc.`), behind one or two digits a date's.
    private static func endsSentence(_ bytes: [UInt8], _ index: Int, _ wordLength: Int) -> Bool {
        switch bytes[index] {
        case 0x21, 0x3F: true
        case 0x2E: wordLength >= spelled && (index + 1 >= bytes.count || bytes[index + 1] <= 0x20)
        case 0x82: index >= 2 && bytes[index - 2] == 0xE3 && bytes[index - 1] == 0x80
        default: false
        }
    }
}
