import Foundation
import Syndication

// ParsingBenchmark LIST
//
// Parses the feeds that LIST names, one a line, again and again on one thread: alone, and with the object that
// `inspect --json` prints; and lets `xmllint --stream` read the same files in between. Figures are processor time.

guard CommandLine.arguments.count == 2, let list = FileManager.default.contents(atPath: CommandLine.arguments[1]) else {
    FileHandle.standardError.write(Data("usage: ParsingBenchmark LIST\n".utf8))
    exit(64)
}
let files = String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init)
let documents = files.map { [UInt8](FileManager.default.contents(atPath: $0) ?? Data()) }
let bytes = documents.reduce(0) { $0 + $1.count }
/// As often as makes some fifty megabytes.
let rounds = max(1, 50_000_000 / max(1, bytes))

/// Processor time of a process and its children, in seconds.
func spent(by whom: __rusage_who) -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(whom.rawValue), &usage)
    let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// The best of five runs, in megabytes a second.
func rate(_ whom: __rusage_who, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<5 {
        let before = spent(by: whom)
        try work()
        best = min(best, spent(by: whom) - before)
    }
    return Double(bytes * rounds) / 1e6 / best
}

var entries = 0
let parsing = rate(RUSAGE_SELF) {
    for _ in 0..<rounds {
        for document in documents { entries += (try? Feed(document, base: ""))?.items.count ?? 0 }
    }
}
var written = 0
let printing = rate(RUSAGE_SELF) {
    for _ in 0..<rounds {
        for document in documents {
            if let feed = try? Feed(document, base: "") { written += InspectReport(feed).json.count }
        }
    }
}
let reading = try rate(RUSAGE_CHILDREN) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xmllint", "--stream", "--noout"] + Array(repeating: files, count: rounds).joined()
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
}
func report(_ name: String, _ rate: Double) {
    print(
        name.padding(toLength: 28, withPad: " ", startingAt: 0),
        String(format: "%6.1f MB/s  %.2f", rate, rate / reading))
}
print("\(files.count) files, \(bytes) bytes, \(rounds) times; \(entries) entries, \(written) bytes of JSON")
report("xmllint --stream", reading)
report("parsing", parsing)
report("parsing and writing JSON", printing)
