import Model

/// Reads the files of names beside a vocabulary: a line is `law,what,language,names`, and a `#` begins a comment.
enum NameTable {
    /// The cells of a line, without the spaces around them.
    typealias Line = (law: String, what: String, language: String, names: String)

    /// Reads a file line by line.
    ///
    /// - Parameters:
    ///   - file: The file's name.
    ///   - text: What it holds.
    ///   - columns: What the cells of a line are, for who wrote other ones.
    ///   - take: Takes the cells of a line and its number, from 1.
    /// - Throws: `FactTableError` for the first line that cannot be read, or is not taken.
    static func read(
        file: String, text: String, columns: String, _ take: (Line, Int) throws(FactTableReader.BadLine) -> Void
    ) throws(FactTableError) {
        var number = 0
        for line in Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let line = line.last == 0x0D ? line.dropLast() : line
            if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
            do throws(FactTableReader.BadLine) {
                try take(try cells(line, columns), number)
            } catch {
                throw FactTableError(file: file, line: number, reason: error.reason)
            }
        }
    }

    private static func cells(_ line: ArraySlice<UInt8>, _ columns: String) throws(FactTableReader.BadLine) -> Line {
        let cells = line.split(separator: 0x2C, maxSplits: 3, omittingEmptySubsequences: false).map {
            plain(String(ascii: $0))
        }
        guard cells.count == 4, cells.allSatisfy({ $0.contains { $0 != ";" } }) else {
            throw FactTableReader.BadLine(reason: "not four cells: \(columns)")
        }
        try FactTableReader.check(language: cells[2])
        return (cells[0], cells[1], cells[2], cells[3])
    }

    /// Without the spaces around it, and with one between words.
    static func plain(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }
}
