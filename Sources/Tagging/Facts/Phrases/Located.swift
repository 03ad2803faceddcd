/// What stands somewhere in a text.
protocol Located {
    /// Where, in bytes.
    var range: Range<Int> { get }
}

extension PhraseHit: Located {}
extension CitationScanner.Hit: Located {}

extension RandomAccessCollection where Index == Int {
    /// The first index at which a condition that stays true holds.
    fileprivate func first(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension Array where Element: Located {
    /// Those, which are in order, that begin less than so many bytes from a range's beginning or end.
    func around(_ range: Range<Int>, reach: Int) -> ArraySlice<Element> {
        let from = first { range.lowerBound - $0.range.lowerBound < reach }
        return self[from..<first { $0.range.lowerBound - range.upperBound >= reach }]
    }
}

extension [Range<Int>] {
    /// The ranges, which are in order and of which none lies inside another, that end less than so many bytes before a
    /// range or begin less than so many behind it.
    func around(_ range: Range<Int>, reach: Int) -> ArraySlice<Range<Int>> {
        let from = first { range.lowerBound - $0.upperBound < reach }
        return self[from..<Swift.max(from, first { $0.lowerBound - range.upperBound >= reach })]
    }

    /// The index of the first of them that ends behind an offset.
    func firstIndex(endingBehind offset: Int) -> Int { first { $0.upperBound > offset } }
}

extension [Int] {
    /// Whether any of the numbers, which are in order, lies in a range.
    func meets(_ range: Range<Int>) -> Bool {
        let index = first { $0 >= range.lowerBound }
        return index < count && self[index] < range.upperBound
    }
}
