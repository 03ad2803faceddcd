import Foundation
import Logging
import Model
import Testing

@testable import lexwatch

@Suite("Logs") struct LogTests {
    @Test(
        "neither addresses nor secrets are logged",
        arguments: [
            ("not delivered: counsel@example.org: refused", "not delivered: …@…: refused"),
            ("<a.b+c@mail.example.org>: 550", "<…@…>: 550"),
            ("https://user:pass@host.example/x", "https://…@…/x"),
            ("https://h.example/hook?access_token=abc123&x=1", "https://h.example/hook?access_token=…&x=1"),
            ("sign=Zm9v&timestamp=5", "sign=…&timestamp=5"), ("3 @ noon", "3 @ noon"), ("a=b", "a=b"),
        ])
    func redaction(text: String, expected: String) { #expect(Redaction.of(text) == expected) }

    @Test("a line has the journal's priority, or is one object of JSON")
    func forms() throws {
        let now = try #require(Instant(rfc3339: "2026-11-23T10:00:00Z"))
        #expect(LineLog.line(.warning, "it \"broke\"", form: .journal, at: now) == "<4>it \"broke\"")
        #expect(LineLog.line(.info, "done", form: .text, at: now) == "2026-11-23T10:00:00Z info: done")
        let line = LineLog.line(.error, "it \"broke\" \\", form: .json, at: now)
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
        #expect(object?["message"] == "it \"broke\" \\")
        #expect(object?["level"] == "error")
    }

    @Test(
        "what cannot be delivered is logged without the address and the password",
        arguments: ["text", "json", "journal"])
    func undelivered(form: String) throws {
        let program = try Program.installed(
            extra: """
                delivery:
                  smtp: {url: 'smtp://127.0.0.1:1', from: 'l <watch@example.org>', security: none, username: watch,
                         password-file: smtp}
                  webhooks: [{name: chat, url: 'http://127.0.0.1:1/hook?access_token=sesame'}]

                """)
        try program.write("sesame\n", to: "smtp")
        let result = try program.run("run", "--log-format", form)
        #expect(result.errors.contains("not delivered: …@…: connect"), "\(result.errors)")
        #expect(result.errors.contains("not delivered: chat"), "\(result.errors)")
        for word in ["counsel@", "watch@", "sesame"] { #expect(!result.errors.contains(word), "\(result.errors)") }
    }

    @Test("a run that logs says in one line what happened, and prints nothing else")
    func oneLine() throws {
        let program = try Program.installed()
        let result = try program.run("run", "--log-format", "json")
        #expect(result.output.isEmpty)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 1)
        #expect(result.errors.contains("1 of 1 sources read, 0 not due; 2 new items"), "\(result.errors)")
        #expect(try program.run("run").errors.isEmpty)
    }
}
