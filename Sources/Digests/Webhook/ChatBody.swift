import Model

/// A digest in the few lines that a chat shows: the headline, each policy with its foremost developments and how many more
/// there are, and what was read.
struct ChatBody {
    let digest: Digest
    let words: Words

    init(_ digest: Digest) {
        self.digest = digest
        words = Words(digest.recipient.language)
    }

    private struct Line {
        let title: String
        /// nil where there is none, or where it would leave no room for others.
        let link: String?
        let detail: String

        init(_ title: String, link: String?, _ detail: String) {
            self.title = Plain.line(title, limit: 200)
            self.link = Plain.link(link).flatMap { $0.utf8.count <= ChatBody.longestLink ? $0 : nil }
            self.detail = Plain.line(detail, limit: 200)
        }

        /// What it takes of a message, in bytes.
        var size: Int { ChatBody.slackEscaped(title + detail).utf8.count + (link?.utf8.count ?? 0) + 16 }
    }

    /// What stands below one heading.
    private struct Section {
        let title: String
        var intro: String?
        var lines: [Line] = []
        /// What there is besides.
        var more: String?
    }

    /// Policies and tools that a message names at most, sources that it names as troubled, and bytes of a link.
    private static let (mostSections, mostTroubled, longestLink) = (40, 5, 600)
    /// Bytes of lines that one section, of 3,000 characters in Slack, and one message, of 20 kB in DingTalk, have room for.
    private static let (sectionRoom, room) = (2_300, 14_000)

    private var headline: String {
        Plain.line("\(Headline(digest: digest, words: words).line) · \(digest.organisation)")
    }

    private var sections: [Section] {
        var room = Self.room
        var sections = digest.entries.prefix(Self.mostSections).map { section($0, &room) }
        if !digest.briefing.isEmpty { sections.append(briefing(&room)) }
        let rest = digest.entries.count - Self.mostSections
        if rest > 0 { sections.append(Section(title: further(rest))) }
        return sections + [coverage]
    }

    private func section(_ entry: DigestEntry, _ room: inout Int) -> Section {
        let lines = entry.questions.map { question in
            let due = question.due.map { words("answer-by", ["date": words.day($0)]) }
            let development = question.development
            return Line(
                development.headline ?? development.title, link: development.link,
                [development.publisher, due ?? ""].filter { !$0.isEmpty }.joined(separator: " · "))
        }
        var section = Section(title: Plain.line(entry.title, limit: 100), lines: Self.fitting(lines, &room))
        let left = entry.openQuestions - section.lines.count
        let command = Plain.line(entry.command, limit: 120)
        if left > 0 { section.more = words("more-open", count: left, ["command": command]) }
        return section
    }

    private func briefing(_ room: inout Int) -> Section {
        let lines = digest.briefing.map { risk in
            Line(risk.title, link: risk.link, words("unit-stage-\(risk.stage.rawValue)"))
        }
        var section = Section(title: words("unit"), lines: Self.fitting(lines, &room))
        let left = lines.count - section.lines.count
        if left > 0 { section.more = further(left) }
        return section
    }

    /// Every digest states what was read, and what was not.
    private var coverage: Section {
        let coverage = digest.coverage
        let read = words(
            "coverage-read",
            ["read": String(coverage.read), "n": String(coverage.sources), "items": String(coverage.items)])
        let zone = Zone(digest.recipient.timeZone)
        let lines = coverage.troubled.prefix(Self.mostTroubled).map { source in
            let days = [source.since, source.until].map { $0.map { words.day(zone.day(of: $0)) } ?? "" }
            return Line(
                source.title, link: nil, words("trouble-\(source.trouble.rawValue)", ["from": days[0], "to": days[1]]))
        }
        let left = coverage.troubled.count - lines.count
        return Section(title: words("coverage"), intro: read, lines: lines, more: left > 0 ? further(left) : nil)
    }

    private func further(_ count: Int) -> String { words("further", ["n": String(count)]) }

    /// The first lines, whole, as far as there is room.
    private static func fitting(_ lines: [Line], _ room: inout Int) -> [Line] {
        var left = min(room, sectionRoom)
        let fitting = lines.prefix { line in
            left -= line.size
            return left >= 0
        }
        room -= fitting.reduce(0) { $0 + $1.size }
        return Array(fitting)
    }

