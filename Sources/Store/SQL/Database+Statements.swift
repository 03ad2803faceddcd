import GRDB
import Model

extension Database {
    /// A statement with its values; it is prepared once a connection.
    func statement(_ sql: String, _ values: [any SQLValue] = []) throws -> Statement {
        let statement = try cachedStatement(sql: sql)
        // Takes away the values of the last use.
        statement.setUncheckedArguments(StatementArguments())
        for (index, value) in values.enumerated() {
            let code = value.put(into: statement.sqliteStatement, at: CInt(index + 1))
            guard code == ResultCode.SQLITE_OK.rawValue else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: lastErrorMessage, sql: sql)
            }
        }
        return statement
    }

    /// Runs a statement that gives no rows.
    func run(_ sql: String, _ values: [any SQLValue] = []) throws {
        try statement(sql, values).execute()
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
        try Row.fetchAll(statement(sql, values))
    }

    /// What the closure makes of each row of a query.
    func map<Value>(_ sql: String, _ values: [any SQLValue] = [], _ make: (Row) throws -> Value) throws -> [Value] {
        let rows = try Row.fetchCursor(statement(sql, values))
        var list: [Value] = []
        while let row = try rows.next() { list.append(try make(row)) }
        return list
    }

    /// The first row of a query; nil where there is none.
    func first(_ sql: String, _ values: [any SQLValue] = []) throws -> Row? {
        try Row.fetchOne(statement(sql, values))
    }

    /// The number that a query gives; 0 where it gives none.
    func count(_ sql: String, _ values: [any SQLValue] = []) throws -> Int {
        try first(sql, values).map { $0[0] } ?? 0
    }
}
