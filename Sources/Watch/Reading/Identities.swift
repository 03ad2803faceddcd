import Model

/// Gives each entry of one document the identity that will survive edits.
///
/// The ladder: the id that the source gave, else the canonical link, else a hash of what it says. An id or a link
/// that several entries of the document share proves nothing by itself and is joined with the next rung.
enum Identities {
    /// The identities of a document's entries, in order.
    static func of(_ entries: [Entry]) -> [ItemIdentity] {
        let ids = entries.map { $0.id.map(canonicalID) }
        let links = entries.map { $0.text.link.map { CanonicalLink.of($0) } }
        let idCounts = counts(ids, of: entries)
        let linkCounts = counts(links, of: entries)
        let keys = entries.indices.map { key(ids[$0], idCounts, links[$0], linkCounts, entries[$0].text) }
        let keyCounts = Set(keys).count < keys.count ? counts(keys, of: entries) : [:]
        return entries.indices.map { index in
            let text = entries[index].text
            let isShared = keyCounts[keys[index], default: 1] > 1
            return ItemIdentity(
                key: isShared ? whole(keys[index], text) : keys[index],
                link: links[index].flatMap { linkCounts[$0] == 1 ? digest(["link", $0]) : nil },
                titleKey: titleKey(text))
        }
    }

    /// The key of an entry that shares it with others of the document: joined with all else that the entry says.
    private static func whole(_ key: String, _ text: ItemText) -> String {
        let stated = text.stated.map { "\($0.kind)=\($0.value)" }
        return digest([key, text.content, text.raw] + stated.sorted() + text.categories + text.authors, kind: "whole")
    }

    /// The key of an entry where no other has its id; nil where it has none.
    static func alone(_ entry: Entry) -> String? { entry.id.map { digest(["id", canonicalID($0)]) } }

    /// The identity of an entry whose id turned out to belong to others, too: the id joined with the link.
    static func joined(_ entry: Entry) -> ItemIdentity {
        let link = entry.text.link.map { CanonicalLink.of($0) }
        return ItemIdentity(
            key: key(entry.id.map(canonicalID), [:], link, link.map { [$0: 1] } ?? [:], entry.text),
            link: link.map { digest(["link", $0]) }, titleKey: titleKey(entry.text))
    }

    /// The identity of an entry or item whose id counts places in a list: its link, else its title with the day and its
    /// words. Its key is no other's, so that it also says that the ids of its source were found to count places.
    static func placeless(_ identity: ItemIdentity, _ textHash: String) -> ItemIdentity {
        var placeless = identity
        placeless.key = digest(identity.link.map { [$0] } ?? [identity.titleKey, textHash], kind: "placeless")
        return placeless
    }

    /// What stands in the key of an item in whose place another came, between the key that the other has now and the hash
    /// of the text that was there until then.
    private static let until = " until "

    /// The identity of an item in whose place another comes.
    static func former(_ item: KnownItem, before next: ItemIdentity) -> ItemIdentity {
        var former = item.identity
        former.key = next.key + until + item.textHash
        return former
    }

    /// The key of what came in an item's place; nil where nothing did.
    static func succeeded(_ key: String) -> String? {
        key.utf8.firstIndex(of: 0x20).map { String(key[..<$0]) }
    }

    /// The entries of a document and those of an older one that it does not hold itself: of an entry that is in both the
    /// newer text counts (RFC 5005, 3). An id, or a link where there is none, proves something where its own document
    /// has it once.
    static func merged(_ newer: [Entry], _ older: [Entry]) -> [Entry] {
        let held = Set(marks(newer).compactMap(\.self))
        return newer
            + zip(older, marks(older)).compactMap { entry, mark in
                mark.map(held.contains) ?? false ? nil : entry
            }
    }

    private static func marks(_ entries: [Entry]) -> [String?] {
        let marks = entries.map { $0.id.map(canonicalID) ?? $0.text.link.map { CanonicalLink.of($0) } }
        let counts = counts(marks, of: entries)
        return marks.map { mark in mark.flatMap { counts[$0] == 1 ? $0 : nil } }
    }

    /// A hash over what an edit would change: dates that a publisher stamps anew at each build are left out, and so are
    /// counters, such as of visitors, also within the text.
    static func textHash(_ text: ItemText) -> String {
        let stated = text.stated.filter { !StatedFacts.isCounter($0) }.map { "\($0.kind)=\($0.value)" }
        let texts = [text.title, text.summary, text.content].map(RollingNumbers.removed)
        return digest(texts + stated.sorted())
    }

    private static func key(
        _ id: String?, _ idCounts: [String: Int], _ link: String?, _ linkCounts: [String: Int], _ text: ItemText
    ) -> String {
        if let id, idCounts[id] == 1 { return digest(["id", id]) }
        if let link, linkCounts[link] == 1 { return digest(["id", id ?? "", "link", link]) }
        return digest(["id", id ?? "", "link", link ?? "", text.title, text.summary, text.published?.description ?? ""])
    }

    /// Ids that are links carry session tokens as links do.
    private static func canonicalID(_ id: String) -> String {
        id.hasPrefix("http://") || id.hasPrefix("https://") ? CanonicalLink.of(id) : id
    }

    private static func titleKey(_ text: ItemText) -> String { titleKey(text.title, on: text.published) }

    /// The key of a title with the day of its publication.
    static func titleKey(_ title: String, on published: Instant?) -> String {
        digest([folded(title), published?.day.description ?? ""], kind: "title")
    }

    /// The letters and digits of a title, ASCII in lower case: what is left when an editor changes marks and spaces.
    private static func folded(_ title: String) -> String {
        var title = title
        return title.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { result in
                var (index, count) = (0, 0)
                while index < bytes.count {
                    let byte = bytes[index]
                    var kept: UInt8?
                    switch byte {
                    case 0x30...0x39, 0x61...0x7A: kept = byte
                    case 0x41...0x5A: kept = byte | 0x20
                    // U+2000 to U+206F and U+3000 to U+303F: punctuation of any script, and of East Asian ones.
                    case 0xE2 where index + 2 < bytes.count && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81):
                        index += 2
                    case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80: index += 2
                    case 0x80...: kept = byte
                    default: break
                    }
                    if let kept {
                        result[count] = kept
                        count += 1
                    }
                    index += 1
                }
                return count
            }
        }
    }

    /// How many different entries have each value: one that stands twice, as where a list moved on between two of its
    /// pages, is one.
    private static func counts(_ values: [String?], of entries: [Entry]) -> [String: Int] {
        var owners: [String: Int] = [:]
        var counts: [String: Int] = [:]
        for (index, value) in values.enumerated() {
            guard let value else { continue }
            if let owner = owners[value], entries[owner] == entries[index] { continue }
            owners[value] = owners[value] ?? index
            counts[value, default: 0] += 1
        }
        return counts
    }

    /// 128 bits of SHA-256 over length-prefixed parts, hexadecimal: enough to tell items apart, short in an index.
    private static func digest(_ parts: [String], kind: String = "") -> String {
        var bytes = Array(kind.utf8)
        bytes.reserveCapacity(parts.reduce(bytes.count) { $0 + $1.utf8.count + 8 })
        for part in parts {
            withUnsafeBytes(of: UInt64(part.utf8.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: part.utf8)
        }
        return SHA256.hexadecimal(SHA256.hash(of: bytes).prefix(16))
    }
}