    /// Blocks of mrkdwn, in which only `&`, `<` and `>` act once the text is escaped.
    var slack: JSONValue {
        let blocks = sections.map { section -> JSONValue in
            let lines = section.lines.map { line in
                let title = Self.slackEscaped(line.title)
                let linked = line.link.map { "<\(Self.slackEscaped($0))|\(title)>" } ?? title
                return "• \(linked) — \(Self.slackEscaped(line.detail))"
            }
            let notes = [section.intro, section.more].map { $0.map { [Self.slackEscaped($0)] } ?? [] }
            let text = (["*\(Self.slackEscaped(section.title))*"] + notes[0] + lines + notes[1]).joined(separator: "\n")
            return .object([
                "type": .string("section"),
                "text": .object(["type": .string("mrkdwn"), "text": .string(text)]),
            ])
        }
        let head = JSONValue.object([
            "type": .string("header"),
            "text": .object(["type": .string("plain_text"), "text": .string(String(headline.prefix(150)))]),
        ])
        return .object(["text": .string(Self.slackEscaped(headline)), "blocks": .list([head] + blocks)])
    }

    /// An adaptive card in a message, as workflows take it.
    var teams: JSONValue {
        var body: [JSONValue] = [Self.block(headline, isHead: true)]
        for section in sections {
            body.append(Self.block(section.title, isHead: true))
            if let intro = section.intro { body.append(Self.block(Escaping.markdown(intro), isHead: false)) }
            body += section.lines.map { line in
                let title = Escaping.markdown(line.title)
                return Self.block(
                    (line.link.map { "[\(title)](\(Self.parenthesised($0)))" } ?? title) + " — "
                        + Escaping.markdown(line.detail), isHead: false)
            }
            if let more = section.more { body.append(Self.block(Escaping.markdown(more), isHead: false)) }
        }
        let card = JSONValue.object([
            "$schema": .string("http://adaptivecards.io/schemas/adaptive-card.json"), "type": .string("AdaptiveCard"),
            "version": .string("1.4"), "body": .list(body),
        ])
        let attachment = JSONValue.object([
            "contentType": .string("application/vnd.microsoft.card.adaptive"), "content": card,
        ])
        return .object(["type": .string("message"), "attachments": .list([attachment])])
    }

    /// A rich text post, whose elements are text and links and never markup.
    func feishu(signedBy secret: String?, at: Instant) -> JSONValue {
        let content = sections.flatMap { section -> [JSONValue] in
            let notes = [section.intro, section.more].map { $0.map { [JSONValue.list([Self.feishuText($0)])] } ?? [] }
            return [.list([Self.feishuText(section.title)])] + notes[0]
                + section.lines.map { line in
                    let title: JSONValue =
                        line.link.map {
                            .object(["tag": .string("a"), "text": .string(line.title), "href": .string($0)])
                        } ?? Self.feishuText(line.title)
                    return .list([Self.feishuText("• "), title, Self.feishuText(" — \(line.detail)")])
                } + notes[1]
        }
        let post = JSONValue.object(["title": .string(headline), "content": .list(content)])
        var fields: [String: JSONValue] = [
            "msg_type": .string("post"),
            "content": .object(["post": .object([words.primary == "zh" ? "zh_cn" : "en_us": post])]),
        ]
        if let secret {
            // The service hashes nothing under a key made of time and secret.
            let stamp = String(at.secondsSince1970)
            let hash = HMAC.sha256(key: Array("\(stamp)\n\(secret)".utf8), message: [])
            fields["timestamp"] = .string(stamp)
            fields["sign"] = .string(Base64.text(hash))
        }
        return .object(fields)
    }

    /// Markdown with a title.
    var dingTalk: JSONValue {
        var lines = ["### \(Escaping.markdown(headline))"]
        for section in sections {
            lines.append("**\(Escaping.markdown(section.title))**")
            if let intro = section.intro { lines.append(Escaping.markdown(intro)) }
            lines += section.lines.map { line in
                let title = Escaping.markdown(line.title)
                let linked = line.link.map { "[\(title)](\(Self.parenthesised($0)))" } ?? title
                return "- \(linked) — \(Escaping.markdown(line.detail))"
            }
            if let more = section.more { lines.append(Escaping.markdown(more)) }
        }
        return .object([
            "msgtype": .string("markdown"),
            "markdown": .object([
                "title": .string(headline), "text": .string(lines.joined(separator: "\n\n")),
            ]),
        ])
    }

    private static func feishuText(_ text: String) -> JSONValue {
        .object(["tag": .string("text"), "text": .string(text)])
    }

    private static func block(_ text: String, isHead: Bool) -> JSONValue {
        var fields: [String: JSONValue] = [
            "type": .string("TextBlock"), "text": .string(isHead ? Escaping.markdown(text) : text), "wrap": .flag(true),
        ]
        if isHead { fields["weight"] = .string("Bolder") }
        return .object(fields)
    }

    private static func slackEscaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "|": result += "｜"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An address in which no parenthesis ends a link.
    private static func parenthesised(_ url: String) -> String {
        url.unicodeScalars.map { $0 == "(" || $0 == ")" ? Plain.percent($0) : String($0) }.joined()
    }
}
