/// What stands somewhere in a text.
protocol Located {
    /// Where, in bytes.
    var range: Range<Int> { get }
}

extension PhraseHit: Located {}
extension CitationScanner.Hit: Located {}

extension Array where Element: Located {
    /// Those, which are in order, that begin less than so many bytes from a range's beginning or end.
    func around(_ range: Range<Int>, reach: Int) -> ArraySlice<Element> {
        let from = first { range.lowerBound - $0.range.lowerBound < reach }
        return self[from..<first { $0.range.lowerBound - range.upperBound >= reach }]
    }

    /// The first index at which a condition that stays true holds.
    private func first(where holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
