public import Model
import Store

/// One delivery as listings show it.
public struct DeliveryView: Encodable, Sendable {
    /// Its number.
    public var id: RowID<Delivery>
    /// The digest's number.
    public var digest: Int64
    /// `directory`, `mail` or `webhook`.
    public var channel: String
    /// Whom it is for.
    public var recipient: String
    /// Where it stands: an `uncertain` one may have arrived, and repeats with the same Message-ID.
    public var state: Delivery.State
    /// How often it was attempted.
    public var attempts: Int
    /// What the other side said last.
    @OrNull public var lastError: String?
    /// When it is tried again.
    @OrNull public var nextAttempt: Instant?
    /// Its Message-ID.
    public var messageID: String
}

extension Workspace {
    /// Deliveries, the newest first.
    ///
    /// - Parameters:
    ///   - state: Where they stand; anywhere where nil.
    ///   - limit: How many at most; 0 for all.
    /// - Returns: The deliveries.
    /// - Throws: A ``Model/Problem`` where the database is wrong.
    public func deliveries(state: Delivery.State?, limit: Int) throws -> [DeliveryView] {
        try storeForReading().deliveries(state: state, limit: limit > 0 ? limit : .max).map { delivery in
            DeliveryView(
                id: delivery.id, digest: delivery.digest, channel: delivery.channel.rawValue,
                recipient: delivery.recipient, state: delivery.state, attempts: delivery.attempts,
                lastError: delivery.lastError, nextAttempt: delivery.nextAttempt, messageID: delivery.messageID)
        }
    }

    /// Has refused or waiting deliveries tried again with the next run.
    ///
    /// - Throws: A ``Model/Problem`` where there is no such delivery, or it has arrived.
    public func retry(_ deliveries: [RowID<Delivery>], actor: String) throws {
        let store = try storeForAnswers()
        for delivery in deliveries { try store.retry(delivery, by: actor, at: clock.now) }
    }
}
