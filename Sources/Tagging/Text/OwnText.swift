import Model

/// Cuts out of an item's texts what stands beside its own words: lists of tags, links to other items, and what markup
/// sets aside.
///
/// What no markup tells is told by labels of the tables, `Related:` or `Lesen Sie auch`. A label of subjects may be the
/// heading of a text, so that only a list of short names is cut behind it.
struct OwnText {
    /// A label in a field, by its bytes there.
    struct Label {
        /// What stands behind it.
        enum Kind: String, CaseIterable {
            /// Names of subjects, `Tags:`.
            case tags
            /// Other items, `Related:`.
            case links
            /// Other items, in words that nobody reads as another thing: `Lesen Sie auch`.
            case read
            /// The item's own number, `Case No.`: it counts also where markup sets it aside.
            case number
            /// A notice of rights, `All rights reserved`.
            case notice
            /// What blogs put below a text, `appeared first on`.
            case footer
            /// What begins a sentence that closes a text: `Contact our`, `We use cookies`.
            case closing
            /// A publisher whose name stands behind a title: `… | Law Gazette`.
            case outlet
            /// A news agency, which a dateline names: `LONDON (Reuters) - `.
            case agency

            /// Whether it stands before what is set aside.
            var leads: Bool { self == .tags || self == .links || self == .read }
            /// Whether it is a name behind a title.
            var names: Bool { self == .outlet || self == .agency }
        }

        let kind: Kind
        let range: Range<Int>
    }

    private let bytes: [UInt8]
    private let labels: [Label]

    /// The most words of a tag, and bytes of a list of them: one label must not have the whole text looked at.
    private static let (longestTag, longestList) = (5, 1000)

    /// A field without what stands beside its own words.
    ///
    /// - Parameters:
    ///   - field: The field's text.
    ///   - labels: The labels in it, in order.
    ///   - paragraphs: Those of the markup that it was made of; others tell nothing.
    /// - Returns: The field; nil where nothing is cut.
    static func of(_ field: String, labels: [Label], paragraphs: [Paragraph]) -> String? {
        let text = OwnText(bytes: Array(field.utf8), labels: labels)
        let places = text.places(of: paragraphs)
        let cuts = places.map { text.cuts(in: paragraphs, at: $0) } ?? text.cuts()
        guard !cuts.isEmpty else { return nil }
        var own: [UInt8] = []
        var end = 0
        for cut in cuts where cut.upperBound > end {
            own += text.bytes[end..<max(end, cut.lowerBound)]
            end = cut.upperBound
        }
        own += text.bytes[end...]
        return String(decoding: own, as: UTF8.self)
    }

    /// Where paragraphs stand in the field, one behind the other with a space between; nil where it is none of them.
    private func places(of paragraphs: [Paragraph]) -> [Range<Int>]? {
        guard !paragraphs.isEmpty else { return nil }
        var (places, end) = ([Range<Int>](), 0)
        places.reserveCapacity(paragraphs.count)
        for paragraph in paragraphs {
            let start = places.isEmpty ? 0 : end + 1
            end = start + paragraph.text.utf8.count
            guard end <= bytes.count, bytes[start..<end].elementsEqual(paragraph.text.utf8) else { return nil }
            places.append(start..<end)
        }
        return end == bytes.count ? places : nil
    }

