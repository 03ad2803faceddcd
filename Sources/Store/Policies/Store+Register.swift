import GRDB
public import Model

/// One difference between the register as it was loaded last and as it is now.
public struct RegisterChange: Sendable, Equatable {
    /// What it is about, such as `policy genai-use`.
    public var subject: String
    /// What changed, such as `owner`; `added` and `removed` where it is the whole.
    public var what: String
    /// The value until now; nil where there was none.
    public var before: String?
    /// The value from now on; nil where there is none.
    public var after: String?

    /// A change from its parts.
    public init(subject: String, what: String, before: String? = nil, after: String? = nil) {
        self.subject = subject
        self.what = what
        self.before = before
        self.after = after
    }
}

extension Store {
    /// The register as it was saved last; nil where it never was.
    ///
    /// - Returns: The bytes that were saved.
    /// - Throws: `StoreProblem`.
    public func lastRegister() throws -> [UInt8]? {
        try value(of: "register").map { Array($0.utf8) }
    }

    /// Saves the register, and records each change against the one before.
    ///
    /// - Parameters:
    ///   - bytes: The register as JSON in UTF-8.
    ///   - changes: What changed.
    ///   - actor: Who loaded it.
    ///   - at: When.
    /// - Throws: `StoreProblem`.
    public func saveRegister(_ bytes: [UInt8], changes: [RegisterChange], by actor: String, at: Instant) throws {
        try write { db in
            try db.setValue(String(decoding: bytes, as: UTF8.self), of: "register")
            for change in changes {
                try db.audit(
                    "register", change.subject, by: actor, at: at,
                    [
                        "what": .string(change.what), "before": .optional(change.before),
                        "after": .optional(change.after), "sha256": .string(SHA256.hexadecimal(of: bytes)),
                    ])
            }
        }
    }

    /// A single value.
    ///
    /// - Parameter key: Its name.
    /// - Returns: The value; nil where there is none.
    /// - Throws: `StoreProblem`.
    public func value(of key: String) throws -> String? {
        try read { try $0.first("SELECT value FROM meta WHERE key = ?", [key])?.text("value") }
    }

    /// Keeps a single value.
    ///
    /// - Parameters:
    ///   - value: The value; nil to forget it.
    ///   - key: Its name.
    /// - Throws: `StoreProblem`.
    public func setValue(_ value: String?, of key: String) throws {
        try write { try $0.setValue(value, of: key) }
    }
}

extension Database {
    func setValue(_ value: String?, of key: String) throws {
        guard let value else { return try run("DELETE FROM meta WHERE key = ?", [key]) }
        try run(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            [key, value])
    }
}
