import Model

/// Rows under headings, as wide as the terminal; each row is printed as soon as it is known. What a narrow terminal has
/// no room for goes on in the lines below.
struct Table {
    /// One column.
    struct Column {
        let heading: String
        /// Columns that it takes; the one column without a width takes what is left.
        let width: Int?
        /// Whether a long cell goes on in further lines; otherwise it is cut.
        let wraps: Bool
        /// Whether what is too long for it stands in a line of its own, so that it can be copied.
        let isWhole: Bool
        init(_ heading: String, _ width: Int? = nil, wraps: Bool = false, isWhole: Bool = false) {
            self.heading = heading
            self.width = width
            self.wraps = wraps
            self.isWhole = isWhole
        }
    }

    private let columns: [(heading: String, width: Int, wraps: Bool, isWhole: Bool)]
    /// The least columns of a cell that is as wide as the terminal leaves room for, beside the others.
    private static let least = 20
    private static let indent = "  "
    private let terminal: Terminal
    private var hasHeading = false

    /// A table of some columns, one of which may be without a width.
    init(_ columns: [Column], terminal: Terminal = .output) {
        let rest = terminal.width - columns.reduce(0) { $0 + ($1.width ?? 0) } - 2 * (columns.count - 1)
        let line = max(Self.least, terminal.width - Self.indent.utf8.count)
        self.columns = columns.map {
            ($0.heading, min($0.width ?? (rest < Self.least ? line : rest), line), $0.wraps, $0.isWhole)
        }
        self.terminal = terminal
    }

    /// Prints one row; the headings before the first.
    mutating func row(_ cells: [String]) {
        if !hasHeading {
            hasHeading = true
            Output.line(terminal.bold(line(columns.map(\.heading))))
        }
        var cells = cells
        for index in columns.indices where columns[index].isWhole {
            let text = Output.safe(cells[index])
            guard DisplayWidth.of(text) > columns[index].width else { continue }
            Output.line(text)
            cells[index] = ""
        }
        Output.line(line(cells))
    }

    /// A row in as many lines as it takes.
    private func line(_ cells: [String]) -> String {
        var bands: [[Int]] = [[]]
        var used = 0
        for index in cells.indices {
            let (width, indent) = (columns[index].width, bands.count > 1 ? Self.indent.utf8.count : 0)
            if used > 0, indent + used + width > terminal.width {
                bands.append([])
                used = 0
            }
            bands[bands.count - 1].append(index)
            used += width + 2
        }
        return bands.enumerated().flatMap { number, band in
            lines(of: band.map { ($0, self.lines(of: cells[$0], in: $0)) }).map { (number > 0 ? Self.indent : "") + $0 }
        }.joined(separator: "\n")
    }

    /// Cells side by side, each of which may have several lines.
    private func lines(of cells: [(column: Int, lines: [String])]) -> [String] {
        (0..<(cells.map(\.lines.count).max() ?? 0)).map { number in
            let parts = cells.map { column, lines in
                DisplayWidth.pad(number < lines.count ? lines[number] : "", to: columns[column].width)
            }
            var line = Substring(parts.joined(separator: "  "))
            while line.last == " " { line.removeLast() }
            return String(line)
        }
    }

    private func lines(of cell: String, in column: Int) -> [String] {
        let width = columns[column].width
        guard columns[column].wraps, width >= Self.least else {
            return [DisplayWidth.cut(Output.safe(cell), to: width)]
        }
        let lines = Output.wrapped(cell, width: width).split(separator: "\n").map {
            DisplayWidth.cut(String($0), to: width)
        }
        return lines.isEmpty ? [""] : lines
    }
}
