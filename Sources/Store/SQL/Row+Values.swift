import GRDB
import Model

/// What stands in a column, by its name. A value that only damage or a change by hand can have put there is an error,
/// where GRDB's subscripts would end the process.
extension Row {
    /// A value of a type that GRDB knows.
    func value<Value: DatabaseValueConvertible>(_ column: String, _ type: Value.Type = Value.self) throws -> Value {
        let stored: DatabaseValue = self[column]
        guard let value = Value.fromDatabaseValue(stored) else { throw Row.damage(column, stored) }
        return value
    }

    /// The same, or nil for null.
    func optional<Value: DatabaseValueConvertible>(_ column: String, _ type: Value.Type = Value.self) throws -> Value? {
        (self[column] as DatabaseValue).isNull ? nil : try value(column, type)
    }

    func text(_ column: String) throws -> String { try value(column) }
    /// The texts of all columns, in their order.
    func texts() throws -> [String] {
        try (0..<count).map { index in
            let stored: DatabaseValue = self[index]
            guard let text = String.fromDatabaseValue(stored) else {
                throw Row.damage(Array(columnNames)[index], stored)
            }
            return text
        }
    }
    func optionalText(_ column: String) throws -> String? { try optional(column) }
    func integer(_ column: String) throws -> Int { try value(column) }
    func bool(_ column: String) throws -> Bool { try value(column) }
    func instant(_ column: String) throws -> Instant { Instant(secondsSince1970: try value(column)) }
    func optionalInstant(_ column: String) throws -> Instant? {
        try optional(column).map(Instant.init(secondsSince1970:))
    }
    func row<Noun>(_ column: String) throws -> RowID<Noun> { RowID(try value(column)) }
    func optionalRow<Noun>(_ column: String) throws -> RowID<Noun>? { try optional(column).map(RowID.init) }
    func name<Noun>(_ column: String) throws -> ID<Noun> { ID(try value(column)) }

    /// The value that a word names.
    func word<Word: RawRepresentable>(_ column: String) throws -> Word where Word.RawValue == String {
        try made(column) { Word(rawValue: $0) }
    }

    func day(_ column: String) throws -> Day { try made(column) { Day(iso: $0) } }
    func optionalDay(_ column: String) throws -> Day? {
        (self[column] as DatabaseValue).isNull ? nil : try day(column)
    }
    func jurisdiction(_ column: String) throws -> Jurisdiction { try made(column) { Jurisdiction($0) } }

    /// A list that is stored as JSON.
    func list<Element: Decodable>(_ column: String) throws -> [Element] { try StoredJSON.list(try text(column)) }

    /// Strings that are stored as JSON.
    func strings(_ column: String) throws -> [String] { try StoredJSON.strings(try text(column)) }

    /// Days that are stored as JSON.
    func days(_ column: String) throws -> [Day] {
        try strings(column).map { text in
            guard let day = Day(iso: text) else { throw Row.damage(column, self[column]) }
            return day
        }
    }

    private func made<Value>(_ column: String, _ make: (String) -> Value?) throws -> Value {
        guard let value = make(try text(column)) else { throw Row.damage(column, self[column]) }
        return value
    }

    private static func damage(_ column: String, _ stored: DatabaseValue) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(stored) is no value of the column '\(column)'")
    }
}
