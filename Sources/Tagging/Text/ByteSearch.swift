/// Search for a few bytes in the bytes of a clause or a name. The searches of the standard library prepare themselves for
/// long texts, and take longer for that than such a text takes to be read.
extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// Where bytes stand first; nil where they do not, or where there are none of them.
    func firstRange(of word: [UInt8]) -> Range<Int>? {
        guard let first = word.first else { return nil }
        var start = startIndex
        while let place = self[start...].firstIndex(of: first), endIndex - place >= word.count {
            if self[place..<place + word.count].elementsEqual(word) { return place..<place + word.count }
            start = place + 1
        }
        return nil
    }

    /// Whether bytes stand in these.
    func contains(_ word: [UInt8]) -> Bool { word.isEmpty || firstRange(of: word) != nil }
}
