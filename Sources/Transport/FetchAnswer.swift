public import Model

/// How a request ended, with what is to be recorded about it.
public struct FetchAnswer: Sendable, Equatable {
    /// How a request ended.
    public enum Outcome: Sendable, Equatable {
        /// The server said that nothing changed since the validators were obtained.
        case unchanged
        /// The document, decompressed.
        case body([UInt8])
        /// No document.
        case failed(FetchFailure)
        /// A bot wall answered instead.
        case challenged(FetchFailure)
    }

    /// How it ended.
    public var outcome: Outcome
    /// The HTTP status of the last answer; nil where none came or a file was read.
    public var status: Int?
    /// Bytes of bodies as received, before decompression, redirects included.
    public var bytes: Int
    /// Milliseconds that the transfer took, without waiting for its turn.
    public var milliseconds: Int
    /// The address that answered last, without credentials.
    public var finalURL: String
    /// Where the address moved for good: set where every redirect on the way was a 301 or 308.
    public var movedTo: String?
    /// The Content-Type as sent, for the parser's guess at the encoding.
    public var contentType: String?
    /// What to ask with the next time; to be stored with the items, never before them.
    public var validators: Validators?
    /// The moment until which the server calls the answer fresh, within the policy's bound.
    public var freshUntil: Instant?
    /// Whether the body holds only what changed (status 226): its window proves no gap.
    public var isDelta: Bool
    /// Where a `Refresh` header sends its reader on to, which only browsers follow.
    public var refresh: String?
    /// What an API said beside a status from 400 on, bounded; empty for all other answers.
    public var complaint: [UInt8] = []

    /// An answer from its parts.
    public init(
        _ outcome: Outcome, status: Int? = nil, bytes: Int = 0, milliseconds: Int = 0, finalURL: String,
        movedTo: String? = nil, contentType: String? = nil, validators: Validators? = nil, freshUntil: Instant? = nil,
        isDelta: Bool = false
    ) {
        self.outcome = outcome
        self.status = status
        self.bytes = bytes
        self.milliseconds = milliseconds
        self.finalURL = finalURL
        self.movedTo = movedTo
        self.contentType = contentType
        self.validators = validators
        self.freshUntil = freshUntil
        self.isDelta = isDelta
    }

    /// Why there is no document; nil where there is one or nothing changed.
    public var failure: FetchFailure? {
        switch outcome {
        case .unchanged, .body: nil
        case .failed(let failure), .challenged(let failure): failure
        }
    }
}
