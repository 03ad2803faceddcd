import Foundation

/// Base64 (RFC 4648) as mail and webhooks carry it.
enum Base64 {
    /// Bytes in one line.
    static func text(_ bytes: some Sequence<UInt8>) -> String { Data(bytes).base64EncodedString() }

    /// Bytes in lines of 76 columns, each ended by CR LF (RFC 2045, 6.8).
    static func lines(_ bytes: [UInt8]) -> [UInt8] {
        Array(
            Data(bytes).base64EncodedData(
                options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])) + [0x0D, 0x0A]
    }
}
