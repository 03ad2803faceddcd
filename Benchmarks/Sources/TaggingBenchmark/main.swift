import Foundation
import Model
import Tagging
import Watch

// TaggingBenchmark DATA EVALUATION-FILE…
//
// Tags 27,000 items, made of the texts of evaluation files, with the topics, vocabulary and fact tables of the folder
// DATA on one thread, and times `grep -F -o -f terms` over the same bytes in the same rounds. All times are the
// processor's for the process; grep writes into a pipe, as it stops at its first match where it writes to /dev/null.

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    FileHandle.standardError.write(Data("usage: TaggingBenchmark DATA EVALUATION-FILE…\n".utf8))
    exit(64)
}
let vocabulary = "\(arguments[1])/vocabulary"
let manager = FileManager.default
let files = try manager.contentsOfDirectory(atPath: vocabulary).filter { $0.hasSuffix(".txt") }.sorted()
    .map { "\(vocabulary)/\($0)" }
let terms = try BenchmarkTexts.terms(in: files)
var texts = try BenchmarkTexts(Array(arguments[2...]))
let items = texts.items(27_000)

var loads: [Double] = []
var loaded: TaggingTools?
for _ in 0..<7 {
    loads.append(
        try Timing.milliseconds {
            loaded = try TaggingTools(topics: "\(arguments[1])/topics.yaml", vocabulary: vocabulary)
        })
}
guard let tools = loaded else { exit(70) }
var vocabularyLoads: [Double] = []
var alone: Vocabulary?
for _ in 0..<7 {
    vocabularyLoads.append(
        try Timing.milliseconds {
            alone = try Vocabulary(
                files: files.map { (name: $0, bytes: [UInt8](manager.contents(atPath: $0) ?? Data())) })
        })
}
guard let words = alone else { exit(70) }
let lines = LineTagger(tools)
let grep = try Grep(terms, lines: items.map { "\($0.text.title)\n\($0.text.summary)\n" })
defer { grep.remove() }

/// The milliseconds of each part in one round.
struct Round {
    var grep, automaton, tag, lines: Double
}
var rounds: [Round] = []
var (found, tags, facts) = (0, 0, 0)
for _ in 0..<5 {
    (found, tags, facts) = (0, 0, 0)
    let grepTime = try grep.run()
    let automaton = Timing.milliseconds {
        for item in items { found += words.countMatches(in: item.text) }
    }
    let tag = Timing.milliseconds {
        for item in items {
            let findings = tools.findings(in: item.text)
            tags += findings.topics.count
            facts += findings.jurisdictions.count + findings.citations.count + findings.dates.count
        }
    }
    let lineTime = try Timing.milliseconds {
        for (number, item) in items.enumerated() { _ = try lines.tag(item.json, number: number) }
    }
    rounds.append(Round(grep: grepTime, automaton: automaton, tag: tag, lines: lineTime))
}

@MainActor
func report(_ name: String, _ times: [Double], aim: String) {
    let time = Timing.median(times)
    let ratio = Timing.median(zip(rounds, times).map { $0.grep / $1 })
    let label = name.padding(toLength: 32, withPad: " ", startingAt: 0)
    print(
        label,
        String(
            format: "%7.0f ms %7.1f MB/s %7.2f us/item %6.2f x grep", time, Double(grep.bytes) / 1000 / time,
            time * 1000 / Double(items.count), ratio), aim)
}
print("\(items.count) items, \(grep.bytes) bytes, \(terms.count) terms: \(found) places, \(tags) tags, \(facts) facts")
print(String(format: "load of the vocabulary: %.1f ms (aim: under 50)", Timing.median(vocabularyLoads)))
print(String(format: "load of topics, vocabulary and tables: %.1f ms", Timing.median(loads)))
report("grep -F -o -f terms", rounds.map(\.grep), aim: "")
report("automaton, with folding", rounds.map(\.automaton), aim: "(aim: 1, better 1.9)")
report("tag: topics, facts, evidence", rounds.map(\.tag), aim: "(aim: 0.8)")
report("lexwatch tag: JSON in and out", rounds.map(\.lines), aim: "")
