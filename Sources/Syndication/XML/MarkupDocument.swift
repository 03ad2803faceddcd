import CLibXML2

/// A document as a tree: for web pages and small XML files. Feeds are read as a stream instead.
///
/// A class, so that each node can keep the tree alive that it points into.
final class MarkupDocument {
    /// Why no tree was made.
    enum Failure: Error, Equatable {
        case empty
        case tooLarge(limit: Int)
        case malformed(line: Int, reason: String)
    }

    /// What a tree may cost.
    struct Bounds {
        var bytes = 64 << 20
        /// Steps that one XPath expression may take.
        var steps: UInt = 20_000_000
        /// Steps that all of them may take, and what the texts that they yield may cost: of items that lie in each
        /// other each has all that the inner ones have.
        var allSteps: UInt = 200_000_000
    }

    /// What the parser repaired, at most fifty.
    let warnings: [FeedWarning]
    /// Whether the parser gave up before the end, as elements are nested too deeply.
    let isCut: Bool
    private let pointer: xmlDocPtr
    private let bounds: Bounds
    /// What expressions and texts have cost so far, in steps.
    private var spent: UInt = 0
    private static let stepsOfByte: UInt = 8

    private init(pointer: xmlDocPtr, warnings: [FeedWarning], isCut: Bool, bounds: Bounds) {
        self.pointer = pointer
        self.warnings = warnings
        self.isCut = isCut
        self.bounds = bounds
    }

    deinit { xmlFreeDoc(pointer) }

    /// Reads a web page, however broken; `encoding` overrides what the page says of itself.
    static func html(_ bytes: [UInt8], encoding: String? = nil, bounds: Bounds = Bounds()) throws(Failure)
        -> MarkupDocument
    {
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        return try read(bytes, bounds, { htmlCreateMemoryParserCtxt($0, $1) }, htmlFreeParserCtxt) { context in
            htmlCtxtUseOptions(context, Int32(bitPattern: options))
            if let encoding { setEncoding(encoding, of: context) }
            _ = htmlParseDocument(context)
        }
    }

    /// Reads XML, and what can be read of broken XML.
    static func xml(_ bytes: [UInt8], bounds: Bounds = Bounds()) throws(Failure) -> MarkupDocument {
        let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        return try read(bytes, bounds, { xmlCreateMemoryParserCtxt($0, $1) }, xmlFreeParserCtxt) { context in
            xmlCtxtUseOptions(context, Int32(bitPattern: options))
            _ = xmlParseDocument(context)
        }
    }

    private static func setEncoding(_ name: String, of context: xmlParserCtxtPtr) {
        guard let handler = xmlFindCharEncodingHandler(name) else { return }
        xmlSwitchToEncoding(context, handler)
    }

    private static func read(
        _ bytes: [UInt8], _ bounds: Bounds, _ create: (UnsafePointer<CChar>?, Int32) -> xmlParserCtxtPtr?,
        _ free: (xmlParserCtxtPtr?) -> Void, _ parse: (xmlParserCtxtPtr) -> Void
    ) throws(Failure) -> MarkupDocument {
        _ = libxml2IsReady
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        guard bytes.count <= min(bounds.bytes, Int(Int32.max)) else { throw .tooLarge(limit: bounds.bytes) }
        let collector = WarningCollector()
        var isCut = false
        let tree: xmlDocPtr? = bytes.withUnsafeBytes { raw in
            guard let context = create(raw.bindMemory(to: CChar.self).baseAddress, Int32(raw.count)) else { return nil }
            defer { free(context) }
            collector.listen(to: context)
            parse(context)
            isCut = lw_was_halted(context) != 0
            return context.pointee.myDoc
        }
        guard let tree else { throw collector.failure }
        return MarkupDocument(pointer: tree, warnings: collector.warnings, isCut: isCut, bounds: bounds)
    }
}

extension MarkupDocument {
    /// The root element.
    var root: MarkupNode? { xmlDocGetRootElement(pointer).map { MarkupNode(document: self, pointer: $0) } }

    /// The nodes that an XPath expression selects, in document order; nil where the expression is wrong or too costly.
    ///
    /// - Parameters:
    ///   - expression: XPath 1.0.
    ///   - node: What relative paths start from; the document where nil.
    ///   - namespaces: The prefixes that the expression uses, with their namespaces.
    /// - Returns: Elements, attributes and texts.
    func select(_ expression: String, from node: MarkupNode? = nil, namespaces: [String: String] = [:])
        -> [MarkupNode]?
    {
        evaluate(expression, from: node, namespaces) { result in
            guard result.pointee.type == XPATH_NODESET else { return nil }
            guard let set = result.pointee.nodesetval, let table = set.pointee.nodeTab else { return [] }
            return (0..<Int(set.pointee.nodeNr)).compactMap { index in
                table[index].flatMap {
                    $0.pointee.type == XML_NAMESPACE_DECL ? nil : MarkupNode(document: self, pointer: $0)
                }
            }
        }
    }

    /// What an XPath expression says as a string: the text of its first node, or of its string, number or truth.
    func string(_ expression: String, from node: MarkupNode? = nil, namespaces: [String: String] = [:]) -> String? {
        evaluate(expression, from: node, namespaces) { result in
            xmlXPathCastToString(result).flatMap(text)
        }
    }

    /// The text of a C string, which is freed; nil where the document has yielded all that it may.
    func text(_ chars: UnsafeMutablePointer<xmlChar>) -> String? {
        defer { lw_xml_free(chars) }
        let text = String(cString: chars)
        spent += UInt(text.utf8.count) * Self.stepsOfByte
        return spent < bounds.allSteps ? text : nil
    }

    /// Whether an XPath expression takes more steps than it may, or all of them together did.
    func isTooCostly(_ expression: String, from node: MarkupNode? = nil) -> Bool {
        guard spent < bounds.allSteps else { return true }
        return withContext(at: node) { context in
            xmlXPathFreeObject(xmlXPathEvalExpression(expression, context))
            let limit = XML_XPATH_EXPRESSION_OK.rawValue + XPATH_OP_LIMIT_EXCEEDED.rawValue
            return context.pointee.lastError.code == Int32(limit)
        } ?? false
    }

    private func evaluate<Value>(
        _ expression: String, from node: MarkupNode?, _ namespaces: [String: String],
        _ use: (xmlXPathObjectPtr) -> Value?
    ) -> Value? {
        withContext(at: node) { context in
            for (prefix, uri) in namespaces { xmlXPathRegisterNs(context, prefix, uri) }
            guard let result = xmlXPathEvalExpression(expression, context) else { return nil }
            defer { xmlXPathFreeObject(result) }
            return use(result)
        }
    }

    private func withContext<Value>(at node: MarkupNode?, _ use: (xmlXPathContextPtr) -> Value?) -> Value? {
        guard spent < bounds.allSteps, let context = xmlXPathNewContext(pointer) else { return nil }
        defer {
            spent += context.pointee.opCount
            xmlXPathFreeContext(context)
        }
        context.pointee.error = { _, _ in }
        context.pointee.opLimit = min(bounds.steps, bounds.allSteps - spent)
        context.pointee.node = node?.pointer ?? UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: xmlNode.self)
        return use(context)
    }
}
