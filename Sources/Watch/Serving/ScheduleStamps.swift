import Foundation
import Model

/// When each job last began, kept in a file beside the database, so that what was missed while the service was down is
/// caught up with.
struct ScheduleStamps: Sendable {
    private let path: String

    /// The stamps of a database.
    init(database: String) { path = "\(database).schedule" }

    /// The last runs; what cannot be read counts as never.
    func read() -> [ServeJob: Instant] {
        guard let data = FileManager.default.contents(atPath: path) else { return [:] }
        var result: [ServeJob: Instant] = [:]
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count == 2, let job = ServeJob(rawValue: String(words[0])) else { continue }
            result[job] = Instant(rfc3339: words[1])
        }
        return result
    }

    /// Keeps the last runs; the file is replaced as a whole.
    func write(_ runs: [ServeJob: Instant]) throws {
        let lines = runs.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)\n" }
        try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
