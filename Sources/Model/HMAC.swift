/// A keyed hash over SHA-256 (RFC 2104).
public enum HMAC {
    /// The hash of a message under a key, 32 bytes.
    public static func sha256(key: [UInt8], message: [UInt8]) -> [UInt8] {
        let short = key.count > 64 ? SHA256.hash(of: key) : key
        let padded = short + [UInt8](repeating: 0, count: 64 - short.count)
        let inner = SHA256.hash(of: padded.map { $0 ^ 0x36 } + message)
        return SHA256.hash(of: padded.map { $0 ^ 0x5C } + inner)
    }
}
