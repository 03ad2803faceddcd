import Model

/// Comma-separated values (RFC 4180) that are safe to open in a spreadsheet.
public enum CSV {
    /// One line without its end.
    public static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") }

    /// A quoted cell; one that a spreadsheet would compute gets an apostrophe in front.
    ///
    /// Spreadsheets pass over spaces and invisible characters before a formula, and read full-width signs as plain.
    static func cell(_ text: String) -> String {
        let first = text.unicodeScalars.first {
            "\t\r\n".unicodeScalars.contains($0)
                || !($0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint)
        }
        let isFormula = first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
        let doubled = text.unicodeScalars.reduce(into: "") { cell, scalar in
            cell += scalar == "\"" ? "\"\"" : acts(scalar) ? "\u{FFFD}" : String(scalar)
        }
        return "\"\(isFormula ? "'" : "")\(doubled)\""
    }

    /// Whether a scalar does something to a terminal or to the order of a line; a cell may have tabs and line ends.
    private static func acts(_ scalar: Unicode.Scalar) -> Bool {
        Plain.isHidden(scalar) || (Plain.isBlank(scalar) && !" \t\r\n".unicodeScalars.contains(scalar))
    }
}
