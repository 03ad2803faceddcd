import Glibc

/// The names of one document, each kept once, and the namespaces that are declared where the scanner stands.
struct XMLNameTable: ~Copyable {
    /// A name as written, and its parts as C strings.
    struct Entry {
        let written: UnsafePointer<UInt8>
        let count: Int
        let local: UnsafePointer<UInt8>
        let prefix: UnsafePointer<UInt8>?
        /// Whether it declares a namespace.
        let declares: Bool
        /// Whether its prefix is one that XML reserves.
        let isReserved: Bool
    }

    private struct Binding {
        let prefix: UnsafePointer<UInt8>?
        let uri: UnsafePointer<UInt8>?
        let depth: Int
    }

    private var entries: [Entry] = []
    private var slots = [Int16](repeating: -1, count: 1024)
    private var copies: [UnsafeMutablePointer<UInt8>] = []
    /// Prefixes and namespaces, which are compared by their pointers.
    private var shared: [UnsafePointer<UInt8>] = []
    private var bindings: [Binding] = []
    private static let mostNames = 500
    private static let mostShared = 100
    /// Names that were chosen to share a place are looked at one after the other, for each tag again.
    private static let mostProbes = 64

    deinit {
        for copy in copies { copy.deallocate() }
    }

    subscript(number: Int) -> Entry { entries[number] }

    /// The number of a name; nil where it is none of the usual kind, or there are too many.
    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.slot(of: name)
        var probes = 0
        while slots[slot] >= 0 {
            probes += 1
            guard probes < Self.mostProbes else { return nil }
            let number = Int(slots[slot])
            if Self.isSame(entries[number].written, entries[number].count, name) { return number }
            slot = (slot + 1) & 1023
        }
        guard entries.count < Self.mostNames, let entry = entry(name) else { return nil }
        slots[slot] = Int16(entries.count)
        entries.append(entry)
        return entries.count - 1
    }

    /// Where a name is looked for first.
    static func slot(of name: some Collection<UInt8>) -> Int {
        var hash = UInt32(truncatingIfNeeded: name.count)
        for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int((hash ^ hash >> 15) & 1023)
    }

    static func isSame(_ text: UnsafePointer<UInt8>, _ count: Int, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count, let base = other.baseAddress else { return false }
        return memcmp(text, base, count) == 0
    }

    private mutating func entry(_ name: UnsafeBufferPointer<UInt8>) -> Entry? {
        guard !name.isEmpty, name.count <= 256 else { return nil }
        let colon = name.firstIndex(of: 0x3A)
        let start = colon.map { $0 + 1 } ?? 0
        guard Self.canBegin(name[0]), start < name.count, Self.canBegin(name[start]),
            !name[start...].contains(0x3A)
        else { return nil }
        var prefix: UnsafePointer<UInt8>?
        if let colon {
            prefix = share(UnsafeBufferPointer(rebasing: name[..<colon]))
            guard prefix != nil else { return nil }
        }
        let written = copy(name)
        let declares = strcmp(cString(prefix ?? written), "xmlns") == 0
        let isReserved = declares || (prefix.map { strcmp(cString($0), "xml") == 0 } ?? false)
        return Entry(
            written: written, count: name.count, local: written + start, prefix: prefix, declares: declares,
            isReserved: isReserved)
    }

    private func cString(_ text: UnsafePointer<UInt8>) -> UnsafePointer<CChar> {
        UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self)
    }

    private static func canBegin(_ byte: UInt8) -> Bool { isAlphanumeric(byte) && byte > 0x39 || byte == 0x5F }

    private mutating func copy(_ text: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8> {
        let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count + 1)
        for (index, byte) in text.enumerated() { copy[index] = byte }
        copy[text.count] = 0
        copies.append(copy)
        return UnsafePointer(copy)
    }

    /// The one copy of a prefix or namespace; nil where there are too many.
    private mutating func share(_ text: UnsafeBufferPointer<UInt8>) -> UnsafePointer<UInt8>? {
        for known in shared where Self.isSame(known, strlen(cString(known)), text) { return known }
        guard shared.count < Self.mostShared else { return nil }
        shared.append(copy(text))
        return shared.last
    }
}

extension XMLNameTable {
    /// Takes a declaration of a namespace; false where it is an odd one.
    mutating func declare(_ name: Int, _ uri: UnsafeBufferPointer<UInt8>, depth: Int) -> Bool {
        let entry = entries[name]
        // `xmlns:p` declares its local part, `xmlns` the default.
        let isDefault = entry.prefix == nil
        let local = UnsafeBufferPointer(start: entry.local, count: entry.count - (entry.local - entry.written))
        let prefix = isDefault ? nil : share(local)
        guard isDefault || (prefix != nil && !uri.isEmpty && !local.elementsEqual("xml".utf8)),
            !local.elementsEqual("xmlns".utf8) || isDefault, !Self.reserved.contains(where: uri.elementsEqual)
        else { return false }
        let isTwice = bindings.reversed().prefix { $0.depth == depth }.contains { $0.prefix == prefix }
        guard !isTwice, bindings.count < 200 else { return false }
        let kept = uri.isEmpty ? nil : share(uri)
        guard uri.isEmpty || kept != nil else { return false }
        bindings.append(Binding(prefix: prefix, uri: kept, depth: depth))
        return true
    }

    private static let reserved = [
        Array("http://www.w3.org/XML/1998/namespace".utf8), Array("http://www.w3.org/2000/xmlns/".utf8),
    ]

    /// Forgets what an element at a depth declared.
    mutating func leave(depth: Int) {
        while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
    }

    /// The name with its namespace, as it is where the scanner stands.
    func resolved(_ number: Int) -> XMLName {
        let entry = entries[number]
        let uri = bindings.last { $0.prefix == entry.prefix }?.uri
        return XMLName(local: entry.local, prefix: entry.prefix, uri: uri)
    }
}