    /// What markup sets aside, the rest of a paragraph behind a label, and the list behind one that stands alone.
    private func cuts(in paragraphs: [Paragraph], at places: [Range<Int>]) -> [Range<Int>] {
        var cuts: [Range<Int>] = []
        var (number, next) = (0, labels.startIndex)
        while number < places.count {
            let place = places[number]
            number += 1
            while next < labels.endIndex, labels[next].range.lowerBound < place.lowerBound { next += 1 }
            if paragraphs[number - 1].isAside {
                if !isNumbered(place, next < labels.endIndex ? labels[next] : nil) { cuts.append(place) }
                continue
            }
            while next < labels.endIndex, labels[next].range.upperBound <= place.upperBound {
                let label = labels[next]
                next += 1
                if !label.kind.leads {
                    if let cut = cut(label) { cuts.append(cut) }
                    continue
                }
                let begins = label.range.lowerBound == place.lowerBound
                let behind = behind(label)
                if behind.start >= place.upperBound, begins {
                    let last = endOfList(from: number, paragraphs, after: behind.isMarked)
                    if last > number { cuts.append(place.lowerBound..<places[last - 1].upperBound) }
                    number = last
                } else if begins ? behind.isMarked || label.kind == .read : isLabel(label, behind) {
                    let isFirst = begins && number == 1
                    if label.kind == .tags, !isList(behind.start..<place.upperBound, isFirst) { continue }
                    cuts.append(label.range.lowerBound..<place.upperBound)
                } else {
                    continue
                }
                break
            }
        }
        return cuts
    }

    /// Whether what markup sets aside is a line with the item's own number: `Case No. 3:24-cv-05417`.
    private func isNumbered(_ place: Range<Int>, _ label: Label?) -> Bool {
        guard let label, label.kind == .number, label.range.lowerBound == place.lowerBound else { return false }
        return place.count <= Self.longestNumber && place.contains(label.range.upperBound)
    }

    /// Bytes of a line that has the item's number and little else.
    private static let longestNumber = 80

    /// Where the entries end that stand behind a label; behind a colon one paragraph counts as one, too.
    private func endOfList(from number: Int, _ paragraphs: [Paragraph], after isMarked: Bool) -> Int {
        var last = number
        while last < paragraphs.count, paragraphs[last].isEntry { last += 1 }
        return last == number && isMarked ? min(number + 1, paragraphs.count) : last
    }

    /// What labels cut where no markup tells; those that are cut themselves cut nothing.
    private func cuts() -> [Range<Int>] {
        var cuts: [Range<Int>] = []
        for label in labels where label.range.lowerBound >= cuts.last?.upperBound ?? 0 {
            if let cut = cut(label) { cuts.append(cut) }
        }
        return cuts
    }

    /// What a label cuts where no markup tells: up to the end of the sentence behind it.
    private func cut(_ label: Label) -> Range<Int>? {
        switch label.kind {
        case .number, .outlet: return nil
        case .notice: return isNotice(label.range) ? label.range : nil
        case .footer:
            let end = endOfSentence(from: label.range.upperBound, within: Self.longestName)
            return end.map { label.range.lowerBound..<$0 }
        case .closing:
            guard isBeginning(label.range.lowerBound) else { return nil }
            let end = endOfSentence(from: label.range.upperBound, within: Self.longestClosing)
            return end.map { label.range.lowerBound..<$0 }
        case .agency: return dateline(naming: label.range)
        case .tags, .links, .read: break
        }
        let behind = behind(label)
        guard behind.start < bytes.count, isLabel(label, behind) else { return nil }
        guard label.kind == .tags else { return label.range.lowerBound..<endOfSentence(from: behind.start) }
        guard let end = endOfSentence(from: behind.start, within: Self.longestList),
            isList(behind.start..<end, label.range.lowerBound == 0)
        else { return nil }
        return label.range.lowerBound..<end
    }

    /// Bytes of the name of a blog or a place, and of what closes a text.
    private static let (longestName, longestClosing) = (60, 160)

    /// Whether words are a notice of rights and no words of a sentence: they begin one, or stand behind the sign of
    /// copyright, and nothing is grown onto them.
    private func isNotice(_ range: Range<Int>) -> Bool {
        if range.upperBound < bytes.count {
            let next = bytes[range.upperBound]
            guard !Bytes.isAlphanumeric(next), next < 0xE4 || next == 0xEF else { return false }
        }
        let before = bytes[max(0, range.lowerBound - Self.longestName)..<range.lowerBound]
        return isBeginning(range.lowerBound) || Self.signs.contains { before.contains($0) }
    }

