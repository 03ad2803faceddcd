import Model
import Syndication

/// Any bytes are a moment that can be written and read again, or no date.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    for order in [nil, DateOrder.dayFirst, .monthFirst] {
        guard let instant = DateReader(order: order).instant(utf8: bytes) else { continue }
        precondition(Instant(rfc3339: instant.description) == instant)
    }
    return 0
}
