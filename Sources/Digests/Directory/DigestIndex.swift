import Foundation
public import Model

/// The page that lists the digests of a delivery directory.
public struct DigestIndex: Sendable, Equatable {
    /// One digest and its files.
    public struct Row: Sendable, Equatable {
        /// Whom it is for.
        public var recipient: String
        /// The first line.
        public var headline: String
        /// The beginning of its period.
        public var from: Day
        /// The end of its period.
        public var to: Day
        /// File names by form, relative to the page.
        public var files: [Form: String]
        /// The file name of its calendar; nil where it tells no dates.
        public var calendar: String?

        /// A row from its parts.
        public init(
            recipient: String, headline: String, from: Day, to: Day, files: [Form: String], calendar: String? = nil
        ) {
            self.recipient = recipient
            self.headline = headline
            self.from = from
            self.to = to
            self.files = files
            self.calendar = calendar
        }

        /// The row of a digest.
        ///
        /// - Parameters:
        ///   - digest: The digest.
        ///   - files: File names by form, relative to the page.
        public init(_ digest: Digest, files: [Form: String]) {
            self.init(
                Glance(
                    recipient: digest.recipient, headline: digest.headline, from: digest.from, to: digest.to), files)
        }

        /// The row of a digest that is there as JSON, of which no more is read than the row needs.
        ///
        /// - Parameters:
        ///   - json: What `Digest.json()` wrote.
        ///   - files: File names by form, relative to the page.
        ///   - calendar: The file name of its calendar; nil where it tells no dates.
        /// - Throws: Where it is no digest.
        public init(json: [UInt8], files: [Form: String], calendar: String? = nil) throws {
            self.init(try JSONDecoder().decode(Glance.self, from: Data(json)), files)
            self.calendar = calendar
        }

        private init(_ glance: Glance, _ files: [Form: String]) {
            let zone = Zone(glance.recipient.timeZone)
            self.init(
                recipient: glance.recipient.name, headline: glance.headline ?? "", from: zone.day(of: glance.from),
                to: zone.day(of: glance.to), files: files)
        }

        private struct Glance: Decodable {
            let recipient: Recipient
            let headline: String?
            let from: Instant
            let to: Instant
        }
    }

    /// Whose digests they are.
    public var organisation: String
    /// The language of the page.
    public var language: Language
    /// The digests, the newest first.
    public var rows: [Row]
    /// File names of feeds of developments, relative to the page.
    public var feeds: [String]

    /// An index from its parts.
    public init(organisation: String, language: Language = .english, rows: [Row] = [], feeds: [String] = []) {
        self.organisation = organisation
        self.language = language
        self.rows = rows
        self.feeds = feeds
    }

    func html(_ templates: Templates, noting missing: MissingNames?) -> String {
        let words = Words(language)
        let viewer = Viewer(form: .html, words: words, zone: Zone("UTC"))
        let values: [String: Any] = [
            "lang": viewer.leaf(Viewer.tag(words.language)), "dir": viewer.leaf(words.direction),
            "heading": viewer.leaf(words("index-of", ["organisation": organisation])),
            "rows": rows.map { row(viewer, $0) },
            "has-rows": !rows.isEmpty, "has-feeds": !feeds.isEmpty,
            "feeds": feeds.map { name in
                Scope(["file": viewer.leaf(Self.escapedPath(name)), "name": viewer.leaf(Self.stem(of: name))])
            },
        ]
        let scope = Scope(values.merging(viewer.sides) { $1 }) { name in
            if name.hasPrefix("t-"), let text = words.text(String(name.dropFirst(2))) { return viewer.leaf(text) }
            missing?.note(name)
            return nil
        }
        return templates.render(scope, "index", as: .html) ?? ""
    }

    private func row(_ viewer: Viewer, _ row: Row) -> Scope {
        let named = Form.allCases.compactMap { form in row.files[form].map { ($0, form.fileExtension) } }
        let files = (named + (row.calendar.map { [($0, "ics")] } ?? [])).map { name, form in
            Scope(["file": viewer.leaf(Self.escapedPath(name)), "form": viewer.leaf(form)])
        }
        return Scope([
            "recipient": viewer.leaf(row.recipient), "headline": viewer.leaf(row.headline),
            "period": viewer.leaf(viewer.words.period(row.from, row.to)), "files": files,
        ])
    }

    /// `policy-genai-use` of `feeds/policy-genai-use.atom`.
    private static func stem(of name: String) -> String {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        return file.hasSuffix(".atom") ? String(file.dropLast(5)) : file
    }

    /// A file name as a relative address that cannot name a scheme or another host.
    private static func escapedPath(_ name: String) -> String {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".unicodeScalars)
        return "./" + name.unicodeScalars.map { plain.contains($0) ? String($0) : Plain.percent($0) }.joined()
    }
}
