public import Model

/// Who sends, and where replies to the list's commands go.
public struct MailSettings: Sendable, Equatable {
    /// The sender.
    public var from: MailParty
    /// Whose mail it is: the name of the list.
    public var organisation: String
    /// The address that takes the wish to get no more; the sender's where nil.
    public var unsubscribeAddress: String?
    /// The https address that takes the same wish by POST; nil without the web face.
    public var unsubscribeURL: String?

    /// Settings from their parts.
    public init(
        from: MailParty, organisation: String, unsubscribeAddress: String? = nil, unsubscribeURL: String? = nil
    ) {
        self.from = from
        self.organisation = organisation
        self.unsubscribeAddress = unsubscribeAddress
        self.unsubscribeURL = unsubscribeURL
    }
}

/// What tells a message from others, and ties it to them.
public struct MailIdentity: Sendable, Equatable {
    /// The message's name without angle brackets, the same at every attempt.
    public var messageID: String
    /// Names of earlier messages to the same recipient, the oldest first.
    public var references: [String]
    /// When it is written.
    public var date: Instant

    /// An identity from its parts.
    public init(messageID: String, references: [String] = [], date: Instant) {
        self.messageID = messageID
        self.references = references
        self.date = date
    }
}

/// Makes messages as RFC 5322 and MIME have them: ASCII alone, lines ended by CR LF.
public struct MailComposer: Sendable {
    /// Who sends.
    public let settings: MailSettings
    private let renderer: DigestRenderer

    /// A composer for one sender.
    public init(_ settings: MailSettings, renderer: DigestRenderer = DigestRenderer()) {
        self.settings = settings
        self.renderer = renderer
    }

    /// A digest as a message: text and html as alternatives, its dates as a calendar.
    ///
    /// - Parameters:
    ///   - digest: The digest.
    ///   - recipient: Whom it goes to.
    ///   - identity: The message's name, the earlier ones, and the date.
    /// - Returns: The message.
    public func message(for digest: Digest, to recipient: MailParty, _ identity: MailIdentity) -> [UInt8] {
        let words = Words(digest.recipient.language)
        let language = Viewer.tag(words.language)
        var body = MailPart(
            "alternative", boundary: identity.messageID,
            [
                MailPart(text: renderer.text(digest), type: "text/plain; charset=utf-8", language: language),
                MailPart(text: renderer.html(digest), type: "text/html; charset=utf-8", language: language),
            ])
        if !digest.dates.isEmpty {
            let calendar = MailPart(
                text: CalendarRenderer().calendar(of: digest), type: "text/calendar; charset=utf-8; method=PUBLISH",
                fileName: "lexwatch-dates.ics")
            body = MailPart("mixed", boundary: identity.messageID, [body, calendar])
        }
        let subject = "\(Headline(digest: digest, words: words).line) · \(digest.organisation)"
        let zone = Zone(digest.recipient.timeZone)
        return header(subject, to: recipient, identity, zone, list: digest.kind.rawValue) + body.bytes
    }

    /// A message of plain text to the operator.
    ///
    /// - Parameters:
    ///   - notice: What broke, and what recovered.
    ///   - recipient: The operator.
    ///   - identity: The message's name, the earlier ones, and the date.
    /// - Returns: The message.
    public func message(for notice: OperatorNotice, to recipient: MailParty, _ identity: MailIdentity) -> [UInt8] {
        let part = MailPart(
            text: notice.text, type: "text/plain; charset=utf-8", language: Viewer.tag(Words(notice.language).language))
        let zone = Zone(notice.timeZone)
        return header("\(notice.subject) · \(settings.organisation)", to: recipient, identity, zone, list: "operator")
            + part.bytes
    }

    /// A message of plain text to the operator.
    ///
    /// - Parameters:
    ///   - subject: What it is about.
    ///   - text: What it says.
    ///   - recipient: The operator.
    ///   - identity: The message's name and date.
    /// - Returns: The message.
    public func message(
        subject: String, text: String, to recipient: MailParty, _ identity: MailIdentity
    ) -> [UInt8] {
        let part = MailPart(text: text, type: "text/plain; charset=utf-8", language: "en")
        return header(subject, to: recipient, identity, Zone("UTC"), list: "operator") + part.bytes
    }

    private func header(
        _ subject: String, to recipient: MailParty, _ identity: MailIdentity, _ zone: Zone, list: String
    ) -> [UInt8] {
        var text = "Date: \(MailDate.text(identity.date, zone))\r\n"
        text += MailHeader.party("From", settings.from) + MailHeader.party("To", recipient)
        text += MailHeader.unstructured("Subject", subject)
        if MailHeader.isMessageID(identity.messageID) { text += "Message-ID: <\(identity.messageID)>\r\n" }
        text += thread(identity.references.filter(MailHeader.isMessageID))
        text += MailHeader.folded("List-Id", ["<\(list).lexwatch.\(settings.from.domain)>"]) + unsubscribe
        text += "Auto-Submitted: auto-generated\r\nPrecedence: list\r\nMIME-Version: 1.0\r\n"
        return Array(text.utf8)
    }

    /// `In-Reply-To` the last message, `References` to the first and the nine last.
    private func thread(_ references: [String]) -> String {
        guard let first = references.first, let last = references.last else { return "" }
        let kept = references.count > 10 ? [first] + references.suffix(9) : references
        return "In-Reply-To: <\(last)>\r\n" + MailHeader.folded("References", kept.map { "<\($0)>" })
    }

    private var unsubscribe: String {
        let asked = settings.unsubscribeAddress ?? settings.from.address
        let address = MailAddress.isAddress(asked) ? asked : settings.from.address
        var ways = ["<mailto:\(address)?subject=unsubscribe>"]
        let url = Plain.link(settings.unsubscribeURL).flatMap { url in
            url.hasPrefix("https://") && url.utf8.allSatisfy { $0 < 0x7F && $0 != 0x2C } ? url : nil
        }
        guard let url else { return MailHeader.folded("List-Unsubscribe", ways) }
        ways = ["<\(url)>,"] + ways
        return MailHeader.folded("List-Unsubscribe", ways) + "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    }
}

/// Dates as RFC 5322 has them.
enum MailDate {
    static func text(_ instant: Instant, _ zone: Zone) -> String {
        let offset = zone.offset(at: instant)
        let local = instant.adding(seconds: Int64(offset))
        let (year, month, day) = local.day.parts
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let time = local.description.dropFirst(11).prefix(8)
        let minutes = abs(offset) / 60
        let zoneText = "\(offset < 0 ? "-" : "+")\(two(minutes / 60))\(two(minutes % 60))"
        return "\(days[local.day.weekday - 1]), \(two(day)) \(months[month - 1]) \(year) \(time) \(zoneText)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
