import Model
import Syndication

/// Any bytes are a moment that can be written and read again, or no date.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    let readers = [nil, DateOrder.dayFirst, .monthFirst].map { DateReader(order: $0) }
    let others = ["fa", "th", "ja", "hr"].map { DateReader().speaking($0) }
    for reader in readers + others {
        guard let instant = reader.instant(text) else { continue }
        precondition(Instant(rfc3339: instant.description) == instant, "a moment is written as it is read")
    }
    return 0
}
