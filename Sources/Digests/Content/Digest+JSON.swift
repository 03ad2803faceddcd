import Foundation

extension Digest {
    /// The digest as JSON in UTF-8, its first line under `headline`: sorted keys, RFC 3339, no escaped slashes, a line
    /// break at the end.
    ///
    /// - Returns: The bytes.
    /// - Throws: Where a value cannot be encoded.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try Array(encoder.encode(Headed(digest: self))) + [0x0A]
    }

    /// The first line: how many policies need the reader, and the earliest date.
    public var headline: String { Headline(digest: self, words: Words(recipient.language)).line }

    /// A digest and its first line in one object.
    private struct Headed: Encodable {
        let digest: Digest

        private enum Key: CodingKey { case headline }

        func encode(to encoder: any Encoder) throws {
            try digest.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(digest.headline, forKey: .headline)
        }
    }

    /// Reads a digest that `json()` wrote.
    ///
    /// - Parameter json: The bytes.
    /// - Throws: Where they are no digest.
    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Digest.self, from: Data(json))
    }
}
