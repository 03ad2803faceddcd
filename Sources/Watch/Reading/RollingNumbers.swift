/// Numbers that roll from look to look without any edit: how often an entry was read, and how long ago it appeared.
///
/// Only forms that cannot be a date with effect: a label of readers with a colon and one number that ends there
/// (`Post Views: 1,234`, `浏览次数：123次`), the same between brackets or bars (`(1,234 views)`), and the seconds to days
/// since an entry appeared (`Posted 5 minutes ago`). How long something lasts is none of them; how much is left of it
/// (`20 days left`) rolls where the day on which it ends stands beside, so that a day that moves is seen.
enum RollingNumbers {
    /// A text without them.
    static func removed(from text: String) -> String {
        var text = text
        return text.withUTF8 { without(Scan(bytes: $0)) } ?? text
    }

    /// nil where there are none.
    private static func without(_ scan: Scan) -> String? {
        var kept: [UInt8] = []
        var (start, index) = (0, 0)
        while let number = scan.number(from: index) {
            index = number.upperBound
            guard let end = scan.endOfAge(number) ?? scan.endOfCounter(number) ?? scan.endOfRest(number) else {
                continue
            }
            kept += scan.bytes[start..<number.lowerBound]
            (start, index) = (end, end)
        }
        return start == 0 ? nil : String(decoding: kept + scan.bytes[start...], as: UTF8.self)
    }
}

/// Looks around numbers in the bytes of a text.
private struct Scan {
    let bytes: UnsafeBufferPointer<UInt8>

