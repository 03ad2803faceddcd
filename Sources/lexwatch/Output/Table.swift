import Model

/// Rows under headings, as wide as the terminal; each row is printed as soon as it is known.
struct Table {
    /// One column.
    struct Column {
        let heading: String
        /// Columns that it takes; the one column without a width takes what is left.
        let width: Int?
        init(_ heading: String, _ width: Int? = nil) {
            self.heading = heading
            self.width = width
        }
    }

    private let columns: [(heading: String, width: Int)]
    private let terminal: Terminal
    private var hasHeading = false

    /// A table of some columns, one of which may be without a width.
    init(_ columns: [Column], terminal: Terminal = .output) {
        let fixed = columns.reduce(0) { $0 + ($1.width ?? 0) } + 2 * (columns.count - 1)
        let rest = max(16, terminal.width - fixed)
        self.columns = columns.map { ($0.heading, $0.width ?? rest) }
        self.terminal = terminal
    }

    /// Prints one row; the headings before the first.
    mutating func row(_ cells: [String]) {
        if !hasHeading {
            hasHeading = true
            Output.line(terminal.bold(line(columns.map(\.heading))))
        }
        Output.line(line(cells))
    }

    private func line(_ cells: [String]) -> String {
        var parts: [String] = []
        for (index, cell) in cells.enumerated() {
            let width = columns[index].width
            let text = DisplayWidth.cut(Output.safe(cell), to: width)
            parts.append(index == cells.count - 1 ? text : DisplayWidth.pad(text, to: width))
        }
        return parts.joined(separator: "  ")
    }
}
