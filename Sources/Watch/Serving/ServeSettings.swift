import Foundation
import Model

/// How `serve` works.
public struct ServeSettings: Sendable, Equatable {
    /// When the sources that are due are read; nil for every five minutes.
    public var fetch: CalendarExpression?
    /// When digests are written; nil for what `digest` says.
    public var digest: CalendarExpression?
    /// Seconds by which each is put off at most.
    public var jitter = 60
    /// Where state and figures are told: `127.0.0.1:8414`, `unix:/path`, or `none`.
    public var listen = "127.0.0.1:8414"
    /// The rhythm that `digest` describes.
    var rhythm = DigestSettings()

    /// The moments of a job.
    func expression(of job: ServeJob) throws -> CalendarExpression {
        switch job {
        case .fetch: try fetch ?? CalendarExpression("*:0/5")
        case .digest: try digest ?? CalendarExpression(rhythm.calendar)
        }
    }
}

extension DigestSettings {
    /// The rhythm as a calendar expression.
    var calendar: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = "\(two(minute / 60)):\(two(minute % 60))"
        switch every {
        case .daily: return "*-*-* \(time)"
        case .weekly: return "\(weekday.rawValue) *-*-* \(time)"
        case .monthly: return "*-*-01 \(time)"
        }
    }
}

extension ServeSettings {
    init(_ map: inout YAMLMap) throws {
        fetch = try map.optional("fetch") { try $0.calendarExpression() }
        digest = try map.optional("digest") { try $0.calendarExpression() }
        jitter = try map.optional("jitter") { try $0.string() == "none" ? 0 : try $0.duration() } ?? jitter
        listen = try map.optional("listen") { try $0.listeningPlace() } ?? listen
    }
}

extension YAMLValue {
    fileprivate func calendarExpression() throws -> CalendarExpression {
        let text = try string()
        do {
            return try CalendarExpression(text)
        } catch {
            throw problem(
                "'\(text)' is no calendar expression: \(error.what)",
                remedy: "write it as systemd.time(7) has it, such as \"Mon..Fri 08:00\" or \"*:0/15\"")
        }
    }

    fileprivate func listeningPlace() throws -> String {
        let text = try string()
        guard text == "none" || ListeningPlace(text) != nil else {
            throw problem(
                "'\(text)' is no place to listen at",
                remedy: "write a port of this machine alone (127.0.0.1:8414, [::1]:8414), unix:/path, or none")
        }
        return text
    }
}
