import GRDB
import Glibc
import Model

/// A value that can be put into a statement: moments as seconds, days and words as text.
///
/// It goes to SQLite as it is, without the boxes of GRDB's arguments: a run stores hundreds of thousands.
protocol SQLValue {
    /// Puts the value into a parameter of a statement, the first being 1.
    ///
    /// - Returns: SQLite's code.
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt
}

extension Int64: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt { bind(to: statement, at: index) }
}

extension Int: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt { bind(to: statement, at: index) }
}

extension Bool: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt { bind(to: statement, at: index) }
}

extension String: SQLValue {
    /// SQLite's text ends at a NUL: what follows one would be lost.
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt {
        guard holdsNUL else { return bind(to: statement, at: index) }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: unicodeScalars.lazy.map { $0.value == 0 ? "\u{FFFD}" : $0 })
        return String(text).bind(to: statement, at: index)
    }

    /// Whether there is a NUL in it.
    var holdsNUL: Bool {
        var text = self
        return text.withUTF8 { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    }
}

extension Instant: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt {
        secondsSince1970.bind(to: statement, at: index)
    }
}

extension Day: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt { description.put(into: statement, at: index) }
}

extension Language: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt { rawValue.put(into: statement, at: index) }
}

extension Jurisdiction: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt { code.put(into: statement, at: index) }
}

extension ID: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt { rawValue.put(into: statement, at: index) }
}

extension RowID: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt { rawValue.bind(to: statement, at: index) }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt {
        self?.put(into: statement, at: index) ?? DatabaseValue.null.bind(to: statement, at: index)
    }
}

/// A list of values as one JSON text, for `IN (SELECT value FROM json_each(?))`: SQLite bounds the number of `?`.
struct SQLList: SQLValue {
    private let text: String
    init(_ strings: some Sequence<String>) { text = JSONText.of(Array(strings)) }
    init(_ numbers: some Sequence<Int64>) { text = "[" + numbers.map(String.init).joined(separator: ",") + "]" }
    init<Noun>(_ rows: some Sequence<RowID<Noun>>) { self.init(rows.map(\.rawValue)) }
    func put(into statement: SQLiteStatement, at index: CInt) -> CInt { text.put(into: statement, at: index) }
}
