import Model
import Syndication
import Transport

/// What came of asking a source: a document, or why there is none. It knows nothing of what is stored.
struct Visit: Sendable {
    /// How asking ended.
    enum Outcome: Sendable {
        case unchanged
        case document(Document)
        case failed(FetchFailure)
        case challenged(FetchFailure)
    }

    var outcome: Outcome
    var at: Instant
    /// What the transfer was like; its body is gone.
    var answer: FetchAnswer
    /// The right to hold a large document; nil for any other.
    var pass: Lane.Pass?

    /// Why there is no document; nil where there is one or nothing changed.
    var failure: FetchFailure? {
        switch outcome {
        case .unchanged, .document: nil
        case .failed(let failure), .challenged(let failure): failure
        }
    }
}

/// Asks sources for their documents and reads them.
struct SourceReader: Sendable {
    let fetcher: Fetcher
    let robots: RobotsBook
    let clock: Clock
    private let lane = Lane()

    /// A reader.
    init(fetcher: Fetcher, robots: RobotsBook, clock: Clock) {
        self.fetcher = fetcher
        self.robots = robots
        self.clock = clock
    }

    /// Bytes from which on a document is large, and waits for its turn.
    private static let large = 1_000_000

    /// Asks a source for its document.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - address: Where to ask; the definition's address, or one of an older page.
    ///   - validators: What the server gave at the last full reading.
    ///   - pass: The right to hold a large document, where the caller has it.
    /// - Returns: How asking ended.
    func visit(
        _ source: Source, at address: String? = nil, validators: Validators?, pass: Lane.Pass? = nil
    ) async -> Visit {
        let start = clock.now
        let url = address ?? source.url
        if case .page = source.format {
            if let refusal = await robots.refusal(of: url) {
                return Visit(
                    outcome: .failed(refusal), at: start,
                    answer: FetchAnswer(.failed(refusal), finalURL: url.withoutCredentials))
            }
            await robots.waitForTurn(at: url)
        }
        var request = FetchRequest(
            url: url, validators: validators, accept: source.format.accept,
            maxBytes: pass == nil ? Self.large : nil,
            allowsFile: source.url.hasPrefix("file:") && url.hasPrefix("file:"))
        var answer = await fetcher.fetch(request)
        var pass = pass
        if request.maxBytes != nil, answer.failure?.cause == .tooLarge {
            pass = await lane.enter()
            request.maxBytes = nil
            answer = await fetcher.fetch(request)
        }
        if case .page = source.format, answer.finalURL != url, let refusal = await robots.refusal(of: answer.finalURL) {
            answer.outcome = .failed(refusal)
        }
        var visit = visit(source, answer, start)
        visit.pass = visit.failure == nil ? pass : nil
        return visit
    }

    /// A page with the entries of those after it, as many as the definition wants to be read.
    ///
    /// A page that cannot be read ends it; what was read before stays, and a warning says so.
    func furtherPages(of document: Document, _ source: Source, _ pass: inout Lane.Pass?) async -> Document {
        guard source.format.pages > 1 else { return document }
        var whole = document
        var seen: Set<String> = [source.url]
        for number in 1..<source.format.pages {
            guard let address = whole.older, seen.insert(address).inserted else { break }
            let visit = await visit(source, at: address, validators: nil, pass: pass)
            pass = visit.pass ?? pass
            guard case .document(let page) = visit.outcome else {
                whole.warnings.append("page \(number + 1) could not be read: \(visit.failure?.description ?? "")")
                whole.isTruncated = true
                break
            }
            whole.entries = Identities.merged(whole.entries, page.entries)
            whole.warnings += page.warnings
            if !page.entries.isEmpty { whole.absentFacts.removeAll { !page.absentFacts.contains($0) } }
            whole.older = page.older
        }
        return whole
    }

    private func visit(_ source: Source, _ answer: FetchAnswer, _ start: Instant) -> Visit {
        var light = answer
        light.outcome = .unchanged
        light.complaint = []
        var outcome: Visit.Outcome
        switch answer.outcome {
        case .unchanged: outcome = .unchanged
        case .failed(var failure):
            if let complaint = APIComplaint(answer.complaint, contentType: answer.contentType) {
                failure.detail += "; the API says: \(complaint.text)"
            }
            outcome = .failed(failure)
        case .challenged(let failure): outcome = .challenged(failure)
        case .body(let bytes): outcome = Self.read(bytes, of: source, answer)
        }
        if case .failed(var failure) = outcome, let target = answer.refresh {
            failure.detail += "; the server's Refresh header leads to \(target)"
            outcome = .failed(failure)
        }
        return Visit(outcome: outcome, at: start, answer: light)
    }

    private static func read(_ bytes: [UInt8], of source: Source, _ answer: FetchAnswer) -> Visit.Outcome {
        do throws(FetchFailure) {
            let document = try Document.read(
                bytes, of: source, at: answer.finalURL, contentType: answer.contentType)
            return .document(document)
        } catch {
            return error.cause == .botWall ? .challenged(error) : .failed(error)
        }
    }
}

extension Source.Format {
    /// The kind of document that is hoped for.
    var accept: FetchRequest.Accept {
        switch self {
        case .feed: .feed
        case .page: .page
        case .json: .json
        }
    }
}
