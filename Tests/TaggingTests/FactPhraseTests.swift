import Model
import Testing

@testable import Tagging

@Suite("Phrases of the fact tables")
struct FactPhraseTests {
    private static let tables = """
        law,TW,zh,著作權法;經濟部
        law,CN,zh,著作权法;網信辦
        law,CN,zh,网信办
        law,US,*,=US;Copyright Office;Circ*
        law,BR,pt,publica
        place,MX,*,Mexico;México
        law,DE,de,*gericht;weist*zurück
        law,AT,de,legt*Berufung*ein
        law,GB,en,§ 5 act
        """

    private func codes(_ text: String, _ language: String) throws -> [String] {
        let reader = FactReader(tables: try FactTables(files: [(name: "law.csv", text: Self.tables)]))
        let input = FactInput(title: text, language: Language(language), authority: .vendor)
        return reader.facts(of: input).jurisdictions.map {
            "\($0.value) \($0.evidence.map(\.words).joined(separator: "|"))"
        }
    }

    @Test(
        "a phrase counts where it stands as a whole, with its capitals and accents, in its language",
        arguments: [
            ("the US and us", "en", ["US US"]), ("copyright-office", "en", ["US copyright-office"]),
            ("Copyright Offices", "en", []), ("9th Circuit", "en", ["US Circ"]), ("a consulta pública", "pt", []),
            ("Anatel publica nota", "pt", ["BR publica"]), ("ley en México", "es", ["MX México"]),
            ("law in Mexico", "en", ["MX Mexico"]), ("Anatel publica", "es", []),
            ("das Landgericht", "de", ["DE gericht"]), ("weist die Klage zurück", "de", ["DE weist die Klage zurück"]),
            ("weist ab! Er kam zurück", "de", []),
            ("legt heute Berufung beim Gericht ein", "de", ["AT legt heute Berufung beim Gericht ein"]),
            ("legt ein Wort für die Berufung nieder", "de", []), ("legt Berufung nahe! Er lud ein", "de", []),
            ("see § 5 Act", "en", ["GB § 5 Act"]),
        ])
    func counts(text: String, language: String, expected: [String]) throws {
        #expect(try codes(text, language) == expected)
    }

    @Test(
        "Chinese counts in both scripts, unless they stand for different things",
        arguments: [
            ("依著作權法", ["TW 著作權法"]), ("依著作权法", ["CN 著作权法"]), ("经济部公告", ["TW 经济部"]), ("網信辦", ["CN 網信辦"]),
            ("网信办　发布", ["CN 网信办"]),
        ])
    func scripts(text: String, expected: [String]) throws {
        #expect(try codes(text, "zh-Hans") == expected)
    }

    @Test(
        "a phrase may begin and end by any word of a list, the last one a little later in the same sentence",
        arguments: [
            ("Judge Rakoff ruled", ["US Judge Rakoff ruled"]), ("court ruled", ["US court ruled"]),
            ("The Court of Appeal has ruled", ["US Court of Appeal has ruled"]), ("the court heard", []),
            ("court! Nobody ruled", []), ("courtiers ruled", []), ("a judge unruled", []),
            ("the judge, whom nobody in the room had ever seen before, ruled", []),
            ("board of appeal", ["GB board of appeal"]),
            ("the boards found", []),
        ])
    func lists(text: String, expected: [String]) throws {
        let tables = """
            list,courts,en,court;judge
            list,decides,en,ruled;has ruled
            law,US,en,{courts}*{decides}
            list,boards,en,board
            law,GB,en,{boards} of appeal
            """
        let reader = FactReader(tables: try FactTables(files: [(name: "law.csv", text: tables)]))
        let input = FactInput(title: text, language: Language("en"), authority: .vendor)
        let found = reader.facts(of: input).jurisdictions.map {
            "\($0.value) \($0.evidence.map(\.words).joined(separator: "|"))"
        }
        #expect(found == expected)
    }