    private static let signs = ["©", "ⓒ", "(c)", "(C)"].map { Array($0.utf8) }

    /// The dateline at the beginning that names an agency in brackets, with the dash behind it.
    private func dateline(naming agency: Range<Int>) -> Range<Int>? {
        guard agency.lowerBound <= Self.longestName,
            let pair = Self.brackets.first(where: { pair in
                bytes[..<agency.lowerBound].contains(pair.open)
                    && bytes[agency.upperBound...].prefix(20).contains(pair.close)
            }), let close = (agency.upperBound..<bytes.count).first(where: { bytes[$0...].starts(with: pair.close) }),
            !bytes[..<agency.lowerBound].contains(where: { $0 == 0x3F || $0 == 0x21 || $0 == 0x3B })
        else { return nil }
        let open = (0..<agency.lowerBound).first { bytes[$0...].starts(with: pair.open) } ?? 0
        guard open == 0 || Bytes.isUpper(bytes[0]) || bytes[0] >= 0x80 else { return nil }
        var end = close + pair.close.count
        while let dash = Self.dashes.first(where: { bytes[end...].starts(with: $0) }) { end += dash.count }
        // Behind words, only a dash shows that they are a dateline.
        return open == 0 || bytes[..<end].suffix(4).contains(where: { $0 == 0x2D || $0 == 0xE2 }) ? 0..<end : nil
    }

    private static let brackets = [("(", ")"), ("（", "）"), ("【", "】"), ("[", "]")].map {
        (open: Array($0.0.utf8), close: Array($0.1.utf8))
    }
    private static let dashes = [" ", ".-", "-", "–", "—"].map { Array($0.utf8) }

    /// Where a title ends before the name of who publishes it: `… | Law Gazette`; nil where it has none.
    ///
    /// - Parameters:
    ///   - title: The title.
    ///   - labels: The labels in it.
    ///   - publisher: The source's publisher; empty where it is not known.
    /// - Returns: The title without it.
    static func title(_ title: String, labels: [Label], publisher: String) -> String? {
        let text = OwnText(bytes: Array(title.utf8), labels: labels)
        guard let bar = text.bytes.indices.dropFirst().last(where: { text.isBar($0) }) else { return nil }
        let start = text.bytes[bar...].firstIndex { $0 == 0x20 }.map { $0 + 1 } ?? text.bytes.count
        let name = text.bytes[start...]
        let isOutlet = labels.contains {
            $0.kind.names && $0.range.lowerBound >= start && $0.range.upperBound == text.bytes.count
        }
        let isPublisher = !publisher.isEmpty && NormalText.folded(Array(name)) == NormalText.folded(publisher)
        guard name.count <= longestName, isOutlet || isPublisher else { return nil }
        let rest = text.bytes[..<(bar - 1)]
        return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    }

    /// Whether a bar or a dash between spaces stands at an offset.
    private func isBar(_ offset: Int) -> Bool {
        guard bytes[offset - 1] == 0x20 else { return false }
        return Self.bars.contains { bytes[offset...].starts(with: $0) }
    }

    private static let bars = ["| ", "- ", "– ", "— ", "· ", ":: "].map { Array($0.utf8) }

    /// A summary that begins with the title, without it; nil where it does not.
    static func withoutTitle(_ summary: String, _ title: String) -> String? {
        guard title.utf8.count >= shortestTitle, summary.utf8.starts(with: title.utf8) else { return nil }
        let rest = summary.utf8.dropFirst(title.utf8.count)
        if let next = rest.first, Bytes.isAlphanumeric(next) { return nil }
        let words = rest.drop { $0 == 0x20 || $0 == 0x2E || $0 == 0x3A || $0 == 0x2D }
        return String(Substring(words))
    }

