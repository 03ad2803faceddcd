import ArgumentParser
import Foundation
import Logging

/// How a command that works unattended says what it does.
struct LogOptions: ParsableArguments {
    /// The forms of a log.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case text, json, journal
    }

    @Option(help: ArgumentHelp("Log to standard error in this form.", valueName: "form"))
    var logFormat: Form?

    @Option(help: ArgumentHelp("The least that is logged.", valueName: "level"))
    var logLevel: LogLevel = .info

    /// The log, where one is wanted: it was asked for, or standard error is the journal.
    var log: Logger? { (logFormat ?? journal).map(logger) }

    /// The log of a service, which always has one.
    var serviceLog: Logger { logger(logFormat ?? journal ?? .text) }

    private func logger(_ form: Form) -> Logger {
        var logger = Logger(label: "lexwatch") { _ in LineLog(form: form) }
        logger.logLevel = logLevel.level
        return logger
    }

    /// systemd.exec(5): the variable names the stream by device and inode, as it may have been redirected since.
    private var journal: Form? {
        guard let stream = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] else { return nil }
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return nil }
        return stream == "\(status.st_dev):\(status.st_ino)" ? .journal : nil
    }
}

/// The levels that a person may ask for.
enum LogLevel: String, ExpressibleByArgument, CaseIterable {
    case debug, info, warning, error

    /// The same for the logging library.
    var level: Logger.Level {
        switch self {
        case .debug: .debug
        case .info: .info
        case .warning: .warning
        case .error: .error
        }
    }
}
