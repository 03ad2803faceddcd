public import Model

/// A mistake in a configuration file: what is wrong, the file and line, and what to write instead.
public struct ConfigurationProblem: Problem, Equatable {
    /// What is wrong.
    public let what: String
    /// The file, or `file:line`.
    public let place: String?
    /// What to write instead.
    public let remedy: String?
    /// Always 78 (EX_CONFIG).
    public var exitCode: ExitStatus { .configuration }

    /// A mistake at a place.
    init(_ what: String, place: String?, remedy: String? = nil) {
        self.what = what
        self.place = place
        self.remedy = remedy
    }
}

/// The nearest of some known words, for "did you mean"; nil where none is near.
func nearest(to word: String, among known: some Sequence<String>) -> String? {
    let target = Array(word.lowercased().utf8)
    return known.map { ($0, editDistance(target, Array($0.lowercased().utf8))) }
        .filter { $0.1 <= max(1, min(3, target.count / 2)) }
        .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}

/// Levenshtein's distance of two strings of bytes.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, b) in right.enumerated() {
            let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
            diagonal = row[j + 1]
            row[j + 1] = next
        }
    }
    return row[right.count]
}
