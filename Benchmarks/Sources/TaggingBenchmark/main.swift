import Foundation
import Model
import Tagging

// TaggingBenchmark VOCABULARY-FOLDER [TOPICS]
//
// Tags 27,000 generated items with the full vocabulary on one thread, and times `grep -F -o -f terms` over the same
// bytes in the same run. TOPICS holds expressions, one a line, each of which becomes a topic.

let arguments = CommandLine.arguments
guard arguments.count >= 2 else {
    FileHandle.standardError.write(Data("usage: TaggingBenchmark VOCABULARY-FOLDER [TOPICS]\n".utf8))
    exit(64)
}
let folder = arguments[1]
let manager = FileManager.default
let files = try manager.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted().map { name in
    (name: name, bytes: [UInt8](manager.contents(atPath: "\(folder)/\(name)") ?? Data()))
}
let clock = ContinuousClock()

func milliseconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
}

func best(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs { best = min(best, milliseconds(try clock.measure(work))) }
    return best
}

var vocabulary = try Vocabulary(files: files)
let load = try best(of: 5) { vocabulary = try Vocabulary(files: files) }
print("load: \(vocabulary.termCount) terms in \(load) ms")

let terms = BenchmarkTexts.terms(in: files)
let items = BenchmarkTexts.items(27_000, terms: terms)
let bytes = items.reduce(0) { $0 + $1.title.utf8.count + $1.summary.utf8.count + 2 }
let expressions =
    arguments.count > 2
    ? String(decoding: manager.contents(atPath: arguments[2]) ?? Data(), as: UTF8.self).split(separator: "\n").map(
        String.init)
    : vocabulary.concepts.prefix(12).map { "\($0) or (\($0) near/20 ai)" }
let topics = try TopicSet(
    expressions.enumerated().map { index, text in
        TopicDefinition(id: ID("t\(index)"), titles: [:], when: [RuleText(text, file: "topics", line: index + 1)])
    }, vocabulary: vocabulary)

func report(_ name: String, _ time: Double) {
    let rate = Double(bytes) / 1e6 / (time / 1000)
    print("\(name): \(Int(time)) ms, \(Int(rate)) MB/s, \(Int(Double(items.count) / (time / 1000))) items/s")
}

var found = 0
report("automaton with folding", best(of: 3) { found = items.reduce(0) { $0 + vocabulary.countMatches(in: $1) } })
print("matches: \(found)")
let tagger = Tagger(vocabulary: vocabulary, topics: topics)
var tags = 0
report("tagging", best(of: 3) { tags = items.reduce(0) { $0 + tagger.findings(in: $1).topics.count } })
print("tags: \(tags)")

let place = manager.temporaryDirectory.appendingPathComponent(
    "lexwatch-bench-\(ProcessInfo.processInfo.processIdentifier)")
try manager.createDirectory(at: place, withIntermediateDirectories: true)
defer { try? manager.removeItem(at: place) }
let (termsFile, textFile) = (place.appendingPathComponent("terms"), place.appendingPathComponent("text"))
try Data(terms.joined(separator: "\n").utf8).write(to: termsFile)
try Data(items.map { "\($0.title)\n\($0.summary)\n" }.joined().utf8).write(to: textFile)
let grep = try best(of: 3) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "LC_ALL=C grep -F -o -f \"$1\" \"$2\" > /dev/null", "sh", termsFile.path, textFile.path]
    try process.run()
    process.waitUntilExit()
}
report("grep -F -o -f", grep)
