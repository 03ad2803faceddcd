import GRDB
import Model

/// A value that can be put into a statement: moments as seconds, days and words as text.
protocol SQLValue {
    var sqlValue: DatabaseValue { get }
}

extension Int64: SQLValue {
    var sqlValue: DatabaseValue { databaseValue }
}

extension Int: SQLValue {
    var sqlValue: DatabaseValue { databaseValue }
}

extension Bool: SQLValue {
    var sqlValue: DatabaseValue { databaseValue }
}

extension String: SQLValue {
    /// SQLite's text ends at a NUL: what follows one would be lost.
    var sqlValue: DatabaseValue {
        guard utf8.contains(0) else { return databaseValue }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: unicodeScalars.lazy.map { $0.value == 0 ? "\u{FFFD}" : $0 })
        return String(text).databaseValue
    }
}

extension Instant: SQLValue {
    var sqlValue: DatabaseValue { secondsSince1970.databaseValue }
}

extension Day: SQLValue {
    var sqlValue: DatabaseValue { description.databaseValue }
}

extension Language: SQLValue {
    var sqlValue: DatabaseValue { rawValue.sqlValue }
}

extension Jurisdiction: SQLValue {
    var sqlValue: DatabaseValue { code.databaseValue }
}

extension ID: SQLValue {
    var sqlValue: DatabaseValue { rawValue.sqlValue }
}

extension RowID: SQLValue {
    var sqlValue: DatabaseValue { rawValue.databaseValue }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    var sqlValue: DatabaseValue { self?.sqlValue ?? .null }
}

/// A list of values as one JSON text, for `IN (SELECT value FROM json_each(?))`: SQLite bounds the number of `?`.
struct SQLList: SQLValue {
    private let text: String
    init(_ strings: some Sequence<String>) { text = JSONText.of(Array(strings)) }
    init(_ numbers: some Sequence<Int64>) { text = "[" + numbers.map(String.init).joined(separator: ",") + "]" }
    init<Noun>(_ rows: some Sequence<RowID<Noun>>) { self.init(rows.map(\.rawValue)) }
    var sqlValue: DatabaseValue { text.sqlValue }
}

extension StatementArguments {
    init(_ values: [any SQLValue]) { self.init(values.map(\.sqlValue)) }
}
