/// The articles of acts that a text names: of `Articles 5 and 6` the numbers 5 and 6.
enum Provisions {
    /// Bytes of a text that are read at most, and articles of a range.
    private static let (longest, longestRange) = (800, 60)
    private static let marks = ["article ", "articles ", "art. ", "artikel ", "artículo ", "articolo "].map {
        Array($0.utf8)
    }
    private static let joints = [", ", " and ", " & ", ", and ", " und ", " et ", " y ", " e "].map { Array($0.utf8) }
    private static let ranges = ["-", "–", " to ", " bis ", " à "].map { Array($0.utf8) }

    static func named(in texts: [String]) -> Set<Int> {
        var found: Set<Int> = []
        for text in texts {
            let bytes = FactFolding.lowered(text, upTo: longest)
            for index in bytes.indices where bytes[index] == 0x61 && Bytes.wordBegins(bytes, at: index) {
                guard let mark = marks.first(where: { bytes[index...].starts(with: $0) }) else { continue }
                read(bytes, index + mark.count, &found)
            }
        }
        return found
    }

    private static func read(_ bytes: [UInt8], _ start: Int, _ found: inout Set<Int>) {
        var (index, first) = (start, Int?.none)
        while let (number, end) = readNumber(bytes, index) {
            let from = first.flatMap { $0 < number && number - $0 <= longestRange ? $0 : nil } ?? number
            found.formUnion(from...number)
            let rest = bytes[end...]
            let isRange = ranges.first { rest.starts(with: $0) }
            guard let joint = isRange ?? joints.first(where: { rest.starts(with: $0) }) else { return }
            (index, first) = (end + joint.count, isRange == nil ? nil : number)
        }
    }

    /// A number and where it ends, behind the paragraphs in brackets.
    private static func readNumber(_ bytes: [UInt8], _ start: Int) -> (Int, Int)? {
        let digits = bytes.dropFirst(start).prefix { Bytes.isDigit($0) }
        guard (1...3).contains(digits.count), let number = Int(String(decoding: digits, as: UTF8.self)) else {
            return nil
        }
        var end = digits.endIndex
        while end < bytes.count, bytes[end] == 0x28, let close = bytes[end...].prefix(6).firstIndex(of: 0x29) {
            end = close + 1
        }
        return (number, end)
    }
}
