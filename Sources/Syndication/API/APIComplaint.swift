/// What an API says of a fault of its own, whatever status it answers with.
package struct APIComplaint: Sendable, Equatable {
    /// In one clause, bounded, as plain text.
    package let text: String

    private static let longest = 300
    /// Members that hold nothing but faults.
    private static let faults = [
        "error", "errors", "error_description", "error_message", "errormessage", "errormsg", "errmsg", "fault",
        "faultstring", "exception",
    ]
    /// Members that speak of faults, and of success as well.
    private static let words = [
        "message", "msg", "faultstring", "detail", "details", "description", "title", "reason", "info",
    ]
    private static let codes = ["code", "error_code", "errorcode", "errcode", "status"]
    /// What stands where there is no fault.
    private static let none: Set<String> = ["", "0", "false", "none", "null", "ok", "success", "200"]

    /// The complaint in an answer to a request that failed; nil where there is none.
    package init?(_ bytes: [UInt8], contentType: String?) {
        let text = DecodedText(bytes, contentType: contentType)
        guard let root = try? JSONReader.read(text.bytes, from: text.start) else { return nil }
        self.init(root, isFault: true)
    }

    /// The complaint in a document; nil where there is none.
    ///
    /// - Parameters:
    ///   - root: The document.
    ///   - isFault: Whether it is known that something is wrong: a `message` without any data is a complaint then.
    init?(_ root: JSONValue, isFault: Bool) {
        guard case .object(let members) = root else { return nil }
        let named = Self.member(Self.faults, of: members, depth: 0)
        let isToBeHeard = Self.isFlagged(members) || (isFault && !Self.holdsRecords(root, depth: 0))
        guard let found = named ?? (isToBeHeard ? Self.spoken(members, depth: 0) : nil) else { return nil }
        let clean = PlainText.from(markup: found)
        guard !clean.isEmpty else { return nil }
        text = clean.count > Self.longest ? clean.prefix(Self.longest) + "…" : clean
    }

    /// Whether a member says that something went wrong, without saying what.
    private static func isFlagged(_ members: [String: JSONValue]) -> Bool {
        members["error"] == .bool(true) || members["success"] == .bool(false)
            || ["error", "fail", "failed"].contains(members["status"]?.string?.lowercased() ?? "")
    }

    private static func member(_ names: [String], of members: [String: JSONValue], depth: Int) -> String? {
        let folded = Dictionary(members.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
        return names.lazy.compactMap { name in folded[name].flatMap { told($0, depth: depth + 1) } }.first
    }

    /// What an object says, with its code.
    private static func spoken(_ members: [String: JSONValue], depth: Int) -> String? {
        let code = member(codes, of: members, depth: depth)
        guard let words = member(words + faults, of: members, depth: depth) else { return code }
        return code.map { words.contains($0) ? words : "\(words) (\($0))" } ?? words
    }

    private static func told(_ value: JSONValue, depth: Int) -> String? {
        guard depth < 5 else { return nil }
        switch value {
        case .null, .bool: return nil
        case .number(let text), .string(let text): return none.contains(text.lowercased()) ? nil : text
        case .array(let elements):
            let texts = elements.prefix(3).compactMap { told($0, depth: depth + 1) }
            return texts.isEmpty ? nil : texts.joined(separator: "; ")
        case .object(let members):
            if let spoken = spoken(members, depth: depth) { return spoken }
            // Complaints by the name of the parameter that they are about.
            let texts = members.sorted { $0.key < $1.key }.prefix(3).compactMap { name, value in
                told(value, depth: depth + 1).map { "\(name): \($0)" }
            }
            return texts.isEmpty ? nil : texts.joined(separator: "; ")
        }
    }

    /// Whether there is a list of objects anywhere: then the document holds data, and what it says besides may be good.
    private static func holdsRecords(_ value: JSONValue, depth: Int) -> Bool {
        guard depth < 5 else { return false }
        if let elements = value.elements {
            return elements.contains { if case .object = $0 { true } else { holdsRecords($0, depth: depth + 1) } }
        }
        guard case .object(let members) = value else { return false }
        return members.values.contains { holdsRecords($0, depth: depth + 1) }
    }
}
