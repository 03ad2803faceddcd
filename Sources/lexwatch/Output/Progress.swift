import Foundation
import Model
import Watch

/// One line on a terminal's standard error that counts what was fetched; nothing elsewhere.
final class Progress: Sendable {
    private let isShown = isatty(STDERR_FILENO) == 1

    /// Shows how far the fetching has come.
    func fetched(_ done: Int, _ total: Int, _ last: FetchView) {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(done)/\(total) \(Output.safe(last.source.rawValue))".utf8))
    }

    /// Clears the line.
    func finish() {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
