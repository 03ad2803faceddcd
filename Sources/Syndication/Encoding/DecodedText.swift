/// A document as clean UTF-8, whatever it came in: no control characters, no broken sequences.
struct DecodedText {
    private(set) var bytes: [UInt8]
    /// Where the text begins, after a byte order mark.
    private(set) var start = 0
    private(set) var warnings: [FeedWarning] = []
    /// Whether it was seen already that nothing in it needs to be replaced.
    private var isClean = false
    /// Whether a converter wrote it, so that nothing in it is broken.
    private var isDecoded = false
    private let language: String?

    /// Decodes a document.
    ///
    /// - Parameters:
    ///   - raw: The document as received.
    ///   - contentType: HTTP's `Content-Type`.
    ///   - language: The language of the source, where nothing true is said of the encoding.
    init(_ raw: [UInt8], contentType: String?, language: String? = nil) {
        bytes = raw
        self.language = language
        let clues = raw.withUnsafeBufferPointer { EncodingClues($0, contentType: contentType) }
        if let name = encoding(by: clues) {
            transcode(from: name, skipping: clues.markLength)
        } else {
            start = clues.markLength
        }
        if !isClean { scrub() }
    }

    /// What to convert from; nil for UTF-8. A byte order mark outranks HTTP, which outranks the declaration.
    private mutating func encoding(by clues: EncodingClues) -> String? {
        if let width = clues.width {
            if width == EncodingClues.ebcdic { return codePage() ?? width }
            if width != "UTF-8" { return width }
            // An editor puts its mark before whatever a file holds.
            if bytes.withUnsafeBufferPointer({ UTF8Scan.isRather($0) }) { return nil }
        }
        for label in [clues.transport, clues.declared].compactMap(\.self) {
            if label == clues.transport, isOutdone(label, by: clues.declared) { continue }
            guard !EncodingName.isUTF8(label) else { break }
            guard let name = EncodingName.candidates(for: label).first(where: Self.isKnown) else {
                warnings.append(FeedWarning("the encoding \"\(PlainText.clean(label))\" is unknown"))
                continue
            }
            return settle(label, name)
        }
        isClean = bytes.withUnsafeBufferPointer { UTF8Scan.fault(in: $0, from: 0) == nil }
        let guessed = isClean ? nil : guess()
        if !isClean, guessed == nil, bytes.withUnsafeBufferPointer({ UTF8Scan.isRatherLatin($0) }) { readAsLatin() }
        if let guessed { warnings.append(FeedWarning("the document is not UTF-8, and was read as \(guessed)")) }
        return guessed
    }

    /// Reads each byte beyond ASCII as a character of windows-1252.
    private mutating func readAsLatin() {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        var count = 0
        for byte in bytes {
            guard byte >= 0x80 else {
                output.append(byte)
                continue
            }
            count += 1
            appendUTF8(Windows1252.scalar(byte), to: &output)
        }
        bytes = output
        warnings.append(FeedWarning("\(count) characters are not UTF-8 and were read as windows-1252"))
    }

    /// Whether a label is a server's usual one, which the bytes prove wrong while the document names another.
    private mutating func isOutdone(_ label: String, by declared: String?) -> Bool {
        guard let declared, !EncodingName.isUTF8(declared) else { return false }
        let isOutdone = bytes.withUnsafeBufferPointer { [language] bytes in
            if EncodingName.isASCII(label) { return UTF8Scan.firstBeyondASCII(in: bytes) != nil }
            if EncodingName.candidates(for: label).first == "CP1252" {
                return EncodingName.candidates(for: declared).first.map {
                    EncodingGuess.isUsual($0, for: bytes, language: language)
                } ?? false
            }
            return EncodingName.isUTF8(label) && !UTF8Scan.isRather(bytes)
        }
        guard isOutdone else { return false }
        warnings.append(FeedWarning("the server says \(PlainText.clean(label)), but the document is not"))
        return true
    }

    /// The code page of EBCDIC that a document declares, in characters that all of them share.
    private func codePage() -> String? {
        guard let converter = Iconv(from: EncodingClues.ebcdic) else { return nil }
        var faults = 0
        let head = bytes.prefix(256).withUnsafeBufferPointer { converter.convert($0, faults: &faults) }
        let declared = head.withUnsafeBufferPointer { EncodingClues.declaration(in: $0) }
        return declared.flatMap { EncodingName.candidates(for: $0).first(where: Self.isKnown) }
    }

