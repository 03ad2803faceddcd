import Model

/// What is wrong with how a body was compressed, where libcurl does not say so.
enum Packing {
    /// The fault; nil where there is none that can be told.
    static func fault(of reply: Reply, received: Int) -> FetchFailure? {
        let coding = reply.headers["content-encoding"].map { PlainText.oneLine($0.lowercased(), limit: 40) }
        if reply.body.isEmpty {
            // What was cut off before its first block ends unpacks to nothing.
            guard received > 0, let coding, coding != "identity" else { return nil }
            return FetchFailure(
                .badEncoding, "the \(coding) stream ends before its end, after \(PlainText.size(received))")
        }
        guard let kind = marks.first(where: { reply.body.starts(with: $0.bytes) })?.kind else { return nil }
        let told = coding.map { "is \($0) as Content-Encoding says, and \(kind) in that" }
        return FetchFailure(.badEncoding, "the body \(told ?? "is \(kind), which no Content-Encoding says")")
    }

    private static let marks: [(bytes: [UInt8], kind: String)] = [
        ([0x1F, 0x8B, 0x08], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
    ]
}
