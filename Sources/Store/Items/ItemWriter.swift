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

    func carryOut(_ intent: ItemIntent) throws -> Effect {
        switch intent {
        case .insert(let identity, let text, let hash, let findings):
            try insert(identity, text, hash, findings)
        case .revise(let item, let text, let hash, let findings): try revise(item, text, hash, findings)
        case .rename(let item, let identity): try rename(item, identity)
        }
    }

    /// Inserts an item; where its identity is known after all, its text is an edit of the known one.
    private func insert(
        _ identity: ItemIdentity, _ text: ItemText, _ hash: String, _ findings: Findings
    ) throws -> Effect {
        try db.run(
            """
            INSERT INTO item (source, key, link_key, title_key, text_hash, revision, title, link, language, published,
                first_seen, revised, relevant, instrument, stage, vocabulary)
            VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, key) DO NOTHING
            """,
            [
                source, identity.key, identity.link, identity.titleKey, hash, text.title, text.link, text.language,
                text.published, at, at, findings.isRelevant, findings.instrument.value.rawValue,
                findings.stage.value.rawValue, vocabulary,
            ])
        guard db.changesCount == 1 else { return try reviseKnown(identity, text, hash, findings) }
        let item = RowID<Item>(db.lastInsertedRowID)
        try db.insert(text, hash: hash, of: item, number: 1, seen: at)
        try db.insert(findings, of: item, in: text)
        try db.index(text, of: item)
        return .inserted(item)
    }

    private func reviseKnown(
        _ identity: ItemIdentity, _ text: ItemText, _ hash: String, _ findings: Findings
    ) throws -> Effect {
        let row = try db.first("SELECT id, text_hash FROM item WHERE source = ? AND key = ?", [source, identity.key])
        guard let row, try row.text("text_hash") != hash else { return .nothing }
        return try revise(row.row("id"), text, hash, findings)
    }

    private func revise(
        _ item: RowID<Item>, _ text: ItemText, _ hash: String, _ findings: Findings
    ) throws -> Effect {
        guard let row = try db.first("SELECT revision FROM item WHERE id = ?", [item]) else { return .nothing }
        let number = try row.integer("revision") + 1
        if let old = try db.text(of: item) { try db.unindex(old, of: item) }
        try db.insert(text, hash: hash, of: item, number: number, seen: at)
        try db.run(
            """
            UPDATE item SET text_hash = ?, revision = ?, title = ?, link = ?, language = ?, published = ?, revised = ?
            WHERE id = ?
            """,
            [hash, number, text.title, text.link, text.language, text.published, at, item])
        try db.replace(findings, of: item, in: text, vocabulary: vocabulary)
        try db.index(text, of: item)
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
