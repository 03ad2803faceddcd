/// The name of a noun that a person defined in a file, such as a source or a policy.
///
/// Two names compare by their bytes, never by canonical equivalence.
public struct ID<Noun>: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// The name as the file spells it.
    public let rawValue: String

    /// Wraps a name as the file spells it.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// Reads the name from a single string value.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the name as a single string value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The name itself.
    public var description: String { rawValue }

    /// Equality of bytes.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue.utf8.elementsEqual(right.rawValue.utf8) }

    /// Hashes the bytes of the name.
    public func hash(into hasher: inout Hasher) {
        for byte in rawValue.utf8 { hasher.combine(byte) }
    }

    /// Order of bytes.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }

    /// Whether the name is one that a definition may have: ASCII lower-case letters, digits, `-`, `_` and `.`,
    /// beginning with a letter or digit, 64 bytes at most.
    public var isWellFormed: Bool {
        let bytes = Array(rawValue.utf8)
        guard let first = bytes.first, bytes.count <= 64 else { return false }
        func isAlphanumeric(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (48...57).contains(byte) }
        return isAlphanumeric(first)
            && bytes.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
    }
}

/// The number that the database gave to a thing that happened, such as an item or an alert.
public struct RowID<Noun>: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    /// The row's number, from 1.
    public let rawValue: Int64

    /// Wraps a row's number.
    public init(_ rawValue: Int64) { self.rawValue = rawValue }

    /// Reads the number from a single value.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    /// Writes the number as a single value.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// The number in decimal digits.
    public var description: String { String(rawValue) }

    /// Order of numbers.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
