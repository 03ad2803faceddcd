import Model
import Store

extension Session {
    /// Puts a question that no topic raised. One that was put before about the same development is put again: with all
    /// its reasons where nobody has answered yet.
    ///
    /// - Parameters:
    ///   - alert: The question.
    ///   - because: Why it is put, for the record.
    /// - Throws: `StoreProblem`.
    func put(_ alert: NewAlert, because: String) throws {
        guard case .known(let id)? = try store.raise([alert], at: clock.now).first, let known = try store.alert(id)
        else { return }
        let kinds = Set(alert.reasons.map(\.kind))
        let isOpen = known.alert.state == .open
        let rest = known.alert.reasons.filter {
            !alert.reasons.contains($0) && (isOpen || !kinds.contains($0.kind))
        }
        let parts = known.alert.rank.parts.filter { !alert.rank.parts.contains($0) }
        try store.reopen(
            [
                Reopening(
                    alert: id, because: because, reasons: alert.reasons + rest, due: alert.due,
                    rank: Rank(parts: parts + alert.rank.parts), keepsNearerDue: false)
            ], at: clock.now)
    }

    /// The development that an item belongs to, made where there is none.
    func development(of item: RowID<Item>, because: String) throws -> RowID<Development> {
        if let known = try store.item(item)?.memberships.first { return known.development }
        return try store.apply([
            .insert(
                NewDevelopment(members: [.init(item: item, because: because)], firstSeen: clock.now, matters: []))
        ])[0]
    }
}
