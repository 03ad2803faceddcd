import Model

/// What comes in on one hop, bounded while it comes.
struct Intake {
    private let policy: FetchPolicy
    private let wantsDocument: Bool
    /// Whether libcurl unpacks the body.
    private let unpacks: Bool
    /// Bytes that are kept of an answer that is no document; the rest is cut off.
    private var excerpt: Int { wantsDocument ? BotWall.window : 4096 }
    private(set) var reply = Reply()
    private var headerBytes = 0
    private var hasBody = false
    private var tail = GzipTail()
    /// Why we broke off; nil while we did not.
    private(set) var breach: FetchFailure?
    /// Whether we broke off because enough was read of what is no document.
    private(set) var isCut = false

    init(policy: FetchPolicy, wantsDocument: Bool, unpacks: Bool = true) {
        self.policy = policy
        self.wantsDocument = wantsDocument
        self.unpacks = unpacks
    }

    /// Whether anything at all came.
    var isUntouched: Bool { headerBytes == 0 && !hasBody }
    /// Whether the answer claims to be compressed by gzip, so that its end can be proved.
    var isGzip: Bool { unpacks && reply.headers["content-encoding"].map { $0.lowercased() == "gzip" } ?? false }
    /// Whether the body is compressed although it was not to be. The header alone proves nothing.
    var isPacked: Bool {
        let coding = reply.headers["content-encoding"]?.lowercased() ?? ""
        guard !unpacks, ["gzip", "deflate", "br", "zstd", "compress"].contains(where: coding.hasSuffix) else {
            return false
        }
        return reply.body.prefix(512).contains { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    }

    /// Takes a line of headers; false where the transfer must end.
    mutating func take(header line: UnsafeBufferPointer<UInt8>) -> Bool {
        headerBytes += line.count
        guard headerBytes <= policy.maxHeaderBytes else {
            breach = FetchFailure(.tooLarge, "headers exceed \(PlainText.size(policy.maxHeaderBytes))")
            return false
        }
        // What follows the body are trailers, which say nothing that we ask for.
        if !hasBody { reply.take(line: line) }
        return true
    }

    /// Takes a piece of the decompressed body; false where the transfer must end.
    mutating func take(body piece: UnsafeBufferPointer<UInt8>) -> Bool {
        hasBody = true
        guard wantsDocument, (200...299).contains(reply.status) else {
            // libcurl tells where a redirect leads only when it has ended; its body is of no use.
            if (300...399).contains(reply.status), reply.headers["location"] != nil { return true }
            reply.body.append(contentsOf: piece.prefix(max(0, excerpt - reply.body.count)))
            isCut = reply.body.count >= excerpt
            return !isCut
        }
        guard reply.body.count + piece.count <= policy.maxDecompressedBytes else {
            breach = FetchFailure(.tooLarge, "body exceeds \(PlainText.size(policy.maxDecompressedBytes)) unpacked")
            reply.body = []
            return false
        }
        if reply.body.isEmpty { reply.body.reserveCapacity(expected) }
        reply.body.append(contentsOf: piece)
        return true
    }

    /// Room to make at once; what a server announces is believed up to a megabyte.
    private var expected: Int {
        min(reply.headers["content-length"].flatMap { Digits.number($0) } ?? 0, 1_000_000)
    }

    /// Looks at how much has come over the wire; false where the transfer must end.
    mutating func check(received: Int, announced: Int) -> Bool {
        guard max(received, announced) > policy.maxBytes else { return true }
        let announcement = announced > policy.maxBytes ? ": the server announces \(PlainText.size(announced))" : ""
        breach = FetchFailure(.tooLarge, "body exceeds \(PlainText.size(policy.maxBytes))\(announcement)")
        return false
    }

    /// Takes note of the body as it came over the wire.
    mutating func take(raw piece: UnsafeBufferPointer<UInt8>) { tail.take(piece) }

    /// Whether a body compressed by gzip ended before its end, which libcurl does not notice.
    var isTruncated: Bool {
        guard isGzip, !tail.isEmpty, !isCut else { return false }
        let isChunked = reply.headers["transfer-encoding"] != nil
        return tail.proves(length: reply.body.count, isChunked: isChunked) == false
    }
}

/// The last bytes of a body as it came, which in gzip hold its unpacked length (RFC 1952, 2.3.1).
struct GzipTail {
    private var bytes: [UInt8] = []
    private static let kept = 64

    var isEmpty: Bool { bytes.isEmpty }

    mutating func take(_ piece: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: piece.suffix(Self.kept))
        if bytes.count > Self.kept { bytes.removeFirst(bytes.count - Self.kept) }
    }

    /// Whether the body is whole; nil where that cannot be told.
    func proves(length: Int, isChunked: Bool) -> Bool? {
        guard isChunked else { return bytes.count < 4 ? false : Self.length(bytes.suffix(4)) == expected(length) }
        let end = Array("\r\n0\r\n\r\n".utf8)
        guard bytes.count >= end.count + 4, bytes.suffix(end.count).elementsEqual(end) else { return nil }
        let body = Array(bytes.dropLast(end.count))
        return candidates(body).contains { Self.length($0) == expected(length) }
    }

    /// The last four bytes, and the same where the last chunk is shorter than that.
    private func candidates(_ body: [UInt8]) -> [ArraySlice<UInt8>] {
        var all = [body.suffix(4)]
        for short in 1...3 {
            let frame = Array("\r\n\(short)\r\n".utf8)
            let rest = body.dropLast(short)
            guard rest.suffix(frame.count).elementsEqual(frame) else { continue }
            all.append((rest.dropLast(frame.count).suffix(4 - short) + body.suffix(short))[...])
        }
        return all
    }

    private func expected(_ length: Int) -> UInt32 { UInt32(truncatingIfNeeded: length) }

    private static func length(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
