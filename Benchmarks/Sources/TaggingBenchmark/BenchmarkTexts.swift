import Model
import Tagging

/// Items in the manner of feeds: mostly plain words, a term now and then.
enum BenchmarkTexts {
    /// The terms of vocabulary files, without stars and options.
    static func terms(in files: [(name: String, bytes: [UInt8])]) -> [String] {
        var seen: Set<String> = []
        for file in files {
            for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") {
                guard let first = line.utf8.first, first != 0x23, first != 0x5B, !line.hasPrefix("language:") else {
                    continue
                }
                let term = line.prefix { $0 != "|" && $0 != "*" && $0 != "#" }
                let trimmed = term.split(separator: " ").joined(separator: " ")
                if trimmed.utf8.count >= 2 { seen.insert(trimmed) }
            }
        }
        return seen.sorted()
    }

    /// So many items, the same on every run.
    static func items(_ count: Int, terms: [String]) -> [TaggedText] {
        let filler = [
            "the", "new", "committee", "of", "member", "states", "published", "its", "annual", "programme", "on",
            "transport", "infrastructure", "and", "agriculture", "für", "die", "Sitzung", "des", "Ausschusses", "über",
            "le", "marché", "intérieur", "et", "la", "santé", "关于", "加强", "农村", "公路", "建设", "的", "会议", "東京", "都市",
        ]
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: state >> 33) % bound
        }
        func text(_ words: Int) -> String {
            (0..<words).map { _ in next(12) == 0 ? terms[next(terms.count)] : filler[next(filler.count)] }
                .joined(separator: " ")
        }
        return (0..<count).map { _ in TaggedText(title: text(10), summary: text(60), language: .english) }
    }
}
