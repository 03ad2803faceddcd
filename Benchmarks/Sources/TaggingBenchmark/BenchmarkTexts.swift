import Foundation
import Model
import Tagging

/// Items in the manner of feeds: the titles and summaries of the evaluation set, shuffled within each language, and
/// plain words between them.
struct BenchmarkTexts {
    private struct Line: Decodable {
        var title: String
        var summary: String
        var language: String
    }

    private var lines: [Line] = []
    private var state: UInt64 = 42

    /// The texts of evaluation files.
    init(_ files: [String]) throws {
        for file in files {
            for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
                lines.append(try JSONDecoder().decode(Line.self, from: Data(line.utf8)))
            }
        }
    }

    /// The terms of vocabulary files, without stars and options.
    static func terms(in files: [String]) throws -> [String] {
        var seen: Set<String> = []
        for file in files {
            for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
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

    /// So many items, the same on every run, the languages as frequent as in the files: a third are a title and a
    /// summary, a third have plain words around the summary, and a third speak of nothing that is watched.
    mutating func items(_ count: Int) -> [(text: TaggedText, json: String)] {
        let byLanguage = Dictionary(grouping: lines, by: \.language)
        return (0..<count).map { number in
            let line = lines[next(lines.count)]
            let others = byLanguage[line.language] ?? [line]
            let summary = others[next(others.count)].summary
            let text =
                switch number % 3 {
                case 0: (line.title, summary)
                case 1: (line.title, plain(20, line.language) + " " + summary + " " + plain(20, line.language))
                default: (plain(8, line.language), plain(50, line.language))
                }
            return (
                TaggedText(title: text.0, summary: text.1, language: Language(line.language)),
                Self.json(number, text.0, text.1, line.language)
            )
        }
    }

    private static func json(_ number: Int, _ title: String, _ summary: String, _ language: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let fields = ["id": "\(number)", "title": title, "summary": summary, "language": language]
        return (try? encoder.encode(fields)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private mutating func plain(_ words: Int, _ language: String) -> String {
        let list = Self.words[String(language.prefix(2))] ?? Self.words["en"] ?? []
        let separator = ["zh", "ja"].contains(language.prefix(2)) ? "" : " "
        return (0..<words).map { _ in list[next(list.count)] }.joined(separator: separator)
    }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(truncatingIfNeeded: state >> 33) % bound
    }

    private static let words = [
        "en": "The new committee of member states on its annual programme for transport and agriculture in the year",
        "de": "Die Sitzung des neuen Ausschusses über den Haushalt für Verkehr und Landwirtschaft im nächsten Jahr",
        "fr": "Le programme annuel des transports et de la santé pour les régions avec un budget plus élevé",
        "es": "El programa anual de transporte y salud para las regiones con un presupuesto más alto en otoño",
        "it": "Il programma annuale dei trasporti e della salute per le regioni con un bilancio più alto",
        "pt": "O programa anual de transportes e de saúde para as regiões com um orçamento mais alto",
        "nl": "Het jaarlijkse programma voor vervoer en gezondheid in de regio met een hogere begroting",
        "pl": "Roczny program transportu i zdrowia dla regionów z większym budżetem na przyszły rok",
        "cs": "Roční program dopravy a zdraví pro regiony s vyšším rozpočtem na příští rok",
        "ru": "Годовая программа транспорта и здоровья для регионов с большим бюджетом на следующий год",
        "ar": "البرنامج السنوي للنقل والصحة في المناطق مع ميزانية أكبر في السنة المقبلة",
        "zh": "关于 加强 农村 公路 建设 的 会议 昨天 举行 今年 交通 预算 增加 地区 农业",
        "ja": "東京 都市 の 交通 計画 は 来年 予算 が 増える と 発表 された 地域 農業",
        "ko": "내년 교통 예산 이 늘어난다고 발표했다 지역 농업 계획 회의 가 열렸다",
    ].mapValues { $0.split(separator: " ").map(String.init) }
}
