import Foundation
public import Model
import Syndication
import Transport

/// Parses a document and says what was read: what `lexwatch inspect` shows.
public struct Inspector: Sendable {
    /// What came of one document.
    public struct Result: Sendable {
        /// One JSON object, without a line end.
        public let json: [UInt8]
        /// Why nothing was read; nil where something was.
        public let error: String?
        /// The exit code for that.
        public let status: ExitStatus
        /// What was read.
        fileprivate let feed: Feed?

        /// What was read, for a person; nothing where there is an error.
        public var lines: [String] { feed.map(Inspector.lines) ?? [] }
    }

    private let paths: Paths

    /// An inspector that keeps to the bounds of a configuration, where there is one.
    public init(_ paths: Paths) { self.paths = paths }

    /// The names in a list, one a line.
    ///
    /// - Throws: A ``Model/Problem`` where the list cannot be read.
    public static func list(_ file: String) throws -> [String] {
        let lines = try InputFile.bytes(file, "the list").split { $0 == 0x0A || $0 == 0x0D }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Parses a file or what an address gives.
    public func report(on document: String) async -> Result {
        let isAddress = ["http://", "https://"].contains { document.prefix($0.count).lowercased() == $0 }
        return isAddress ? await report(onAddress: document) : report(onFile: document)
    }

    private func report(onFile file: String) -> Result {
        do { return report(try InputFile.bytes(file), base: "", contentType: nil) } catch let problem as any Problem {
            return failed(problem.what, problem.exitCode)
        } catch {
            return failed("\(error)", .noInput)
        }
    }

    private func report(onAddress address: String) async -> Result {
        let policy: FetchPolicy
        do {
            policy = try bounds()
        } catch {
            let reason = (error as? any Problem).map { ($0.place.map { $0 + ": " } ?? "") + $0.what } ?? "\(error)"
            return failed("nothing was asked, as the configuration is wrong: \(reason)", .configuration)
        }
        let fetcher = Fetcher(policy, clock: .system)
        let answer = await fetcher.fetch(FetchRequest(url: address))
        guard case .body(let bytes) = answer.outcome else {
            return failed(answer.failure?.description ?? "the server sent no document", .unavailable)
        }
        return report(bytes, base: answer.finalURL, contentType: answer.contentType)
    }

    /// What the configuration allows; the usual bounds where there is none.
    private func bounds() throws -> FetchPolicy {
        guard FileManager.default.fileExists(atPath: paths.settingsFile) else { return try FetchSettings().policy() }
        return try Workspace(paths).settings().fetch.policy()
    }

    private func report(_ bytes: [UInt8], base: String, contentType: String?) -> Result {
        do {
            let dates = DateReader(namedOffset: Document.namedOffset)
            let feed = try Feed(bytes, base: base, contentType: contentType, dates: dates)
            return Result(json: InspectReport(feed).json, error: nil, status: .ok, feed: feed)
        } catch {
            return failed(error.description, .data)
        }
    }

    private func failed(_ error: String, _ status: ExitStatus) -> Result {
        Result(json: InspectReport(error: error).json, error: error, status: status, feed: nil)
    }

    private static func lines(_ feed: Feed) -> [String] {
        var lines = ["\(feed.format.rawValue): \(feed.title ?? "without a title"), \(feed.items.count) entries"]
        lines += feed.warnings.map { "warning: \($0)" }
        for item in feed.items {
            let date = (item.published ?? item.updated).map { "\($0)" } ?? "no date"
            lines.append("\(date)  \(item.title ?? item.id ?? "without a title")  \(item.link ?? "")")
        }
        return lines
    }
}
