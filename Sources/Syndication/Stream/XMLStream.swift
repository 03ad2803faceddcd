import CLibXML2

/// Reads XML with libxml2's SAX interface, without a tree, a DTD, entities or the network.
final class XMLStream {
    /// How reading ended.
    enum Outcome: Equatable {
        case complete
        /// The root element was complete, but something comes after it.
        case trailing(line: Int, offset: Int)
        case broken(line: Int, reason: String)
    }

    /// Valid while `read` runs.
    private let handler: UnsafeMutablePointer<FeedReader>
    private var context: xmlParserCtxtPtr?
    private var depth = 0
    private var elements = 0
    /// Different names that are taken; libxml2's table of them grows slow long before it is full.
    private static let mostNames = 50_000
    private var firstError: (line: Int, code: Int32, reason: String, offset: Int)?

    private init(handler: UnsafeMutablePointer<FeedReader>) { self.handler = handler }

    /// Tells a handler what is in a document.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 that begins with the root element.
    ///   - handler: Is told elements and text.
    ///   - recovers: Whether to go on after an error.
    /// - Returns: How reading ended.
    static func read(_ bytes: UnsafeBufferPointer<UInt8>, telling handler: inout FeedReader, recovers: Bool) -> Outcome
    {
        withUnsafeMutablePointer(to: &handler) { XMLStream(handler: $0).read(bytes, recovers: recovers) }
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>, recovers: Bool) -> Outcome {
        _ = libxml2IsReady
        guard bytes.count < Int(Int32.max), let context = xmlNewParserCtxt() else {
            return .broken(line: 1, reason: "the document is too large")
        }
        defer { xmlFreeParserCtxt(context) }
        self.context = context
        connect(to: context)
        let options = XML_PARSE_NONET.rawValue | (recovers ? XML_PARSE_RECOVER.rawValue : 0)
        var rest = bytes
        // Read piece by piece, as libxml2 would otherwise copy the whole document first.
        let tree = withUnsafeMutablePointer(to: &rest) { rest in
            // Without a name of the encoding, as one would make libxml2 convert UTF-8 to UTF-8.
            xmlCtxtReadIO(context, readPiece, nil, rest, nil, nil, Int32(bitPattern: options))
        }
        xmlFreeDoc(tree)
        return outcome
    }

    private var outcome: Outcome {
        guard let firstError, !handler.pointee.isFull else { return .complete }
        if firstError.code == Int32(XML_ERR_DOCUMENT_END.rawValue), depth == 0 {
            return .trailing(line: firstError.line, offset: firstError.offset)
        }
        return .broken(line: firstError.line, reason: firstError.reason)
    }

    private func connect(to context: xmlParserCtxtPtr) {
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        guard let sax = context.pointee.sax else { return }
        sax.pointee = xmlSAXHandler()
        sax.pointee.initialized = UInt32(XML_SAX2_MAGIC)
        sax.pointee.startElementNs = { stream, local, prefix, uri, _, _, count, _, attributes in
            guard let local else { return }
            XMLStream.at(stream) {
                $0.start(XMLName(local: local, prefix: prefix, uri: uri), XMLAttributes(attributes, count: count))
            }
        }
        sax.pointee.endElementNs = { stream, _, _, _ in XMLStream.at(stream) { $0.end() } }
        sax.pointee.characters = tellCharacters
        sax.pointee.ignorableWhitespace = tellCharacters
        sax.pointee.cdataBlock = tellWholeSection
        sax.pointee.serror = { stream, error in
            guard let error else { return }
            XMLStream.at(stream) { $0.note(error.pointee) }
        }
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?, _ act: (XMLStream) -> Void) {
        guard let pointer else { return }
        Unmanaged<XMLStream>.fromOpaque(pointer)._withUnsafeGuaranteedRef(act)
    }

    fileprivate static func tell(_ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32) {
        at(pointer) { $0.handler.pointee.characters(UnsafeBufferPointer(start: text, count: Int(count))) }
    }

    fileprivate static func tellSection(
        _ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ count: Int32
    ) {
        at(pointer) { $0.checkSection(UnsafeBufferPointer(start: text, count: Int(count))) }
        tell(pointer, text, count)
    }

    /// A section that swallowed an entry is well-formed, and is broken all the same.
    private func checkSection(_ section: UnsafeBufferPointer<UInt8>) {
        guard let context, lw_recovers(context) == 0, firstError == nil, ForgottenSection.holdsEntry(section[...])
        else {
            return
        }
        firstError = (Int(xmlSAX2GetLineNumber(context)), 0, "a CDATA section holds the next entry", 0)
        xmlStopParser(context)
    }

    private func start(_ name: XMLName, _ attributes: XMLAttributes) {
        depth += 1
        handler.pointee.start(name, attributes, at: .line(context.map { Int(xmlSAX2GetLineNumber($0)) } ?? 0))
        if handler.pointee.isFull { xmlStopParser(context) }
        elements &+= 1
        if elements & 4095 == 0 { checkNames() }
    }

    private func checkNames() {
        guard let context, xmlDictSize(context.pointee.dict) > Self.mostNames, firstError == nil else { return }
        firstError = (Int(xmlSAX2GetLineNumber(context)), 0, "too many different names", 0)
        xmlStopParser(context)
    }

    private func end() {
        depth -= 1
        handler.pointee.end()
    }

    private func note(_ error: xmlError) {
        // Undeclared prefixes are no errors of XML itself, and are read by what they usually mean.
        guard error.domain != Int32(XML_FROM_NAMESPACE.rawValue), error.level != XML_ERR_WARNING, firstError == nil
        else { return }
        let message = error.message.map { PlainText.clean(String(cString: $0)) } ?? "unknown"
        firstError = (Int(error.line), error.code, message, max(0, context.map(lw_bytes_consumed) ?? 0))
        if let context, lw_recovers(context) == 0 { xmlStopParser(context) }
    }
}

private let tellCharacters: charactersSAXFunc = { XMLStream.tell($0, $1, $2) }

private let tellWholeSection: cdataBlockSAXFunc = { XMLStream.tellSection($0, $1, $2) }

private let readPiece: xmlInputReadCallback = { rest, target, size in
    guard let rest = rest?.assumingMemoryBound(to: UnsafeBufferPointer<UInt8>.self), let target else { return 0 }
    let count = min(Int(size), rest.pointee.count)
    guard count > 0, let source = rest.pointee.baseAddress else { return 0 }
    UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: count)
    rest.pointee = UnsafeBufferPointer(rebasing: rest.pointee[count...])
    return Int32(count)
}
