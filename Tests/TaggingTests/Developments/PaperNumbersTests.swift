import Testing

@testable import Tagging

@Suite("Numbers of papers") struct PaperNumbersTests {
    @Test(
        "a series has its letters, a year's papers the word before; days, cases and acts have none",
        arguments: [
            ("Press release IP/26/2311 of the Commission", ["ip/26/2311"]),
            ("EDPB adopts Guidelines 07/2026 on models", ["guidelines 07/2026"]),
            ("Opinion 7/2026 and Guidelines 7/2026", ["opinion 7/2026", "guidelines 7/2026"]),
            ("on 5/3/2027, 12/2026, C-250/25, 2 O 12/2026 and Regulation (EU) 2024/1689", []),
        ])
    func named(text: String, numbers: [String]) { #expect(PaperNumbers.named(in: text) == Set(numbers)) }
}