    private static func misplaced(_ phrase: String) -> String {
        "“\(phrase)”: a list in braces stands at the beginning of a phrase, or behind a * at its end"
    }

    @Test(
        "a list that cannot be read is told",
        arguments: [
            ("list,a,en,x\nlist,a,en,y", 2, "there is a list “a” already"),
            ("law,US,en,{a}*{b}", 1, "no list “a” of en stands before this line"),
            ("list,a,de,xx\nlaw,US,en,{a} y", 2, "no list “a” of en stands before this line"),
            ("list,a,en,x*", 1, "“x*”: the words of a list are whole words, without *, { and }"),
            ("list,a,en,", 1, "the list “a” has no words"),
            ("list,a,en,xx\nlaw,US,en,y {a} z", 2, misplaced("y {a} z")),
            ("list,a,en,xx\nlaw,US,en,={a}*{a}", 2, misplaced("={a}*{a}")), ("law,US,en,y*{a", 1, misplaced("y*{a")),
            ("list,a,en,xx\nlaw,US,en,y{a}", 2, "“y{a}”: a * stands before the list that ends a phrase"),
            ("law,US,en,", 1, "no phrases: write them behind the third comma, with ; between"),
            (
                "law,US,en,foo;bar,,", 1,
                "a comma ends the line, as spreadsheets write it: take the commas behind the phrases away"
            ),
        ])
    func badLists(table: String, line: Int, reason: String) {
        #expect(throws: FactTableError(file: "law.csv", line: line, reason: reason)) {
            try FactTables(files: [("law.csv", table)])
        }
    }

    @Test("a phrase that stands for the same thing twice is told, with both lines")
    func repeated() {
        let files = [
            (name: "cues.csv", text: "stage,none:3,en,shelved\n# later\nstage,pending:2,en,shelved;Shelved\n"),
            (name: "more.csv", text: "stage,none:6,de,ruht\nstage,none:6,en,dropped;shelved\n"),
        ]
        #expect(
            throws: FactTableError(
                file: "cues.csv", line: 3,
                reason: "“shelved” stands for stage,pending,en in cues.csv:3 already; take one of them out")
        ) { try FactTables(files: files) }
        #expect(
            throws: FactTableError(
                file: "more.csv", line: 2,
                reason: "“shelved” stands for stage,none,en in cues.csv:1 already; take one of them out")
        ) { try FactTables(files: [("cues.csv", "stage,none:3,en,shelved\nstage,pending:2,en,shelved\n"), files[1]]) }
    }

    @Test(
        "a line that cannot mean what it says is told",
        arguments: [
            ("matter,,en,foo", "the value is missing"), ("law,EU,xx,foo", "“xx” is no language"),
            ("law,EU,any,foo", "“any” is no language"), ("law,EU,en,\"foo", "cells are not quoted"),
        ])
    func meaningless(line: String, reason: String) throws {
        let error = try #require(throws: FactTableError.self) { try FactTables(files: [("law.csv", line)]) }
        #expect(error.line == 1 && error.reason.contains(reason), "\(error)")
    }

    @Test("a quotation mark that belongs to a phrase stays")
    func quotation() throws {
        let reader = FactReader(tables: try FactTables(files: [("cues.csv", "instrument,ruling,ko,법원 \"\n")]))
        #expect(reader.facts(of: FactInput(title: "법원 \"AI 학습은", language: Language("ko"))).instrument.value == .ruling)
    }

    @Test(
        "a code that is no jurisdiction is told, with its line",
        arguments: [
            "law,UKX,en,Zorblax Authority", "law,UK,en,Zorblax Authority", "place,DE+Germany,en,Germany",
            "claimant,,en,Acme",
        ])
    func unknownCode(line: String) throws {
        let error = try #require(throws: FactTableError.self) {
            try FactTables(files: [("law.csv", "law,EU:applied+DE,de,DSGVO\n\(line)\n")])
        }
        #expect(error.line == 2 && error.reason.contains("is no jurisdiction"), "\(error)")
    }
}
