import Model

/// A digest in the few lines that a chat shows: the headline, then each policy with its foremost developments.
struct ChatBody {
    let digest: Digest
    let words: Words

    init(_ digest: Digest) {
        self.digest = digest
        words = Words(digest.recipient.language)
    }

    private struct Line {
        let title: String
        let link: String?
        let detail: String
    }

    private var headline: String {
        Plain.line("\(Headline(digest: digest, words: words).line) · \(digest.organisation)")
    }

    private var sections: [(title: String, lines: [Line])] {
        digest.entries.prefix(10).map { entry in
            let lines = entry.questions.prefix(3).map { question in
                let due = question.due.map { words("answer-by", ["date": words.day($0)]) } ?? ""
                let title = question.development.headline ?? question.development.title
                return Line(
                    title: Plain.line(title, limit: 200), link: Plain.link(question.development.link),
                    detail: Plain.line(
                        [question.development.publisher, due].filter { !$0.isEmpty }.joined(separator: " · ")))
            }
            return (Plain.line(entry.title, limit: 100), lines)
        } + (digest.briefing.isEmpty ? [] : [briefing])
    }

    private var briefing: (title: String, lines: [Line]) {
        let lines = digest.briefing.prefix(10).map { risk in
            Line(
                title: Plain.line(risk.title, limit: 200), link: Plain.link(risk.link),
                detail: words("unit-stage-\(risk.stage.rawValue)"))
        }
        return (words("unit"), lines)
    }

    /// Blocks of mrkdwn, in which only `&`, `<` and `>` act once the text is escaped.
    var slack: JSONValue {
        let blocks = sections.map { section -> JSONValue in
            let lines = section.lines.map { line in
                let title = Self.slackEscaped(line.title)
                let linked = line.link.map { "<\(Self.slackEscaped($0))|\(title)>" } ?? title
                return "• \(linked) — \(Self.slackEscaped(line.detail))"
            }
            let text = (["*\(Self.slackEscaped(section.title))*"] + lines).joined(separator: "\n")
            return .object([
                "type": .string("section"),
                "text": .object(["type": .string("mrkdwn"), "text": .string(String(text.prefix(3000)))]),
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
            body += section.lines.map { line in
                let title = Escaping.markdown(line.title)
                return Self.block(
                    (line.link.map { "[\(title)](\(Self.parenthesised($0)))" } ?? title) + " — "
                        + Escaping.markdown(line.detail), isHead: false)
            }
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
            [.list([Self.feishuText(section.title)])]
                + section.lines.map { line in
                    let title: JSONValue =
                        line.link.map {
                            .object(["tag": .string("a"), "text": .string(line.title), "href": .string($0)])
                        } ?? Self.feishuText(line.title)
                    return .list([Self.feishuText("• "), title, Self.feishuText(" — \(line.detail)")])
                }
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
            lines += section.lines.map { line in
                let title = Escaping.markdown(line.title)
                let linked = line.link.map { "[\(title)](\(Self.parenthesised($0)))" } ?? title
                return "- \(linked) — \(Escaping.markdown(line.detail))"
            }
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
