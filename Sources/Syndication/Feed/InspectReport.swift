/// The object that `inspect --json` prints for one document.
public struct InspectReport: Sendable {
    /// The object as UTF-8, without a line end.
    public let json: [UInt8]

    /// What was read.
    public init(_ feed: Feed) {
        var writer = JSONWriter()
        writer.write(feed)
        json = writer.bytes
    }

    /// Why nothing was read.
    public init(error: String) {
        var writer = JSONWriter()
        writer.open(0x7B)
        writer.field("error", error)
        writer.close(0x7D)
        json = writer.bytes
    }
}
