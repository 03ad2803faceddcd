import Model
import Testing

@testable import Tagging

@Suite("Numbers of cases and acts in lists and in other writings") struct ListedNumberTests {
    private func citations(_ text: String) -> [String] { CitationScanner.citations(in: text).map(\.value) }

    @Test(
        "numbers that leave out what the first of a list tells are read with it",
        arguments: [
            (
                "（2025）沪73民终123、124、125号",
                ["(2025)沪73民终123号", "(2025)沪73民终124号", "(2025)沪73民终125号"]
            ),
            ("(2023)京0491民初11279、11280号", ["(2023)京0491民初11279号", "(2023)京0491民初11280号"]),
            ("(2023)京0491民初11279号、11280号", ["(2023)京0491民初11279号", "(2023)京0491民初11280号"]),
            ("Joined Cases C-682 and C-683/18: AI", ["C-682/18", "C-683/18"]),
            ("Cases C-249/25 and 250/25", ["C-249/25", "C-250/25"]),
            (
                "Regulations (EU) 2016/679, 2022/2065 and 2023/2854.",
                ["EU 2016/679", "EU 2022/2065", "EU 2023/2854"]
            ),
            ("2022구합89524·89525 판결", ["2022구합89524", "2022구합89525"]),
            ("令和5年(ワ)第70001号・第70002号", ["令和5年(ワ)第70001号", "令和5年(ワ)第70002号"]),
            ("Cases C-250 and 251/25", ["C-250/25", "C-251/25"]),
            ("Cases C-250, 251 and 252/25", ["C-250/25", "C-251/25", "C-252/25"]),
            ("Regulations 2016/679 and 2024/1689", ["EU 2016/679", "EU 2024/1689"]),
            ("In 2025 ONSC 2766 and 2965 the court", ["2025 ONSC 2766", "2025 ONSC 2965"]),
            (
                "See [2025] EWHC 2863 (Ch) and 2900 (Ch), [2024] EWCA Civ 12 and 15.",
                [
                    "[2025] EWHC 2863 (Ch)", "[2025] EWHC 2900 (Ch)", "[2024] EWCA Civ 12", "[2024] EWCA Civ 15",
                ]
            ),
            ("California's AB 412, 853 and 2013 were signed", ["AB 412", "AB 853", "AB 2013"]),
            ("BGH, Urteile vom 5.11.2025 – I ZR 12/24 und 13/24", ["I ZR 12/24", "I ZR 13/24"]),
            ("STS 123/2025 y 124/2025", ["STS 123/2025", "STS 124/2025"]),
            ("CE, 5 nov. 2025, nos 478123 et 478124", ["n° 478123", "n° 478124"]),
        ])
    func lists(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "what only follows a number is no further one",
        arguments: [
            ("Regulation (EU) 2024/1689, 2025/26 and 2025/2026 budgets", ["EU 2024/1689"]),
            ("C-250/25, 12/24 of the list", ["C-250/25"]), ("2022다1234, 2023다456", ["2022다1234", "2023다456"]),
            ("vitamins C-12 and C-14", []), ("California's AB 412 and 30 other bills", ["AB 412"]),
            ("AB 412, 2025 in review", ["AB 412"]), ("2025 ONSC 2766 and 12 exhibits", ["2025 ONSC 2766"]),
            ("[2025] EWHC 2863 (Ch) and 2900 pages", ["[2025] EWHC 2863 (Ch)"]),
            ("I ZR 12/24 und 310 O 227/23", ["I ZR 12/24", "310 O 227/23"]), ("（2025）沪73民终123、人工智能", []),
        ] as [(String, [String])])
    func others(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "Chinese numbers in traditional characters are those of the courts",
        arguments: [
            ("（2023）京0491民初11279號", "(2023)京0491民初11279号"), ("（2024）粵0192民初113號", "(2024)粤0192民初113号"),
            ("（2025）滬73民終12號", "(2025)沪73民终12号"),
        ])
    func traditional(text: String, expected: String) { #expect(citations(text) == [expected]) }

    @Test(
        "Japanese numbers as the courts' register writes them",
        arguments: [
            ("令和5(行ウ)5001 ダバス", ["令和5年(行ウ)第5001号"]), ("令和5年(行ウ)5001号", ["令和5年(行ウ)第5001号"]),
            ("令5（行ウ）5001", ["令和5年(行ウ)第5001号"]), ("平30(受)1412", ["平成30年(受)第1412号"]),
            ("令和元年(ネ)第12号", ["令和元年(ネ)第12号"]), ("令和5(経過)12", []), ("令和5(ワ)12-3", []),
        ] as [(String, [String])])
    func japanese(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "German files whose chamber has more than a number",
        arguments: [
            ("LG Frankfurt, 2/3 O 12/26", ["2-03 O 12/26"]), ("LG Frankfurt, 2/03 O 12/26", ["2-03 O 12/26"]),
            ("LG Frankfurt, 2-3 O 12/26", ["2-03 O 12/26"]), ("LG Frankfurt, 2-03 O 12/26", ["2-03 O 12/26"]),
            ("LG Düsseldorf, 14c O 77/26", ["14c O 77/26"]), ("BVerwG, Urteil vom 5. Mai, 6 C 8.25", ["6 C 8.25"]),
            ("in 12/3 O 12/26", []), ("at 6 C 8.25", []), ("5/3 C 12/26", []),
        ] as [(String, [String])])
    func german(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "a docket in which a scanner took figures for letters is that docket, and never another",
        arguments: [
            ("Case 3:24-cv-054l7-WHA", ["3:24-cv-05417"]), ("3:24-cv-O5417", []), ("3:24-cv-054x7", []),
            ("1:24-cv-O54l7", []), ("24-cv-05417WHA", ["24-cv-05417"]),
        ] as [(String, [String])])
    func scanned(text: String, expected: [String]) { #expect(citations(text) == expected) }

    @Test(
        "the consolidated text of an act is the act",
        arguments: [
            ("CELEX 02024R1689-20261120: consolidated", ["CELEX:32024R1689"]), ("call 02024R1689 now", []),
        ] as [(String, [String])])
    func consolidated(text: String, expected: [String]) { #expect(citations(text) == expected) }
}