    /// A text without addresses on the web, whose words are those of a link; nil where it has none.
    static func withoutAddresses(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        var own: [UInt8] = []
        var end = 0
        var index = 0
        while index < bytes.count {
            let isFirst = index == 0 || !Bytes.isAlphanumeric(bytes[index - 1])
            guard bytes[index] == 0x68 || bytes[index] == 0x77, isFirst,
                schemes.contains(where: { bytes[index...].starts(with: $0) })
            else {
                index += 1
                continue
            }
            own += bytes[end..<index]
            while index < bytes.count, (0x21..<0x7F).contains(bytes[index]), !Self.ends.contains(bytes[index]) {
                index += 1
            }
            end = index
        }
        return end == 0 ? nil : String(decoding: own + bytes[end...], as: UTF8.self)
    }

    private static let schemes = ["http://", "https://", "www."].map { Array($0.utf8) }
    private static let ends = Set("<>\"'()[]{}|".utf8)

    /// Bytes of a title that is no common beginning of a sentence.
    private static let shortestTitle = 24

    /// Whether a label stands where a sentence begins, with a capital, so that it is one.
    private func isLabel(_ label: Label, _ behind: (start: Int, isMarked: Bool)) -> Bool {
        let first = bytes[label.range.lowerBound]
        return (behind.isMarked || label.kind == .read) && first &- 0x61 >= 26 && isBeginning(label.range.lowerBound)
    }

    /// Where the words behind a label begin, and whether a colon or an arrow leads to them.
    private func behind(_ label: Label) -> (start: Int, isMarked: Bool) {
        var start = label.range.upperBound
        var isMarked = false
        while start < bytes.count {
            let mark = Self.marks.first { bytes[start...].starts(with: $0) }
            guard bytes[start] == 0x20 || mark != nil else { break }
            isMarked = isMarked || mark != nil
            start += mark?.count ?? 1
        }
        return (start, isMarked)
    }

    private static let marks = [":", "：", "»", "›", "→", ">", "|", "】", "］", "]"].map { Array($0.utf8) }
    private static let stops = [
        ".", "!", "?", "|", ")", "]", "…", "。", "！", "？", "】", "）", "•", "·", "—", "–", "\"", "”", "»",
    ]
    .map { Array($0.utf8) }

    /// Whether a sentence, or the text, begins at an offset.
    private func isBeginning(_ offset: Int) -> Bool {
        var end = offset
        while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x5B { end -= 1 }
        return end == 0 || Self.stops.contains { bytes[..<end].ends(with: $0) }
    }

    /// Where a sentence ends that is at most so long; nil where it is longer.
    private func endOfSentence(from start: Int, within most: Int) -> Int? {
        let end = endOfSentence(from: start, before: min(bytes.count, start + most + 1))
        return end - start <= most ? end : nil
    }

    /// Where a sentence ends; a semicolon is none of its ends, as lists have them.
    private func endOfSentence(from start: Int) -> Int { endOfSentence(from: start, before: bytes.count) }

    private func endOfSentence(from start: Int, before limit: Int) -> Int {
        var index = start
        while index < limit {
            switch bytes[index] {
            case 0x21, 0x3F: return index + 1
            case 0x2E:
                let word = bytes[start..<index].reversed().prefix { $0 != 0x20 }
                if index + 1 == bytes.count || bytes[index + 1] == 0x20 && word.count > 2 { return index + 1 }
            case 0xE3 where bytes[index...].starts(with: [0xE3, 0x80, 0x82]): return index + 3
            default: break
            }
            index += 1
        }
        return limit
    }

    /// Whether a range holds entries that are short, and several of them where that is the whole text.
    private func isList(_ range: Range<Int>, _ isWhole: Bool) -> Bool {
        guard range.count <= Self.longestList else { return false }
        let entries = String(decoding: bytes[range], as: UTF8.self).split { ",;|·•、；，/".contains($0) }
        return entries.count > (isWhole ? 1 : 0)
            && entries.allSatisfy { $0.split(separator: " ").count <= Self.longestTag && $0.utf8.count <= 60 }
    }
}

extension Collection where Element == UInt8, Self: BidirectionalCollection {
    /// Whether the bytes end so.
    fileprivate func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
