import GRDB
import Model

extension Database {
    /// Runs a statement that gives no rows; it is prepared once a connection.
    func run(_ sql: String, _ values: [any SQLValue] = []) throws {
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    /// Runs a statement that inserts a row.
    ///
    /// - Returns: The row's number.
    func insert(_ sql: String, _ values: [any SQLValue]) throws -> Int64 {
        try run(sql, values)
        return lastInsertedRowID
    }

    /// The rows of a query.
    func rows(_ sql: String, _ values: [any SQLValue] = []) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: StatementArguments(values))
    }

    /// What the closure makes of each row of a query.
    func map<Value>(_ sql: String, _ values: [any SQLValue] = [], _ make: (Row) throws -> Value) throws -> [Value] {
        let rows = try Row.fetchCursor(cachedStatement(sql: sql), arguments: StatementArguments(values))
        var list: [Value] = []
        while let row = try rows.next() { list.append(try make(row)) }
        return list
    }

    /// The first row of a query; nil where there is none.
    func first(_ sql: String, _ values: [any SQLValue] = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(values))
    }

    /// The number that a query gives; 0 where it gives none.
    func count(_ sql: String, _ values: [any SQLValue] = []) throws -> Int {
        try first(sql, values).map { $0[0] } ?? 0
    }
}
