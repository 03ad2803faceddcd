import Foundation
import Model
import Store

/// The two pages of `serve`: `/healthz` for whoever restarts it, `/metrics` for Prometheus.
struct StatusPages: Sendable {
    let board: StatusBoard
    let workspace: Workspace

    /// Answers a request.
    func answer(_ request: StatusServer.Request) -> StatusServer.Reply {
        // A page in a browser on this machine could be made to ask under a name of its own (DNS rebinding).
        guard isOurs(request.host) else { return .init(status: "421 Misdirected Request", body: "Not this host.\n") }
        guard ["/healthz", "/metrics"].contains(request.target) else {
            return .init(status: "404 Not Found", body: "There are /healthz and /metrics.\n")
        }
        guard ["GET", "HEAD"].contains(request.method) else {
            return .init(status: "405 Method Not Allowed", body: "Only GET and HEAD.\n")
        }
        return request.target == "/healthz" ? health : metrics
    }

    private func isOurs(_ host: String?) -> Bool {
        guard let host else { return true }
        let name = host.hasPrefix("[") ? String(host.prefix { $0 != "]" }) + "]" : String(host.prefix { $0 != ":" })
        return ["localhost", "127.0.0.1", "[::1]", "lexwatch", ""].contains(name)
    }

    private var health: StatusServer.Reply {
        let faults = board.faults(at: workspace.clock.now)
        guard !faults.isEmpty else { return .init(status: "200 OK", body: "ok\n") }
        return .init(status: "503 Service Unavailable", body: faults.map { $0 + "\n" }.joined())
    }

    private var metrics: StatusServer.Reply {
        var text = MetricsText()
        text.add("lexwatch_info", "gauge", "The running version.", [(["version": Version.current], 1)])
        addJobs(to: &text)
        let isReadable: Bool
        do {
            try addFigures(to: &text)
            isReadable = true
        } catch {
            isReadable = false
        }
        text.add(
            "lexwatch_database_readable", "gauge", "Whether the figures of the database could be read.",
            [([:], isReadable ? 1 : 0)])
        addProcess(to: &text)
        return .init(status: "200 OK", type: "text/plain; version=0.0.4; charset=utf-8", body: text.text)
    }

    private func addJobs(to text: inout MetricsText) {
        let jobs = board.now.jobs
        func rows(_ value: (StatusBoard.Record) -> Int64?) -> [([String: String], Int64)] {
            ServeJob.allCases.compactMap { job in
                jobs[job].flatMap(value).map { (["job": job.rawValue], $0) }
            }
        }
        text.add("lexwatch_job_runs_total", "counter", "Runs begun.", rows { Int64($0.runs) })
        text.add("lexwatch_job_failures_total", "counter", "Runs that failed.", rows { Int64($0.failures) })
        text.add(
            "lexwatch_job_missed_total", "counter", "Moments by the calendar that another run stands for.",
            rows { Int64($0.missed) })
        let running = board.now.running
        text.add(
            "lexwatch_job_running", "gauge", "Whether a run goes on.",
            ServeJob.allCases.map { (["job": $0.rawValue], $0 == running ? 1 : 0) })
        text.add(
            "lexwatch_job_last_success_timestamp_seconds", "gauge", "When a run last ended well.",
            rows { $0.lastSuccess?.secondsSince1970 })
        text.add(
            "lexwatch_job_next_timestamp_seconds", "gauge", "When a run begins next.",
            rows { $0.next?.secondsSince1970 })
    }

    private func addFigures(to text: inout MetricsText) throws {
        let store = try workspace.storeForReading()
        let figures = try store.figures()
        text.add("lexwatch_items", "gauge", "Items that are stored.", [([:], figures.items)])
        text.add("lexwatch_alerts_open", "gauge", "Alerts that wait for an answer.", [([:], figures.openAlerts)])
        text.add(
            "lexwatch_deliveries_pending", "gauge", "Digests that are still to be delivered.",
            [([:], figures.pendingDeliveries)])
        text.add(
            "lexwatch_deliveries_refused", "gauge", "Digests that were refused for good.",
            [([:], figures.refusedDeliveries)])
        text.add(
            "lexwatch_gaps_open", "gauge", "Gaps that nobody has filled or acknowledged.", [([:], figures.openGaps)])
        let states = try store.sourceStates().sorted { $0.key.rawValue < $1.key.rawValue }
        text.add(
            "lexwatch_source_last_success_timestamp_seconds", "gauge", "When a source was last seen; 0 for never.",
            states.map { (["source": $0.key.rawValue], $0.value.lastSuccess?.secondsSince1970 ?? 0) })
        text.add(
            "lexwatch_source_failures", "gauge", "Attempts in a row that failed.",
            states.map { (["source": $0.key.rawValue], Int64($0.value.failures)) })
    }

    private func addProcess(to text: inout MetricsText) {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        if let pages, pages.count > 1, let resident = Int64(pages[1]) {
            text.add(
                "process_resident_memory_bytes", "gauge", "Memory in use.",
                [([:], resident * Int64(sysconf(Int32(_SC_PAGESIZE))))])
        }
        if let open = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
            text.add("process_open_fds", "gauge", "Open file descriptors.", [([:], Int64(open.count))])
        }
    }
}

/// Prometheus' text format, version 0.0.4.
struct MetricsText {
    private(set) var text = ""

    /// Adds a metric with its values by their labels.
    mutating func add(_ name: String, _ type: String, _ help: String, _ values: [([String: String], Int64)]) {
        guard !values.isEmpty else { return }
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
        for (labels, value) in values {
            let inner = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(escaped($0.value))\"" }
            text += name + (inner.isEmpty ? "" : "{\(inner.joined(separator: ","))}") + " \(value)\n"
        }
    }

    private func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
