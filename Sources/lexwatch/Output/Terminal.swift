import Foundation

/// What standard output is: a terminal of some width, or a pipe.
struct Terminal: Sendable {
    let isTerminal: Bool
    /// Columns; 80 where nobody says.
    let width: Int
    let usesColour: Bool

    /// The widest line that is set, whatever the environment says.
    private static let widest = 1000

    /// Looks at standard output and the environment (`COLUMNS`, `NO_COLOR`, `TERM`).
    static let output = Terminal()

    private init() {
        isTerminal = isatty(STDOUT_FILENO) == 1
        let environment = ProcessInfo.processInfo.environment
        var size = winsize()
        if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 {
            width = min(columns, Self.widest)
        } else if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            width = Int(size.ws_col)
        } else {
            width = 80
        }
        usesColour = isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    /// The text in bold on a terminal that shows colour, else as it is.
    func bold(_ text: String) -> String { usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

    /// The text in faint type on a terminal that shows colour, else as it is.
    func faint(_ text: String) -> String { usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// The text in red on a terminal that shows colour, else as it is.
    func red(_ text: String) -> String { usesColour ? "\u{1B}[31m\(text)\u{1B}[0m" : text }
}
