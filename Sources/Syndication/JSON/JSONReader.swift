/// Reads JSON (RFC 8259) out of UTF-8; nesting is bounded, and lone surrogates become U+FFFD.
package struct JSONReader {
    /// Why a text is no JSON, and where.
    package struct Fault: Error, Equatable {
        let line: Int
        let reason: String
        /// The bound that the nesting went beyond.
        var deepest: Int?
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index: Int
    private var depth = 0
    /// Whether what is whole counts where the text ends too early, and whether it did.
    private let isLenient: Bool
    private var isCut = false
    private static let deepest = 256
    /// Elements of one array that are kept.
    static let most = FeedReader.Bounds().items + 1

    private init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLenient: Bool = false) {
        self.bytes = bytes
        index = start
        self.isLenient = isLenient
    }

    /// The value that a document holds.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - start: Where the text begins.
    /// - Returns: The one value.
    /// - Throws: Where and why the text is no JSON.
    package static func read(_ bytes: [UInt8], from start: Int = 0) throws(Fault) -> JSONValue {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, Fault> in
            var reader = JSONReader(buffer, from: start)
            do throws(Fault) {
                let value = try reader.value()
                reader.skipSpace()
                guard reader.index == buffer.count else { throw reader.fault("something follows the value") }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// What a document of the web holds: its value, and what is wrong with it all the same.
    struct Found {
        var value: JSONValue
        /// Whether the text ended within the value, whose whole elements count.
        var isTruncated = false
        /// Whether something stands around the value: the comment of a cache, a call.
        var isFollowed = false

        /// What is to be told of it.
        var warnings: [FeedWarning] {
            (isTruncated ? [FeedWarning("the document ends too early")] : [])
                + (isFollowed ? [FeedWarning("something that is no JSON stands around the value")] : [])
        }
    }

    /// The value at the beginning of a document that may have been broken off, or have something behind it that is no JSON.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - start: Where the text begins.
    /// - Returns: The value.
    /// - Throws: Where and why the text is no JSON.
    static func found(in bytes: [UInt8], from start: Int) throws(Fault) -> Found {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<Found, Fault> in
            var reader = JSONReader(buffer, from: start, isLenient: true)
            do throws(Fault) {
                let value = try reader.value()
                reader.skipSpace()
                // More of the same is another format: a value a line.
                if reader.index < buffer.count, "{[\",".utf8.contains(buffer[reader.index]) {
                    throw reader.fault("something follows the value")
                }
                return .success(
                    Found(value: value, isTruncated: reader.isCut, isFollowed: reader.index < buffer.count))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func fault(_ reason: String) -> Fault {
        Fault(line: bytes.prefix(index).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }, reason: reason)
    }

    private mutating func skipSpace() {
        while index < bytes.count, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) { index += 1 }
    }

    private mutating func value() throws(Fault) -> JSONValue {
        skipSpace()
        guard index < bytes.count else { throw fault("the text ends too early") }
        switch bytes[index] {
        case 0x7B: return try nested { reader throws(Fault) in try reader.object() }
        case 0x5B: return try nested { reader throws(Fault) in try reader.array() }
        case 0x22: return .string(try string())
        case 0x2D where ByteScan(bytes).has("-Infinity", at: index): return advance(9, .null)
        case 0x2D, 0x30...0x39: return number()
        default: return try word()
        }
    }

    private mutating func nested(_ read: (inout JSONReader) throws(Fault) -> JSONValue) throws(Fault) -> JSONValue {
        guard depth < Self.deepest else {
            var fault = fault("values are nested too deeply")
            fault.deepest = Self.deepest
            throw fault
        }
        depth += 1
        index += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    /// Moves past a comma, or past the closing bracket; true at the end. A comma too many is forgiven.
    private mutating func ends(with bracket: UInt8) throws(Fault) -> Bool {
        skipSpace()
        if index < bytes.count, bytes[index] == 0x2C {
            index += 1
            skipSpace()
        }
        guard index < bytes.count else {
            guard isLenient else { throw fault("the text ends too early") }
            isCut = true
            return true
        }
        guard bytes[index] == bracket else { return false }
        index += 1
        return true
    }

    /// The next value within another; nil where the text ends in it, and what is whole counts.
    private mutating func part() throws(Fault) -> JSONValue? {
        do throws(Fault) { return try value() } catch {
            guard isLenient, index >= bytes.count, error.deepest == nil else { throw error }
            isCut = true
            return nil
        }
    }

    private mutating func array() throws(Fault) -> JSONValue {
        var elements: [JSONValue] = []
        while try !ends(with: 0x5D) {
            let element = try part()
            // An element that broke off waits for the next reading.
            guard let element, !isCut else { break }
            if elements.count < Self.most { elements.append(element) }
        }
        return .array(elements)
    }

    private mutating func object() throws(Fault) -> JSONValue {
        var members: [String: JSONValue] = [:]
        while try !ends(with: 0x7D) {
            guard bytes[index] == 0x22 else { throw fault("a key is expected") }
            guard let key = try part()?.string else { break }
            skipSpace()
            guard index < bytes.count, bytes[index] == 0x3A else {
                guard isLenient, index >= bytes.count else { throw fault("a colon is expected") }
                isCut = true
                break
            }
            index += 1
            guard let member = try part() else { break }
            members[key] = member
        }
        return .object(members)
    }

    private mutating func number() -> JSONValue {
        let start = index
        while index < bytes.count, isAlphanumeric(bytes[index]) || [0x2B, 0x2D, 0x2E].contains(bytes[index]) {
            index += 1
        }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func word() throws(Fault) -> JSONValue {
        let scan = ByteScan(bytes)
        if scan.has("true", at: index) { return advance(4, .bool(true)) }
        if scan.has("false", at: index) { return advance(5, .bool(false)) }
        if scan.has("null", at: index) { return advance(4, .null) }
        // What Python and R write for numbers that are none.
        if scan.has("NaN", at: index) { return advance(3, .null) }
        if scan.has("Infinity", at: index) { return advance(8, .null) }
        throw fault("a value is expected")
    }

    private mutating func advance(_ count: Int, _ value: JSONValue) -> JSONValue {
        index += count
        return value
    }
}

extension JSONReader {
    private mutating func string() throws(Fault) -> String {
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
        guard index < bytes.count else { throw fault("a string does not end") }
        if bytes[index] == 0x22 {
            index += 1
            return String(decoding: bytes[start..<index - 1], as: UTF8.self)
        }
        return try escapedString(from: start)
    }

    private mutating func escapedString(from start: Int) throws(Fault) -> String {
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case 0x22: return String(decoding: text, as: UTF8.self)
            case 0x5C: try appendEscape(to: &text)
            default: text.append(byte)
            }
        }
        throw fault("a string does not end")
    }

    private mutating func appendEscape(to text: inout [UInt8]) throws(Fault) {
        guard index < bytes.count else { throw fault("a string does not end") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case 0x62, 0x66: break
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75: appendUTF8(scalar(), to: &text)
        default: text.append(byte)
        }
    }

    /// The scalar of `\uXXXX`, or of a pair of them; a surrogate without its other half is replaced.
    private mutating func scalar() -> UInt32 {
        guard let first = unit() else { return 0xFFFD }
        // Controls are left out of text of any origin; U+FFFD shows where one was.
        guard first >= 0x20 || first == 0x09 || first == 0x0A || first == 0x0D else { return 0xFFFD }
        guard (0xD800...0xDBFF).contains(first) else { return first }
        guard index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else { return 0xFFFD }
        let before = index
        index += 2
        guard let second = unit(), (0xDC00...0xDFFF).contains(second) else {
            index = before
            return 0xFFFD
        }
        return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }

    private mutating func unit() -> UInt32? {
        guard index + 4 <= bytes.count,
            let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { return nil }
        index += 4
        return unit
    }
}
