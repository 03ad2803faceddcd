import Foundation
import GRDB
import Model

/// How values that SQL need not look into are written to their columns, and read back.
enum StoredJSON {
    /// Facts that the publisher states.
    static func text(_ facts: [StatedFact]) -> String {
        if facts.isEmpty { return "[]" }
        var text = JSONText()
        text.list(facts) { text, fact in
            text.token("{\"kind\":")
            text.quoted(fact.kind)
            text.token(",\"origin\":")
            text.quoted(fact.origin)
            text.token(",\"value\":")
            text.quoted(fact.value)
            text.token("}")
        }
        return text.string
    }

    /// How often a publisher asks to be read.
    static func text(_ wish: ReadingWish) -> String {
        var text = JSONText()
        text.token("{")
        if let every = wish.every {
            text.token("\"every\":")
            text.number(Int64(every))
            text.token(",")
        }
        text.token("\"restDays\":")
        text.list(wish.restDays) { $0.number(Int64($1)) }
        text.token(",\"restHours\":")
        text.list(wish.restHours) { $0.number(Int64($1)) }
        text.token("}")
        return text.string
    }

    /// The reasons of an alert.
    static func text(_ reasons: [AlertReason]) -> String {
        var text = JSONText()
        text.list(reasons) { text, reason in
            text.token("{\"evidence\":")
            text.list(reason.evidence) { $0.evidence($1) }
            text.token(",\"jurisdictions\":")
            text.list(reason.jurisdictions) { $0.quoted($1.code) }
            text.token(",\"kind\":")
            text.quoted(reason.kind.rawValue)
            if let section = reason.section {
                text.token(",\"section\":")
                text.quoted(section)
            }
            text.token(",\"value\":")
            text.quoted(reason.value)
            text.token("}")
        }
        return text.string
    }

    /// The parts of a rank.
    static func text(_ rank: Rank) -> String {
        var text = JSONText()
        text.token("{\"parts\":")
        text.list(rank.parts) { text, part in
            text.token("{\"name\":")
            text.quoted(part.name)
            text.token(",\"points\":")
            text.number(Int64(part.points))
            text.token("}")
        }
        text.token("}")
        return text.string
    }

    /// Reads a value back; damage where the column holds something else.
    static func value<Value: Decodable>(_ type: Value.Type = Value.self, _ text: String) throws -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "what is stored as JSON cannot be read: \(error)")
        }
    }

    /// Reads a list back; the empty one, which most are, without a decoder.
    static func list<Element: Decodable>(_ text: String) throws -> [Element] {
        text == "[]" ? [] : try value([Element].self, text)
    }
}

extension JSONText {
    /// Appends one piece of evidence.
    mutating func evidence(_ evidence: Evidence) {
        token("{\"context\":")
        quoted(evidence.context)
        token(",\"field\":")
        quoted(evidence.field.rawValue)
        token(",\"offset\":")
        number(Int64(evidence.offset))
        token(",\"rule\":")
        quoted(evidence.rule)
        token(",\"words\":")
        quoted(evidence.words)
        token("}")
    }
}
