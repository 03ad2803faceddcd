import Model
import Syndication

/// Reads any bytes as a feed, as libFuzzer mutates them; a trap, a leak or a hang is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    // The language decides what bytes are that are no UTF-8.
    let language = ["en", "ru", "ja", "zh-Hant", "ko", "pl"][count % 6]
    guard
        let feed = try? Feed(
            bytes, base: "https://feeds.example/", contentType: "application/xml", language: language)
    else { return 0 }
    let report = InspectReport(feed).json
    precondition(String(validating: report, as: UTF8.self) != nil, "the report is UTF-8")
    for item in feed.items {
        let title = item.title ?? ""
        precondition(PlainText.clean(title) == title, "a title is plain text already")
    }
    expectAgreement(on: bytes, feed)
    return 0
}

/// libxml2 must read what the scanner reads: an instruction behind the root is one that the scanner leaves to it.
private func expectAgreement(on bytes: [UInt8], _ feed: Feed) {
    // Longer ones may have tags that are repaired first, and other encodings may not end in ASCII.
    guard feed.warnings.isEmpty, feed.format != .jsonFeed, bytes.count < 8192, !bytes.contains(0),
        String(validating: bytes, as: UTF8.self) != nil
    else { return }
    let marked = bytes + Array("<?lexwatch:end?>".utf8)
    let other = try? Feed(marked, base: "https://feeds.example/", contentType: "application/xml")
    precondition(other == feed, "scanner and libxml2 agree")
}
