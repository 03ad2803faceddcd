import Model

/// One exchange to be had over HTTP: what the loop is ordered to do.
struct Exchange: Sendable {
    enum Body: Sendable {
        case none
        case post([UInt8])
    }

    var address: WebAddress
    var headers: [String]
    var body = Body.none
    /// Whether a document is wanted, and redirects to it are followed; else the answer's first bytes will do.
    var wantsDocument = true
    /// Bytes of the body where fewer are wanted than the policy allows.
    var maxBytes: Int?
}

/// How an exchange ended: the facts, which are judged elsewhere.
struct Arrival: Sendable {
    var finalURL: String
    var movedTo: String?
    var reply = Reply()
    var bytes = 0
    var milliseconds = 0
    /// Why there is no whole answer; nil where there is one.
    var failure: FetchFailure?
    /// Whether the request may have reached the server.
    var wasSent = false
}