    /// The next number: digits, with marks between them.
    func number(from index: Int) -> Range<Int>? {
        guard let start = bytes[index...].firstIndex(where: isDigit) else { return nil }
        var end = start + 1
        while end < bytes.count {
            if isDigit(bytes[end]) {
                end += 1
            } else if bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: "."), end + 1 < bytes.count,
                isDigit(bytes[end + 1])
            {
                end += 2
            } else {
                break
            }
        }
        return start..<end
    }

    /// Where the unit ends, if a number says how long ago something was.
    func endOfAge(_ number: Range<Int>) -> Int? {
        let unit = skipped(number.upperBound)
        guard unit > number.upperBound, let end = end(ofOne: Self.units, at: unit), bytes[end...].first == 0x20,
            self.end(ofOne: Self.ago, at: skipped(end)) != nil,
            isBegin(number.lowerBound)
                || Self.appeared.contains(where: { ends(with: $0, at: skippedBack(number.lowerBound)) })
        else { return nil }
        return end
    }

    /// Where a number of readers ends, with what it is called.
    func endOfCounter(_ number: Range<Int>) -> Int? {
        let isShort = number.upperBound < bytes.count && Self.thousands.contains(bytes[number.upperBound])
        guard isShort || isWhole(number) else { return nil }
        let end = number.upperBound + (isShort ? 1 : 0)
        let last: Int?
        if isLabelled(number.lowerBound) {
            last = self.end(ofOne: Self.times, at: skipped(end)) ?? end
        } else {
            last = isBegin(number.lowerBound) ? self.end(ofOne: Self.readings, at: skipped(end)) : nil
        }
        return last.flatMap { isEnd($0) ? $0 : nil }
    }

    /// Where the unit ends, if a number says how much time is left until a day that stands beside.
    func endOfRest(_ number: Range<Int>) -> Int? {
        let next = skipped(number.upperBound)
        guard let unit = end(ofOne: Self.units, at: next) ?? end(ofOne: Self.otherUnits, at: next), isWhole(number)
        else { return nil }
        let isLeft =
            Self.still.contains { ends(with: $0, at: skippedBack(number.lowerBound)) }
            || isSentence(number.lowerBound) && end(ofOne: Self.left, at: skipped(unit)) != nil
        return isLeft && isDayNear(number) ? unit : nil
    }

    /// Whether a sentence or the like begins with what stands here.
    private func isSentence(_ index: Int) -> Bool {
        let start = skippedBack(index)
        return isBegin(index) || [0x2C, 0x2E, 0x3A, 0x3B].contains(bytes[start - 1])
    }

    /// Whether a day with its year, or its month in an East Asian way, stands near a number.
    private func isDayNear(_ number: Range<Int>) -> Bool {
        let reach = 60
        let (first, last) = (max(0, number.lowerBound - reach), min(bytes.count, number.upperBound + reach))
        return (first..<last).contains { index in
            (begins(with: Self.century, at: index) && index + 3 < bytes.count && isDigit(bytes[index + 2])
                && isDigit(bytes[index + 3]) && (index == 0 || !isDigit(bytes[index - 1]))
                && (index + 4 == bytes.count || !isDigit(bytes[index + 4])))
                || index > 0 && isDigit(bytes[index - 1]) && Self.months.contains { begins(with: $0, at: index) }
        }
    }

    /// Whether a number has no marks but between thousands: `5.6.2026` is a date.
    private func isWhole(_ number: Range<Int>) -> Bool {
        let groups = bytes[number].split(omittingEmptySubsequences: false) { !isDigit($0) }
        return groups.dropFirst().allSatisfy { $0.count == 3 } && (groups.count == 1 || groups[0].count <= 3)
    }

    /// Whether a label of readers stands before, with a colon between; in the middle of a sentence (`Article 12 reads: 5)`)
    /// it is none.
    private func isLabelled(_ start: Int) -> Bool {
        let mark = skippedBack(start)
        guard let colon = Self.separators.first(where: { ends(with: $0, at: mark) }) else { return false }
        let end = skippedBack(mark - colon.count)
        return Self.labels.contains { label in
            guard ends(with: label, at: end) else { return false }
            let start = end - label.count
            return label[0] >= 0x80 || isBegin(start) || !isWord(bytes[start - 1]) && bytes[start] != label[0]
        }
    }

    private func isBegin(_ index: Int) -> Bool {
        let start = skippedBack(index)
        return start == 0 || Self.openings.contains { ends(with: $0, at: start) }
    }

    /// Whether nothing follows that could make a date or an amount of a number.
    private func isEnd(_ index: Int) -> Bool {
        let next = skipped(index)
        guard next < bytes.count else { return true }
        return Self.closings.contains { begins(with: $0, at: next) }
            || next > index && Self.eastAsian.contains(bytes[next])
                && !Self.dateWords.contains { begins(with: $0, at: next) }
    }

    /// Where the first of some words ends that stands at an index as a whole.
    private func end(ofOne words: [[UInt8]], at index: Int) -> Int? {
        for word in words where begins(with: word, at: index) {
            let end = index + word.count
            if end == bytes.count || word[0] >= 0x80 || !isWord(bytes[end]) { return end }
        }
        return nil
    }

    private func begins(with word: [UInt8], at index: Int) -> Bool {
        index >= 0 && index + word.count <= bytes.count
            && word.indices.allSatisfy { lowercased(bytes[index + $0]) == word[$0] }
    }

    private func ends(with word: [UInt8], at index: Int) -> Bool { begins(with: word, at: index - word.count) }

    private func skipped(_ index: Int) -> Int {
        bytes[index...].firstIndex { $0 != 0x20 } ?? bytes.count
    }

    private func skippedBack(_ index: Int) -> Int {
        var index = index
        while index > 0, bytes[index - 1] == 0x20 { index -= 1 }
        return index
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(lowercased(byte)) || byte == UInt8(ascii: "-") || byte >= 0x80
    }

    private func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func words(_ text: String) -> [[UInt8]] {
        text.split(separator: ";").map { Array($0.utf8) }
    }

    private static let units = words("second;seconds;sec;secs;minute;minutes;min;mins;hour;hours;hr;hrs;day;days")
    private static let ago = words("ago")
    private static let otherUnits = words("tag;tage;tagen;stunden;天;日;日間;小时;小時;時間;일")
    /// What is said behind and before the time that is left.
    private static let left = words("left;remaining;to go;남음;남았습니다;남았다")
    private static let still = words("noch;还剩;還剩;剩余;剩餘;仅剩;尚余;残り;あと")
    private static let century = words("20")[0]
    private static let months = words("月;월")
    /// What is said before the time since an entry appeared; `more than 30 days ago` is a rule.
    private static let appeared = words("published;posted;updated;modified;edited;added;seen;read")
    private static let labels = words(
        """
        views;hits;reads;clicks;aufrufe;zugriffe;Просмотров;просмотров;Просмотры;просмотры;\
        阅读;浏览;阅读量;浏览量;点击量;阅读数;浏览数;点击数;阅读次数;浏览次数;点击次数;瀏覽次數;點閱次數;閱讀次數;閲覧数;閲覧回数;조회;조회수
        """)
    /// What a number of readings is called behind it.
    private static let readings = words("views;view;hits;hit;reads;read;次阅读;次浏览;人阅读;人浏览;阅读;浏览")
    private static let times = words("times;time;次;人次;人;회;回")
    private static let separators = words(":;：")
    private static let openings = words("(;（;[;【;|;·;•")
    private static let closings = words(");）;];】;|;·;•")
    private static let dateWords = words("年;月;日;号;號;时;時;년;월;일")
    /// `1.2K`.
    private static let thousands = Array("kKmM".utf8)
    /// First bytes of U+3000 to U+D7FF, whose words no month is among but those above.
    private static let eastAsian: ClosedRange<UInt8> = 0xE3...0xED
}
