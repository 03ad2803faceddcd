import Model

/// The statement of having watched: what was looked at, when, and what could not be; signed with a key of the
/// installation, so that who holds the key can show that nobody changed it.
public struct Warrant: Sendable, Equatable {
    /// The statement with its signature.
    public let text: String

    private static let mark = "Signature (HMAC-SHA256"

    /// The statement of a report, signed.
    ///
    /// - Parameters:
    ///   - report: The report of the period.
    ///   - key: The key.
    public init(_ report: ManagementReport, key: [UInt8]) {
        let statement = Warrant.statement(report)
        let signature = SHA256.hexadecimal(HMAC.sha256(key: key, message: Array(statement.utf8)))
        text = statement + "\(Warrant.mark), key \(Warrant.fingerprint(of: key))): \(signature)\n"
    }

    /// What became of a signature.
    public enum Verdict: Sendable, Equatable {
        /// It is that of the text.
        case genuine
        /// The text or the signature was changed.
        case changed
        /// Another key signed it.
        case foreignKey(String)
        /// There is no signature.
        case unsigned
    }

    /// Whether a statement is as it was signed.
    ///
    /// - Parameters:
    ///   - bytes: The statement with its signature.
    ///   - key: The key.
    /// - Returns: The verdict.
    public static func verdict(on bytes: [UInt8], key: [UInt8]) -> Verdict {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: true)
        guard let last = lines.last, last.starts(with: mark.utf8) else { return .unsigned }
        let line = String(decoding: last, as: UTF8.self)
        let own = fingerprint(of: key)
        guard line.hasPrefix("\(mark), key \(own))") else {
            let key = line.utf8.split(separator: 0x20).dropFirst(3).first.map { String(Substring($0)) } ?? ""
            return .foreignKey(String(key.prefix { $0.isHexDigit }))
        }
        let message = Array(bytes[..<last.startIndex])
        let expected = SHA256.hexadecimal(HMAC.sha256(key: key, message: message))
        return line == "\(mark), key \(own)): \(expected)" ? .genuine : .changed
    }

    /// By what people tell keys apart.
    static func fingerprint(of key: [UInt8]) -> String { SHA256.hexadecimal(SHA256.hash(of: key).prefix(8)) }

    private static func statement(_ report: ManagementReport) -> String {
        let figures = report.figures
        let items = figures.sources.reduce(0) { $0 + $1.items }
        var lines = [
            "Statement of having watched", "",
            "Organisation:  \(plain(report.organisation))", "Period:        \(report.from) to \(report.to)",
            "Made:          \(report.made)",
            "Vocabulary:    \(figures.vocabulary.isEmpty ? "–" : figures.vocabulary)",
            "Items seen:    \(items) new, of \(figures.sources.count) sources",
            "Developments:  \(figures.developments); questions put: \(report.raised), answered: \(report.answered)",
            "Audit log:     \(figures.auditHead.isEmpty ? "empty" : figures.auditHead)", "", "Sources",
        ]
        lines += figures.sources.map { source in
            "- \(source.source): read \(source.successes) of \(source.attempts) times, "
                + "last \(source.lastRead?.description ?? "never"), \(source.items) new items"
                + (source.trouble.map { "; \(plain($0))" } ?? "")
        }
        lines += ["", "Gaps"] + (figures.gaps.isEmpty ? ["- none"] : figures.gaps.map { "- \(plain($0))" }) + [""]
        return lines.map { $0 + "\n" }.joined()
    }

    /// One line, so that no source's words can look like a line of the statement.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
