import Testing

@testable import Syndication

@Suite("JSON")
struct JSONReaderTests {
    @Test(
        "values",
        arguments: [
            ("null", JSONValue.null), (" true ", .bool(true)), ("-1.5e3", .number("-1.5e3")),
            ("\"a\\n\\u00e9\\/\"", .string("a\né/")),
            ("\"\\ud83d\\ude00\"", .string("😀")), ("\"\\ud83dx\"", .string("\u{FFFD}x")),
            ("\"\\udc00\"", .string("\u{FFFD}")),
            ("[]", .array([])), ("[1,]", .array([.number("1")])), ("{}", .object([:])),
            ("{\"a\": [null], \"b\": \"c\"}", .object(["a": .array([.null]), "b": .string("c")])),
            ("{\"a\": 1, \"a\": 2}", .object(["a": .number("2")])),
            ("12345678901234567890", .number("12345678901234567890")),
        ])
    func reads(text: String, value: JSONValue) throws { #expect(try JSONReader.read(Array(text.utf8)) == value) }

    @Test("faults", arguments: ["", "{", "[1", "\"a", "{1: 2}", "{\"a\" 1}", "nul", "1 2", "{\"a\":}", "[\"\\"])
    func refuses(text: String) {
        #expect(throws: JSONReader.Fault.self) { try JSONReader.read(Array(text.utf8)) }
    }
}