    /// Corrects a declared encoding that the bytes prove wrong.
    private mutating func settle(_ label: String, _ name: String) -> String? {
        if name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") {
            // A document of wide characters has zeros; this one was recoded and kept its declaration.
            guard bytes.prefix(512).contains(0) else { return guess() }
            return name
        }
        let isLatin = name == "CP1252" && bytes.withUnsafeBufferPointer { UTF8Scan.isAllEndsOfWords($0) }
        if !isLatin, bytes.withUnsafeBufferPointer({ UTF8Scan.isMultibyte($0) }) {
            warnings.append(FeedWarning("the document says that it is \(PlainText.clean(label)), but it is UTF-8"))
            return nil
        }
        let better = bytes.withUnsafeBufferPointer { bytes -> String? in
            switch name {
            case "CP1252": EncodingGuess.instead(ofLatin: bytes, language: language)
            case "ISO-8859-2": EncodingGuess.isWindows1250(bytes) ? "CP1250" : nil
            default: nil
            }
        }
        if let better {
            warnings.append(FeedWarning("the document says \(PlainText.clean(label)), and was read as \(better)"))
        }
        return better ?? name
    }

    private func guess() -> String? {
        bytes.withUnsafeBufferPointer { EncodingGuess.name($0, language: language) }
    }

    private static func isKnown(_ name: String) -> Bool {
        name == HZ.name || MacEncoding.isKnown(name) || Iconv.isKnown(name)
    }

    private mutating func transcode(from name: String, skipping mark: Int) {
        if name == HZ.name {
            bytes = bytes.withUnsafeBufferPointer { HZ.eightBit($0) }
            return transcode(from: "GB18030", skipping: mark)
        }
        let single = bytes.withUnsafeBufferPointer {
            MacEncoding.utf8(UnsafeBufferPointer(rebasing: $0[mark...]), as: name)
        }
        if let text = single {
            bytes = text
            return
        }
        guard let (text, faults) = converted(from: name, skipping: mark) else { return }
        isDecoded = true
        // NEC's and IBM's characters, which the standard lacks.
        if faults > 0, name == "EUC-JP", let more = converted(from: "EUC-JP-MS", skipping: mark), more.faults < faults {
            bytes = more.text
            return
        }
        bytes = text
        if faults > 0 { warnings.append(FeedWarning("\(faults) characters are not \(name) and were replaced")) }
    }
}

extension DecodedText {
    private func converted(from name: String, skipping mark: Int) -> (text: [UInt8], faults: Int)? {
        guard let converter = Iconv(from: name) else { return nil }
        var faults = 0
        let text = bytes.withUnsafeBufferPointer { raw in
            converter.convert(UnsafeBufferPointer(rebasing: raw[mark...]), faults: &faults)
        }
        return (text, faults)
    }

    /// Replaces what must not stand in a document; copies it only where there is something to replace.
    private mutating func scrub() {
        let scrubbed = bytes.withUnsafeBufferPointer { source -> ([UInt8], Int, Int)? in
            let next = { [isDecoded] in
                isDecoded ? UTF8Scan.fault(inDecoded: source, from: $0) : UTF8Scan.fault(in: source, from: $0)
            }
            guard var fault = next(start) else { return nil }
            var output: [UInt8] = []
            output.reserveCapacity(source.count + source.count / 8)
            var (from, broken, controls) = (start, 0, 0)
            while true {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: source[from..<fault.index]))
                from = fault.index + fault.length
                Self.append(meaning: fault, of: source, to: &output)
                switch fault.kind {
                case .control: controls += 1
                case .pair: break
                default: broken += 1
                }
                guard let further = next(from) else { break }
                fault = further
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: source[from...]))
            return (output, broken, controls)
        }
        guard let (output, broken, controls) = scrubbed else { return }
        bytes = output
        start = 0
        if broken > 0 {
            warnings.append(FeedWarning("\(broken) characters are not UTF-8 and were read as windows-1252"))
        }
        if controls > 0 { warnings.append(FeedWarning("\(controls) control characters were removed")) }
    }

    private static func append(
        meaning fault: UTF8Scan.Fault, of source: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]
    ) {
        let byte: UInt8
        switch fault.kind {
        // Tabulators of other kinds separate words; all other controls say nothing.
        case .control: return source[fault.index] == 0x0B || source[fault.index] == 0x0C ? output.append(0x20) : ()
        case .noncharacter: return output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        case .pair:
            let bits = [1, 2, 4, 5].map { UInt32(source[fault.index + $0] & 0x3F) }
            let (high, low) = ((bits[0] & 0x0F) << 6 | bits[1], (bits[2] & 0x0F) << 6 | bits[3])
            return appendUTF8(0x10000 + high << 10 + low, to: &output)
        case .c1: byte = source[fault.index + 1]
        case .byte: byte = source[fault.index]
        }
        appendUTF8(Windows1252.scalar(byte), to: &output)
    }
}

/// Appends a scalar as UTF-8; one that is none becomes U+FFFD.
func appendUTF8(_ value: UInt32, to output: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
}
