import GRDB
import Model

/// Carries out what was decided about the entries of one source.
struct ItemWriter {
    /// What became of an intent.
    enum Effect {
        case inserted(RowID<Item>)
        case revised(RowID<Item>)
        case nothing
    }

    let db: Database
    let source: ID<Source>
    let at: Instant
    let vocabulary: String

    /// Carries out an intent, whose rows may have been made already.
    func carryOut(_ intent: ItemIntent, _ rows: ItemRows?) throws -> Effect {
        switch intent {
        case .insert(let identity, let text, let hash, let findings):
            try insert(identity, Entry(text: text, hash: hash, findings: findings, made: rows))
        case .revise(let item, let text, let hash, let findings):
            try revise(item, Entry(text: text, hash: hash, findings: findings, made: rows))
        case .rename(let item, let identity): try rename(item, identity)
        }
    }

    /// What is stored of an entry of the source.
    private struct Entry {
        let text: ItemText
        let hash: String
        let findings: Findings
        let rows: ItemRows

        init(text: ItemText, hash: String, findings: Findings, made rows: ItemRows?) {
            self.text = text
            self.hash = hash
            self.findings = findings
            self.rows = rows ?? ItemRows(text, findings)
        }
    }

    /// Inserts an item; where its identity is known after all, its text is an edit of the known one.
    private func insert(_ identity: ItemIdentity, _ entry: Entry) throws -> Effect {
        let (text, findings) = (entry.text, entry.findings)
        try db.run(
            """
            INSERT INTO item (id, source, key, link_key, title_key, text_hash, revision, title, link, language, published,
                first_seen, revised, relevant, instrument, stage, vocabulary)
            VALUES (\(Numbered.item.next), ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, key) DO NOTHING
            """,
            [
                source, identity.key, identity.link, identity.titleKey, entry.hash, text.title, text.link,
                text.language, text.published, at, at, findings.isRelevant, findings.instrument.value.rawValue,
                findings.stage.value.rawValue, vocabulary,
            ])
        guard db.changesCount == 1 else { return try reviseKnown(identity, entry) }
        let item = RowID<Item>(db.lastInsertedRowID)
        try db.insert(text, entry.rows, hash: entry.hash, of: item, number: 1, seen: at)
        try db.insert(findings, entry.rows, of: item)
        if findings.isRelevant { try db.run("INSERT INTO ungrouped (item) VALUES (?)", [item]) }
        try db.index(entry.rows.words, of: item)
        return .inserted(item)
    }

    private func reviseKnown(_ identity: ItemIdentity, _ entry: Entry) throws -> Effect {
        let row = try db.first("SELECT id, text_hash FROM item WHERE source = ? AND key = ?", [source, identity.key])
        guard let row, try row.text("text_hash") != entry.hash else { return .nothing }
        return try revise(row.row("id"), entry)
    }

    private func revise(_ item: RowID<Item>, _ entry: Entry) throws -> Effect {
        guard let row = try db.first("SELECT revision FROM item WHERE id = ?", [item]) else { return .nothing }
        let number = try row.integer("revision") + 1
        let text = entry.text
        if let old = try db.text(of: item) { try db.unindex(IndexedWords(old), of: item) }
        try db.keepFindings(of: item, replaced: at)
        try db.insert(text, entry.rows, hash: entry.hash, of: item, number: number, seen: at)
        try db.run(
            """
            UPDATE item SET text_hash = ?, revision = ?, title = ?, link = ?, language = ?, published = ?, revised = ?
            WHERE id = ?
            """,
            [entry.hash, number, text.title, text.link, text.language, text.published, at, item])
        try db.run("DELETE FROM other_version WHERE item = ?", [item])
        try db.replace(entry.findings, entry.rows, of: item, vocabulary: vocabulary)
        try db.index(entry.rows.words, of: item)
        return .revised(item)
    }

    /// Gives an item its new identity, unless another item of the source has it.
    private func rename(_ item: RowID<Item>, _ identity: ItemIdentity) throws -> Effect {
        try db.run(
            "UPDATE OR IGNORE item SET key = ?, link_key = ?, title_key = ? WHERE id = ?",
            [identity.key, identity.link, identity.titleKey, item])
        return .nothing
    }
}
