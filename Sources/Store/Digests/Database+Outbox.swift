import GRDB
import Model

/// A table of messages on their way out: all are attempted, repeated and settled alike.
enum Outbox: String {
    case delivery
    case notice = "operator_notice"
}

extension Database {
    /// What the closure makes of the messages that may be attempted now, the oldest first.
    func due<Value>(
        in outbox: Outbox, at: Instant, limit: Int, _ make: (Row) throws -> Value
    ) throws -> [Value] {
        try map(
            """
            SELECT * FROM \(outbox.rawValue) WHERE state IN ('pending', 'uncertain') AND next_attempt <= ?
            ORDER BY id LIMIT ?
            """, [at, limit], make)
    }

    /// Notes that an attempt begins: should it never end, the message is found `uncertain`, and repeated after a moment.
    func beginAttempt(in outbox: Outbox, _ id: Int64, until: Instant) throws {
        try run(
            """
            UPDATE \(outbox.rawValue) SET state = 'uncertain', attempts = attempts + 1, next_attempt = ?
            WHERE id = ? AND state IN ('pending', 'uncertain')
            """, [until, id])
    }

    /// Notes how an attempt ended.
    func endAttempt(
        in outbox: Outbox, _ id: Int64, _ state: Delivery.State, said: String?, at: Instant, next: Instant?
    ) throws {
        let isOpen = state == .pending || state == .uncertain
        try run(
            "UPDATE \(outbox.rawValue) SET state = ?, last_error = ?, next_attempt = ?, sent_at = ? WHERE id = ?",
            [
                state.rawValue, state == .sent ? nil : said, isOpen ? next ?? at : nil, state == .sent ? at : nil, id,
            ])
    }
}
