public import Model

/// Reads dates as feeds write them.
public struct DateReader: Sendable {
    private let localOffset: @Sendable (Int64) -> Int

    /// A reader that takes dates without a zone for UTC, unless told otherwise.
    ///
    /// - Parameter localOffset: Seconds east of UTC at a local time, given as seconds since 1970 on the local clock.
    public init(localOffset: @escaping @Sendable (_ localSecondsSince1970: Int64) -> Int = { _ in 0 }) {
        self.localOffset = localOffset
    }

    /// The moment that a text means; nil where it cannot be read.
    public func instant(_ text: String) -> Instant? { Instant(rfc3339: text) }
}
