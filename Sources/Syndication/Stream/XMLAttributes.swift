import CLibXML2

/// The attributes of one start tag, read in place; valid only while its callback runs.
struct XMLAttributes {
    /// Five pointers an attribute: name, prefix, namespace, beginning and end of the value.
    private let table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let count: Int

    init(_ table: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, count: Int32) {
        self.table = table
        self.count = table == nil ? 0 : Int(count)
    }

    /// The value of the first attribute of a name, in either case.
    ///
    /// - Parameters:
    ///   - name: The local name in lower case.
    ///   - prefix: Its prefix; nil for attributes of any prefix.
    subscript(name: StaticString, prefix prefix: StaticString? = nil) -> String? {
        guard count > 0, let table else { return nil }
        for index in 0..<count where Self.matches(table[5 * index], name) {
            if let prefix, !Self.matches(table[5 * index + 1], prefix) { continue }
            return value(at: index)
        }
        return nil
    }

    /// The name as written, prefix included.
    func name(at index: Int) -> String {
        let local = string(table?[5 * index]) ?? ""
        guard let prefix = string(table?[5 * index + 1]) else { return local }
        return prefix + ":" + local
    }

    /// The value with its references resolved.
    func value(at index: Int) -> String {
        guard let start = table?[5 * index + 3], let end = table?[5 * index + 4], end >= start else { return "" }
        let raw = UnsafeBufferPointer(start: start, count: end - start)
        // libxml2 resolves all but the ampersand, for which it leaves this reference.
        guard raw.contains(0x26) else { return String(decoding: raw, as: UTF8.self) }
        return withAmpersands(raw)
    }

    private func withAmpersands(_ raw: UnsafeBufferPointer<UInt8>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(raw.count)
        var index = 0
        while index < raw.count {
            bytes.append(raw[index])
            let isReference = raw[index] == 0x26 && raw[index...].dropFirst().starts(with: "#38;".utf8)
            index += isReference ? 5 : 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func matches(_ chars: UnsafePointer<xmlChar>?, _ name: StaticString) -> Bool {
        guard let chars else { return false }
        let count = name.utf8CodeUnitCount
        for index in 0..<count where lowercased(chars[index]) != name.utf8Start[index] { return false }
        return chars[count] == 0
    }
}
