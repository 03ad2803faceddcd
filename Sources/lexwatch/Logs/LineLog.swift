import Foundation
import Logging
import Model
import Watch

/// Writes each message as one line on standard error.
struct LineLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    private let form: LogOptions.Form

    init(form: LogOptions.Form) { self.form = form }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let shown = Output.safe("\(event.message)")
        // Who is written to, and with what, is nobody's business who reads a log at the usual level.
        let text = event.level < .info ? shown : Redaction.of(shown)
        Output.note(Self.line(event.level, text, form: form, at: Instant(now: Date())))
    }

    /// One line in a form.
    static func line(_ level: Logger.Level, _ text: String, form: LogOptions.Form, at now: Instant) -> String {
        switch form {
        case .text: "\(now) \(level.rawValue): \(text)"
        case .journal: "<\(level.priority)>\(text)"
        case .json:
            "{\"at\":\"\(now)\",\"level\":\"\(level.rawValue)\",\"message\":\(JSONLine.quoted(text)),"
                + "\"program\":\"lexwatch\"}"
        }
    }
}

extension Instant {
    fileprivate init(now date: Date) {
        self.init(secondsSince1970: Int64(date.timeIntervalSince1970.rounded(.down)))
    }
}

extension Logger.Level {
    /// The priority of syslog(3), as sd-daemon(3) has it before a line.
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
