import Model

/// Words of titles that say which step of a matter is told, such as that somebody appeals.
///
/// A line is `*,step,language,words`: the step, and words, separated by `;`, in titles of a language, or of all where it is
/// `*`. A `*` at the end is the rest of a word, and one within stands for some other words. A `#` begins a comment.
public struct StepWords: Sendable {
    /// No words.
    public static let none = StepWords()

    private struct Cue {
        let language: String
        /// What stands in the title in this order.
        let parts: [[UInt8]]
        let isStem: Bool
    }

    /// For each step its cues by their first byte.
    private var cues: [String: [[Cue]]] = [:]

    /// Bytes of a title that are read, and those between parts.
    private static let (longest, reach) = (400, 60)

    private init() {}

    /// Reads the table.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - text: What it holds.
    /// - Throws: `FactTableError` for the first line that cannot be read.
    public init(file: String, text: String) throws(FactTableError) {
        try NameTable.read(file: file, text: text, columns: "*,step,language,words") {
            (line, _) throws(FactTableReader.BadLine) in
            guard line.law == "*", line.what == "appeal" else {
                throw FactTableReader.BadLine(reason: "“\(line.law),\(line.what)” is no step: write *,appeal")
            }
            for written in line.names.split(separator: ";").map({ NameTable.plain(String($0)) }) {
                let parts = written.split(separator: "*").map { FactFolding.lowered(Array($0.utf8)) }
                guard let first = parts.first, first.count > 1, parts.allSatisfy({ !$0.isEmpty }) else {
                    throw FactTableReader.BadLine(reason: "“\(written)” has less than two bytes")
                }
                cues[line.what, default: [[Cue]](repeating: [], count: 256)][Int(first[0])].append(
                    Cue(language: line.language, parts: parts, isStem: written.hasSuffix("*")))
            }
        }
    }

    /// Whether a title has words of a step.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - title: The title.
    ///   - language: The primary subtag of its language.
    /// - Returns: Whether it has.
    func told(_ step: String, in title: String, _ language: String) -> Bool {
        guard let cues = cues[step] else { return false }
        let bytes = FactFolding.lowered(title, upTo: Self.longest)
        return bytes.indices.contains { index in
            let begun = cues[Int(bytes[index])]
            return !begun.isEmpty && Bytes.wordBegins(bytes, at: index)
                && begun.contains { cue in
                    (cue.language == language || cue.language == "*") && Self.stands(cue, bytes, index)
                }
        }
    }

    private static func stands(_ cue: Cue, _ bytes: [UInt8], _ index: Int) -> Bool {
        guard bytes[index...].starts(with: cue.parts[0]) else { return false }
        var end = index + cue.parts[0].count
        for part in cue.parts.dropFirst() {
            guard
                let next = bytes[end...].prefix(reach).indices.first(where: {
                    Bytes.wordBegins(bytes, at: $0) && bytes[$0...].starts(with: part)
                })
            else { return false }
            end = next + part.count
        }
        return cue.isStem || bytes[end - 1] >= 0x80 && bytes[end - 2] >= 0x80 || !Bytes.wordGoesOn(bytes, at: end)
    }
}
