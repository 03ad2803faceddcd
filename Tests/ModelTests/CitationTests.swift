import Model
import Testing

@Suite("Citations compare") struct CitationTests {
    @Test(
        "by a form in which spelling does not matter",
        arguments: [
            ("CELEX:32024R1689", "EU 2024/1689"), ("celex:62025CJ0250", "C-250/25"), ("CELEX:62019TJ0307", "T-307/19"),
            ("CELEX:32016L0680", "EU 2016/680"), ("CELEX:32003R0001", "EU 1/2003"), ("CELEX:31996L0009", "EU 96/9"),
            ("  eu   2024/1689 ", "EU 2024/1689"), ("c-250/25", "C-250/25"),
            ("CELEX:32024R1689R(01)", "CELEX:32024R1689R(01)"), ("CELEX:", "CELEX:"), ("CELEX:3", "CELEX:3"),
            ("CELEX:32024R99999999999999999999", "CELEX:32024R99999999999999999999"), ("", ""),
            ("民法典 第1032条", "民法典 第1032条"), ("CELEX:52021PC0206", "CELEX:52021PC0206"),
        ])
    func keys(citation: String, key: String) {
        #expect(Citation.key(citation) == key)
        #expect(Citation.key(key) == key)
    }

    @Test(
        "one authority is found under each of its spellings",
        arguments: [
            ("1:23-cv-11195", "23-cv-11195", true), ("1:23-cv-11195", "3:23-cv-11195", false),
            ("1:23-cv-11195", "1:23-cv-11195", true), ("23-cv-11195", "23-cr-11195", false),
            ("EU 2024/1689", "CELEX:32024R1689", true), ("EU 2019/790", "CELEX:32019L0790", true),
            ("EU 1/2003", "CELEX:32003R0001", true), ("EU 96/9", "CELEX:31996L0009", true),
            ("EU 2024/1689", "CELEX:32024R1690", false), ("C-250/25", "CELEX:62025CJ0250", true),
            ("C-131/12", "T-131/12", false), ("T-307/19", "CELEX:62019TJ0307", true),
            ("doe v acme", "doe v acme", true), ("EU 1/2", "C-1/2", false), ("C-", "EU ", false),
            ("No. 23-5233", "23-5233", false), ("S. 8420-A", "S. 8420", true), ("A. 8887-B", "A. 8887", true),
            ("S. 8420-A", "S. 8421", false), ("S. x-A", "S. x", false),
            // What a publisher states as a citation may be any text.
            ("C-9223372036854775807/25", "CELEX:62025CJ0250", false), ("EU 9223372036854775807/1", "EU 1/2", false),
            ("C--1/25", "C-1/25", false),
        ])
    func spellings(left: String, right: String, isOne: Bool) {
        for (one, other) in [(left, right), (right, left)] {
            #expect(Citation.spellings(of: one).contains(other) == isOne)
            #expect(Citation.keys(of: one).contains(Citation.key(other)) == isOne)
        }
        #expect(Citation.spellings(of: left).first == left)
    }
}
