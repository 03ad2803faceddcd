import Foundation

extension Digest {
    /// The digest as JSON in UTF-8: sorted keys, RFC 3339, no escaped slashes, a line break at the end.
    ///
    /// - Returns: The bytes.
    /// - Throws: Where a value cannot be encoded.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try Array(encoder.encode(self)) + [0x0A]
    }

    /// Reads a digest that `json()` wrote.
    ///
    /// - Parameter json: The bytes.
    /// - Throws: Where they are no digest.
    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Digest.self, from: Data(json))
    }
}
