import CLibXML2

/// Gathers what libxml2 complains of while it reads one document.
final class WarningCollector {
    private(set) var warnings: [FeedWarning] = []
    private static let most = 50

    /// Takes the complaints of a context; the collector must outlive it.
    func listen(to context: xmlParserCtxtPtr) {
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.sax?.pointee.serror = { _, error in
            guard let error, let context = error.pointee.ctxt?.assumingMemoryBound(to: xmlParserCtxt.self),
                let owner = context.pointee._private
            else { return }
            Unmanaged<WarningCollector>.fromOpaque(owner).takeUnretainedValue().note(error.pointee)
        }
    }

    private func note(_ error: xmlError) {
        guard warnings.count < Self.most, let message = error.message else { return }
        let words = String(cString: message).split(whereSeparator: \.isNewline).joined(separator: " ")
        warnings.append(FeedWarning(PlainText.clean(words), line: Int(error.line)))
    }

    /// The first complaint, as the reason why there is no tree.
    var failure: MarkupDocument.Failure {
        .malformed(line: warnings.first?.line ?? 1, reason: warnings.first?.what ?? "no element was found")
    }
}
