import Digests
import Foundation
import Model

/// Writes digests into a folder, each file whole or not at all.
struct DigestFolder {
    /// The folder's path.
    let path: String
    let renderer: DigestRenderer

    /// Writes a digest in every form, and renews the index.
    ///
    /// - Parameters:
    ///   - digest: The digest.
    ///   - json: The digest as it is stored.
    ///   - number: Its number in the database, which makes the files' names unique.
    ///   - day: The day on which it was composed, where the organisation is.
    /// - Returns: The files, the page first.
    /// - Throws: A problem that names the file.
    func write(_ digest: Digest, json: [UInt8], number: Int64, day: Day) throws -> [String] {
        let files = FileManager.default
        do {
            try files.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
        } catch {
            throw unwritable(path, error)
        }
        let stem = "\(day)-\(safe(digest.recipient.id))-\(number)"
        var written: [String] = []
        for form in Form.allCases {
            let file = "\(path)/\(stem).\(form.fileExtension)"
            try write(form == .json ? json : Array(try renderer.render(digest, as: form).utf8), to: file)
            written.append(file)
        }
        if !digest.dates.isEmpty {
            let file = "\(path)/\(stem).ics"
            try write(Array(CalendarRenderer().calendar(of: digest).utf8), to: file)
            written.append(file)
        }
        return written
    }

    /// Writes a feed of developments, such as `feeds/policy-genai-use.atom`.
    ///
    /// - Parameter feed: The feed.
    /// - Returns: The file's name below the folder.
    /// - Throws: A problem that names the file.
    func write(_ feed: DevelopmentFeed) throws -> String {
        let folder = "\(path)/\(Self.feeds)"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
        } catch {
            throw unwritable(folder, error)
        }
        let name = feed.id.split(separator: "/").map { safe(String($0)) }.joined(separator: "-")
        try write(Array(AtomRenderer().render(feed).utf8), to: "\(folder)/\(name).atom")
        return "\(Self.feeds)/\(name).atom"
    }

    /// The folder of feeds below that of digests.
    private static let feeds = "feeds"

    /// Takes away the feeds of topics, policies and owners that are no more.
    func keepFeeds(_ names: [String]) {
        let kept = Set(names)
        let there = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(Self.feeds)")) ?? []
        for name in there where name.hasSuffix(".atom") && !kept.contains("\(Self.feeds)/\(name)") {
            unlink("\(path)/\(Self.feeds)/\(name)")
        }
    }

    /// Digests that the index lists at most.
    private static let mostRows = 300

    /// Renews the page that lists the digests of the folder, the newest first.
    func renewIndex(organisation: String, language: Language) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let known = Set(names)
        let stems = names.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted(by: Self.isNewer)
        let rows = stems.prefix(Self.mostRows).compactMap { stem -> DigestIndex.Row? in
            guard let data = FileManager.default.contents(atPath: "\(path)/\(stem).json") else { return nil }
            let files = Form.allCases.map { ($0, "\(stem).\($0.fileExtension)") }
            let calendar = "\(stem).ics"
            return try? DigestIndex.Row(
                json: [UInt8](data), files: Dictionary(uniqueKeysWithValues: files),
                calendar: known.contains(calendar) ? calendar : nil)
        }
        let feeds = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(Self.feeds)")) ?? []
        let index = DigestIndex(
            organisation: organisation, language: language, rows: rows,
            feeds: feeds.filter { $0.hasSuffix(".atom") }.sorted().map { "\(Self.feeds)/\($0)" })
        try write(Array(renderer.html(index).utf8), to: "\(path)/index.html")
    }

    /// Whether a digest comes before another one: by day, then by number, with which both end.
    private static func isNewer(_ left: String, _ right: String) -> Bool {
        let (days, numbers) = ((left.prefix(10), right.prefix(10)), (number(left), number(right)))
        return (days.0, numbers.0, left) > (days.1, numbers.1, right)
    }

    private static func number(_ stem: String) -> Int64 { stem.split(separator: "-").last.flatMap { Int64($0) } ?? 0 }

    /// Writes beside the file, then moves into place, so that nobody reads half a file.
    private func write(_ bytes: [UInt8], to file: String) throws {
        let draft = "\(file).new"
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: draft))
            guard rename(draft, file) == 0 else { throw POSIXError(POSIXError.Code(rawValue: errno) ?? .EIO) }
        } catch {
            unlink(draft)
            throw unwritable(file, error)
        }
    }

    private func unwritable(_ file: String, _ error: any Error) -> PlainProblem {
        // Foundation wraps the system's reason into words of its own.
        let posix = error as? POSIXError ?? (error as NSError).userInfo[NSUnderlyingErrorKey] as? POSIXError
        let reason = posix.map { String(cString: strerror($0.code.rawValue)) } ?? error.localizedDescription
        return PlainProblem(
            "the digest cannot be written: \(reason)", place: file,
            remedy: "check who may write there and that the disk is not full; the digest is kept and tried again",
            exitCode: .cannotCreate)
    }

    /// Names come from the register and are well-formed; whatever is not becomes `-`.
    private func safe(_ name: String) -> String {
        ID<Owner>(name).isWellFormed
            ? name : String(decoding: name.utf8.map { (0x61...0x7A).contains($0) ? $0 : 0x2D }, as: UTF8.self)
    }
}
