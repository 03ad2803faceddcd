import Model
import Syndication

/// Reads any bytes as a feed, as libFuzzer mutates them; a trap, a leak or a hang is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let feed = try? Feed(bytes, base: "https://feeds.example/", contentType: "application/xml") else { return 0 }
    let report = InspectReport(feed).json
    precondition(String(validating: report, as: UTF8.self) != nil, "the report is UTF-8")
    for item in feed.items {
        let title = item.title ?? ""
        precondition(PlainText.clean(title) == title, "a title is plain text already")
    }
    return 0
}
