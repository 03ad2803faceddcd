import Model

/// Turns the values of a digest into the names and leaves that templates use, in one form and one language.
struct Viewer {
    let form: Form
    let words: Words
    let zone: Zone

    /// A leaf with a value from anywhere, escaped for the form.
    func leaf(_ text: String?) -> Leaf { Leaf(renderText: form.escaped(text ?? "")) }

    /// A leaf with an address, empty where it must not become a link.
    func link(_ url: String?) -> Leaf { Leaf(renderText: Plain.link(url).map(form.escapedAddress) ?? "") }

    /// A leaf with an address that is shown itself, as the form makes a link of one.
    func url(_ url: String?) -> Leaf {
        let text = link(url).renderText
        return Leaf(renderText: form == .markdown && !text.isEmpty ? "<\(text)>" : text)
    }

    /// A leaf with a command, which no form may break or alter.
    func command(_ text: String) -> Leaf {
        switch form {
        case .html: leaf(text)
        // In a code span nothing but the backtick acts.
        case .markdown:
            Leaf(renderText: String(Plain.line(text).unicodeScalars.map { $0 == "`" ? "'" : Character($0) }))
        case .text, .json:
            Leaf(
                renderText: String(
                    String.UnicodeScalarView(
                        Plain.line(text).unicodeScalars.map { $0 == " " ? Plain.unbreakable : $0 })))
        }
    }

    /// A leaf with a day in words.
    func day(_ day: Day?) -> Leaf { leaf(day.map(words.day)) }

    /// A moment's day in words.
    func day(_ instant: Instant) -> String { words.day(zone.day(of: instant)) }

    /// Where a line begins and ends: mail readers of all ages know left and right only.
    var sides: [String: Any] {
        let sides = words.direction == "rtl" ? ("right", "left") : ("left", "right")
        return ["start": Leaf(renderText: sides.0), "end": Leaf(renderText: sides.1)]
    }

    /// A text in a language of its own: the text, the language's tag, the direction.
    func foreign(_ text: String?, _ language: Language, as name: String) -> [String: Any] {
        [
            name: leaf(text), "\(name)-lang": leaf(Viewer.tag(language)),
            "\(name)-dir": leaf(Words.direction(of: language)),
        ]
    }

    /// A language tag that may stand in an attribute; `und` where it is none.
    static func tag(_ language: Language) -> String {
        let isTag = language.rawValue.utf8.allSatisfy { byte in
            (65...90).contains(byte) || (97...122).contains(byte) || (48...57).contains(byte) || byte == 0x2D
        }
        return isTag && (2...35).contains(language.rawValue.utf8.count) ? language.rawValue : "und"
    }
}

extension Form {
    /// An address as the form may hold it; it has passed `Plain.link`.
    func escapedAddress(_ url: String) -> String {
        switch self {
        case .html: Escaping.markup(url)
        case .markdown, .text, .json: url
        }
    }
}
