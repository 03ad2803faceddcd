import ArgumentParser
import Dispatch
import Foundation
import Logging
import Watch

/// `lexwatch serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Run the watch by its own schedule, for hosts without timers.",
        discussion: """
            Reads sources and writes digests as serve.fetch and serve.digest in lexwatch.yaml say. SIGTERM ends it \
            within five seconds; SIGHUP has it read its configuration again. /healthz and /metrics are told at \
            serve.listen.
            """)

    @OptionGroup var place: PlaceOptions
    @OptionGroup var logs: LogOptions

    func run() async throws {
        let log = logs.serviceLog
        let control = ServeControl()
        let manager = ServiceManager(environment: ProcessInfo.processInfo.environment)
        let signals = Signals(control, manager, log)
        defer { withExtendedLifetime(signals) {} }
        try await Workspace(place.paths).serve(control, manager: manager, log: log)
    }
}

/// Hands the signals of the process to a running `serve`.
private final class Signals {
    private let sources: [any DispatchSourceSignal]

    /// Seconds that the job in hand has to end by itself.
    private static let grace = 4.0

    init(_ control: ServeControl, _ manager: ServiceManager, _ log: Logger) {
        func on(_ number: Int32, _ act: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
            // Not ignored before: what comes until it listens would be lost, and ends the process as usual.
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: act)
            source.resume()
            return source
        }
        let stop: @Sendable () -> Void = {
            manager.stopping()
            control.stop()
            DispatchQueue.global().asyncAfter(deadline: .now() + Self.grace) {
                log.warning("the job in hand took too long to end; what was not committed is done the next time")
                // Not exit(): its handlers would run under threads that still work.
                _exit(0)
            }
        }
        sources = [on(SIGTERM, stop), on(SIGINT, stop), on(SIGHUP) { control.reload() }]
    }
}
