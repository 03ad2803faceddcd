import Foundation
import Model
import Watch

/// One line on a terminal's standard error that counts what was fetched; nothing elsewhere.
final class Progress: Sendable {
    private let isShown = isatty(STDERR_FILENO) == 1

    /// Shows how far the fetching has come.
    func fetched(_ done: Int, _ total: Int, _ last: FetchView) {
        guard isShown else { return }
        Output.mutter("\r\u{1B}[K\(done)/\(total) \(Output.safe(last.source.rawValue))")
    }

    /// Clears the line.
    func finish() {
        guard isShown else { return }
        Output.mutter("\r\u{1B}[K")
    }
}
