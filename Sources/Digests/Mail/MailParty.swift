import Model

/// Someone who sends or receives mail.
public struct MailParty: Sendable, Equatable {
    /// The display name; empty where there is none.
    public let name: String
    /// The address.
    public let address: String

    /// A party; nil where the address is not `local@domain` in ASCII.
    public init?(name: String = "", address: String) {
        guard MailAddress.isAddress(address) else { return nil }
        self.name = name
        self.address = address
    }

    /// Reads `Name <local@domain>` or an address alone; nil where it is neither.
    public init?(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        guard let open = scalars.lastIndex(of: "<"), scalars.last == ">" else {
            self.init(address: text)
            return
        }
        var name = Plain.line(String(String.UnicodeScalarView(scalars[..<open])))
        if name.utf8.count >= 2, name.utf8.first == 0x22, name.utf8.last == 0x22 {
            name = String(name.dropFirst().dropLast())
        }
        self.init(name: name, address: String(String.UnicodeScalarView(scalars[(open + 1)..<(scalars.count - 1)])))
    }

    /// The part of the address after the sign.
    public var domain: String { address.split(separator: "@").last.map(String.init) ?? "" }
}

/// Names of messages.
public enum MessageID {
    /// The name of a digest's mail, the same at every attempt, without angle brackets.
    ///
    /// - Parameters:
    ///   - digest: What no other digest of the recipient has.
    ///   - recipient: The address that it goes to.
    ///   - organisation: Whose digest it is, so that two organisations never share one.
    ///   - domain: A domain of the sender's.
    /// - Returns: `lexwatch.HASH@domain`.
    public static func make(digest: String, recipient: String, organisation: String, domain: String) -> String {
        let text = "\(digest)\u{0}\(recipient)\u{0}\(organisation)"
        let hash = SHA256.hexadecimal(of: Array(text.utf8)).prefix(40)
        let isDomain = MailAddress.isDomain(Array(domain.utf8)[...])
        return "lexwatch.\(hash)@\(isDomain ? domain.lowercased() : "lexwatch.invalid")"
    }
}
