import GRDB
public import Model

extension Store {
    /// Brings the rows of the sources in line with their definitions; what is no longer defined stays, flagged.
    ///
    /// - Parameters:
    ///   - sources: All sources that are defined.
    ///   - at: When they were loaded.
    /// - Returns: What changed: the sources that are new, and those that are gone.
    /// - Throws: `StoreProblem`.
    @discardableResult
    public func syncSources(_ sources: [Source], at: Instant) throws -> (added: [ID<Source>], removed: [ID<Source>]) {
        try write { db in
            let (renamed, gaps) = try db.rename(sources)
            let known = try db.definitions()
            let before = Set(known.keys)
            for source in sources where known[source.id.rawValue] != source.columns {
                try db.upsert(source)
                if let old = known[source.id.rawValue]?.last, old != source.reading {
                    try db.tryGapsAgain(of: source.id, at: at)
                }
            }
            let added = sources.map(\.id).filter { !before.contains($0.rawValue) }
            let gone = before.subtracting(sources.map(\.id.rawValue)).sorted().map { ID<Source>($0) }
            for source in gone { try db.run("UPDATE source SET removed = ? WHERE id = ?", [at, source]) }
            let removed = gone.filter { renamed[$0] == nil }
            if !added.isEmpty || !removed.isEmpty || !renamed.isEmpty {
                let list: ([ID<Source>]) -> JSONValue = { .list($0.map { .string($0.rawValue) }) }
                var detail = [
                    "added": list(added), "removed": list(removed), "defined": .number(Int64(sources.count)),
                ]
                if !renamed.isEmpty {
                    let names = renamed.map { ($0.key.rawValue, JSONValue.string($0.value.rawValue)) }
                    detail["renamed"] = .object(Dictionary(uniqueKeysWithValues: names))
                }
                try db.audit("sources", "sources", by: watchActor, at: at, detail, rows: gaps)
            }
            return (added, removed)
        }
    }

    /// Sources that came to be defined in a period, without those that the watch began with.
    ///
    /// - Parameters:
    ///   - from: The beginning of the period.
    ///   - to: Its end, which is no part of it.
    /// - Returns: The sources, each once.
    /// - Throws: `StoreProblem`.
    public func sourcesAdded(from: Instant, to: Instant) throws -> [ID<Source>] {
        try read { db in
            try db.map(
                """
                SELECT DISTINCT added.value AS source FROM audit JOIN json_each(audit.detail, '$.added') AS added
                WHERE audit.subject = 'sources' AND audit.action = 'sources' AND audit.at >= ? AND audit.at < ?
                    AND audit.number > (
                        SELECT min(number) FROM audit WHERE subject = 'sources' AND action = 'sources')
                ORDER BY source
                """, [from, to]
            ) { try $0.name("source") }
        }
    }

    /// What sources that are no longer defined were called, and since when they are not.
    ///
    /// - Returns: By the sources' names.
    /// - Throws: `StoreProblem`.
    public func removedSources() throws -> [ID<Source>: (title: String, removed: Instant)] {
        try read { db in
            let rows = try db.map("SELECT id, title, removed FROM source WHERE removed IS NOT NULL") { row in
                (try row.name("id") as ID<Source>, (title: try row.text("title"), removed: try row.instant("removed")))
            }
            return Dictionary(uniqueKeysWithValues: rows)
        }
    }

    /// What the watch remembers of each source.
    ///
    /// - Returns: The states by the sources' names, also of sources that are no longer defined.
    /// - Throws: `StoreProblem`.
    public func sourceStates() throws -> [ID<Source>: SourceState] {
        try read { db in
            let pairs = try db.map("SELECT * FROM source") { row in
                (ID<Source>(try row.text("id")), try row.sourceState())
            }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
    }
}

/// The columns of a source's row that say how it is defined.
private let definitionColumns =
    "publisher, title, url, format, scope, jurisdiction, authority, language, reading"

extension Source {
    /// What these columns hold, in their order.
    fileprivate var columns: [String] {
        [
            publisher, title, url, format.word, scope.rawValue, jurisdiction.code, authority.rawValue,
            language.rawValue, reading,
        ]
    }
}

extension Database {
    /// What the rows say of the definitions that count, so that most need not be written again.
    fileprivate func definitions() throws -> [String: [String]] {
        let rows = try map("SELECT id, \(definitionColumns) FROM source WHERE removed IS NULL") { row in
            let texts = try row.texts()
            return (texts[0], Array(texts.dropFirst()))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    fileprivate func upsert(_ source: Source) throws {
        try run(
            """
            INSERT INTO source (id, \(definitionColumns))
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET publisher = excluded.publisher, title = excluded.title,
                etag = CASE WHEN reading = excluded.reading THEN etag END,
                last_modified = CASE WHEN reading = excluded.reading THEN last_modified END,
                validators_at = CASE WHEN reading = excluded.reading THEN validators_at END,
                moved_to = CASE WHEN url = excluded.url THEN moved_to END,
                moved_since = CASE WHEN url = excluded.url THEN moved_since END,
                retired = CASE WHEN url = excluded.url THEN retired END,
                next_due = CASE WHEN reading = excluded.reading THEN next_due END,
                url = excluded.url, format = excluded.format, scope = excluded.scope,
                jurisdiction = excluded.jurisdiction, authority = excluded.authority, language = excluded.language,
                reading = excluded.reading, removed = NULL
            """,
            [source.id] + source.columns)
    }
}

extension Row {
    /// The state that a row of `source` holds.
    func sourceState() throws -> SourceState {
        SourceState(
            validators: try optionalInstant("validators_at").flatMap { obtained in
                Validators(
                    etag: try optionalText("etag"), lastModified: try optionalText("last_modified"),
                    obtained: obtained)
            },
            nextDue: try optionalInstant("next_due"), failures: try integer("failures"),
            failingSince: try optionalInstant("failing_since"), lastSuccess: try optionalInstant("last_success"),
            retired: try optionalInstant("retired"), movedTo: try optionalText("moved_to"),
            movedSince: try optionalInstant("moved_since"),
            wish: try optionalText("wish").map { try StoredJSON.value(ReadingWish.self, $0) })
    }
}
