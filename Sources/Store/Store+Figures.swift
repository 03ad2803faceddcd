import GRDB

/// What the database holds, in numbers.
public struct StoreFigures: Sendable, Equatable {
    /// Items.
    public var items: Int64
    /// Alerts that wait for an answer.
    public var openAlerts: Int64
    /// Deliveries that are still to be made.
    public var pendingDeliveries: Int64
    /// Deliveries that were refused for good.
    public var refusedDeliveries: Int64
    /// Gaps that nobody has filled or acknowledged.
    public var openGaps: Int64
}

extension Store {
    /// What the database holds, in numbers.
    ///
    /// - Returns: The numbers.
    /// - Throws: `StoreProblem`.
    public func figures() throws -> StoreFigures {
        let gaps = Int64(try gaps(openOnly: true).count)
        return try read { db in
            func count(_ sql: String) throws -> Int64 {
                try Int64.fetchOne(db, sql: "SELECT count(*) FROM \(sql)") ?? 0
            }
            return StoreFigures(
                items: try count("item"), openAlerts: try count("alert WHERE state = 'open'"),
                pendingDeliveries: try count("delivery WHERE state IN ('pending', 'uncertain')"),
                refusedDeliveries: try count("delivery WHERE state = 'refused'"), openGaps: gaps)
        }
    }
}
