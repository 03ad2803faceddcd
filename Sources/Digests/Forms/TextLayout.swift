import Model

/// Sets the lines of a rendered text form: 72 columns, hanging indents, rules as wide as their heading.
struct TextLayout {
    let columns: Int

    init(columns: Int = 72) { self.columns = columns }

    /// The whole text, ended by a line break.
    func set(_ text: String) -> String {
        var lines: [String] = []
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init) {
            // No text has more columns than bytes: most lines need no closer look.
            if line.utf8.count <= columns, line.utf8.count > 3, line.utf8.last != 0x20, !Plain.hasUnbreakable(line) {
                lines.append(String(line))
                continue
            }
            let scalars = Array(line.unicodeScalars)
            if scalars.allSatisfy({ $0 == " " }) {
                if lines.last != "" { lines.append("") }
            } else if isRule(scalars), let above = lines.last, !above.isEmpty {
                lines.append(String(repeating: String(line.prefix(1)), count: min(columns, DisplayWidth.of(above))))
            } else {
                lines += wrapped(scalars)
            }
        }
        while lines.first == "" { lines.removeFirst() }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private func isRule(_ line: [Unicode.Scalar]) -> Bool {
        line.count == 3 && (line.allSatisfy { $0 == "=" } || line.allSatisfy { $0 == "-" })
    }

    private func wrapped(_ line: [Unicode.Scalar]) -> [String] {
        let indent = TextLayout.indent(of: line)
        var lines: [String] = []
        var start = indent
        var width = indent
        for piece in TextLayout.pieces(of: line[indent...]) {
            let isSpace = line[piece.lowerBound] == " "
            if isSpace && start == piece.lowerBound {
                start = piece.upperBound
                continue
            }
            let pieceWidth = line[piece].reduce(0) { $0 + DisplayWidth.of($1) }
            if !isSpace, start < piece.lowerBound, width + pieceWidth > columns {
                lines.append(TextLayout.finished(line, start..<piece.lowerBound, indent, isFirst: lines.isEmpty))
                start = piece.lowerBound
                width = indent
            }
            width += pieceWidth
        }
        return lines + [TextLayout.finished(line, start..<line.count, indent, isFirst: lines.isEmpty)]
    }

    /// A line with its indent, without spaces at its end, and with the spaces that kept it whole.
    private static func finished(_ line: [Unicode.Scalar], _ range: Range<Int>, _ indent: Int, isFirst: Bool) -> String
    {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(indent + range.count)
        for scalar in line[..<indent] { bytes.append(isFirst && scalar.isASCII ? UInt8(ascii: scalar) : 0x20) }
        for scalar in line[range] {
            if scalar.isASCII {
                bytes.append(UInt8(ascii: scalar))
            } else if scalar == Plain.unbreakable {
                bytes.append(0x20)
            } else {
                bytes += String(scalar).utf8
            }
        }
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The width of what stands before the text: spaces, and the bullet of a list.
    private static func indent(of line: [Unicode.Scalar]) -> Int {
        let spaces = line.prefix { $0 == " " }.count
        let rest = line[spaces...]
        let isBullet = rest.starts(with: ["-", " "]) || rest.starts(with: ["*", " "])
        return spaces + (isBullet ? 2 : 0)
    }

    /// Words, single spaces, and single wide characters with the punctuation that clings to them.
    private static func pieces(of line: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = line.startIndex
        for index in line.indices.dropFirst() where mayBreak(line[index - 1], line[index]) {
            pieces.append(start..<index)
            start = index
        }
        return start < line.endIndex ? pieces + [start..<line.endIndex] : pieces
    }

    private static func mayBreak(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
        if last == " " || next == " " { return true }
        guard DisplayWidth.isWide(next) || DisplayWidth.isWide(last) else { return false }
        return !closing.contains(next) && !opening.contains(last) && DisplayWidth.of(next) > 0
    }

    private static let closing = Set("、。，！？：；）」』】〉》”’…·,.;:!?)]".unicodeScalars)
    private static let opening = Set("（「『【〈《“‘([".unicodeScalars)
}
