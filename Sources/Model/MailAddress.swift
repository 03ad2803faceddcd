/// Which texts are addresses that mail can be written to: an ASCII dot-atom, `@`, and a domain (RFC 5322, 3.4.1).
public enum MailAddress {
    /// What a person is told to write.
    public static let remedy = "write name@host in ASCII, without a display name"

    /// Whether a text may stand as an address.
    public static func isAddress(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (3...254).contains(bytes.count), let sign = bytes.firstIndex(of: 0x40), sign > 0, sign <= 64 else {
            return false
        }
        return isDotAtom(bytes[..<sign]) && isDomain(bytes[(sign + 1)...])
    }

    /// Letters, digits, hyphens and dots, in labels that are not empty.
    public static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let isPlain = bytes.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E }
        return isPlain && isDotAtom(bytes) && bytes.first != 0x2D
    }

    /// Words of letters, digits and a few marks, with dots between.
    public static func isDotAtom(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty
            && bytes.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty && atom.allSatisfy { isAlphanumeric($0) || marks.contains($0) }
            }
    }

    private static let marks = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
