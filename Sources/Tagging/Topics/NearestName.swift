/// The name that was perhaps meant.
enum NearestName {
    /// The known name at the smallest edit distance, if it is at most a third of the length.
    static func of(_ name: String, among names: [String]) -> String? {
        let word = Array(name.utf8.prefix(64))
        let best = names.map { ($0, distance(word, Array($0.utf8.prefix(64)))) }.min { $0.1 < $1.1 }
        guard let best, best.1 <= max(1, word.count / 3) else { return nil }
        return best.0
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let cost = a == b ? diagonal : diagonal + 1
                diagonal = row[j + 1]
                row[j + 1] = min(cost, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}
