import CLibXML2
import Glibc
import Synchronization

/// Converts bytes of one encoding to UTF-8 with the system's iconv.
struct Iconv: ~Copyable {
    private let handle: iconv_t

    /// A converter; nil where the system does not know the encoding.
    init?(from name: String) {
        guard let opened = iconv_open("UTF-8", name), opened != iconv_t(bitPattern: -1) else { return nil }
        handle = opened
    }

    deinit { iconv_close(handle) }

    /// Whether the system knows an encoding.
    ///
    /// The C library would load and unload a converter's code with each use; one handle of each of the first encodings
    /// asked for stays open.
    static func isKnown(_ name: String) -> Bool {
        kept.withLock { kept in
            if kept[name] != nil { return true }
            guard let opened = iconv_open("UTF-8", name), opened != iconv_t(bitPattern: -1) else { return false }
            if kept.count < 64 { kept[name] = Kept(handle: opened) } else { iconv_close(opened) }
            return true
        }
    }

    /// A handle that nobody uses, closed with the process.
    private struct Kept: @unchecked Sendable { let handle: iconv_t }

    private static let kept = Mutex<[String: Kept]>([:])

    /// The text in UTF-8; what cannot be read becomes U+FFFD.
    ///
    /// - Parameters:
    ///   - input: Bytes in the converter's encoding.
    ///   - faults: Counts what could not be read.
    /// - Returns: UTF-8.
    func convert(_ input: UnsafeBufferPointer<UInt8>, faults: inout Int) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(input.count + input.count / 2 + 16)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var rest = UnsafeMutablePointer<CChar>(
            mutating: UnsafeRawPointer(input.baseAddress)?.assumingMemoryBound(to: CChar.self))
        var left = input.count
        while left > 0 {
            let before = left
            let (written, status) = chunk.withUnsafeMutableBytes { raw -> (Int, Int32) in
                var out = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = raw.count
                let result = iconv(handle, &rest, &left, &out, &room)
                return (raw.count - room, result == -1 ? errno : 0)
            }
            output.append(contentsOf: chunk[..<written])
            guard status == EILSEQ || status == EINVAL || (left == before && written == 0) else { continue }
            faults += 1
            output.append(contentsOf: [0xEF, 0xBF, 0xBD])
            rest = rest?.advanced(by: 1)
            left -= 1
        }
        return output
    }
}
