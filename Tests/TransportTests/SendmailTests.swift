import Foundation
import Testing

@testable import Transport

@Suite("mail handed to a command")
struct SendmailTests {
    private let message = MailMessage(
        from: "watch@example.org", to: ["a@example.org"], content: Array("Subject: x\n\nhello\n".utf8))

    @Test("the command gets the envelope as arguments and the message as input")
    func handsOver() async throws {
        let folder = try TemporaryFolder()
        let script = "echo \"$@\" > \(folder.path)/arguments; cat > \(folder.path)/message"
        let command = try #require(SendmailCommand(["/bin/sh", "-c", script, "sh", "-i"]))
        #expect(await command.send(message) == [MailReceipt("a@example.org", .accepted(""))])
        func file(_ name: String) throws -> String {
            try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
        }
        #expect(try file("arguments") == "-i -f watch@example.org -- a@example.org\n")
        #expect(try file("message") == "Subject: x\n\nhello\n")
    }

    @Test(
        "exit codes are read as in sysexits",
        arguments: [(75, false), (69, false), (78, false), (1, false), (67, true), (68, true), (65, true)])
    func exitCodes(code: Int, isForGood: Bool) async throws {
        let command = try #require(SendmailCommand(["/bin/sh", "-c", "echo trouble >&2; exit \(code)"]))
        let failure = MailFailure(.command, code: code, "the command exits with \(code): trouble")
        #expect(await command.send(message).first?.result == (isForGood ? .permanent(failure) : .temporary(failure)))
    }

    @Test("a command that hangs is ended, one that is killed is uncertain, one that is missing is said so")
    func ends() async throws {
        var slow = try #require(SendmailCommand(["/bin/sh", "-c", "exec sleep 60"]))
        slow.timeout = .milliseconds(200)
        guard case .uncertain? = await slow.send(message).first?.result else {
            Issue.record("a command without an end is uncertain")
            return
        }
        let killed = try #require(SendmailCommand(["/bin/sh", "-c", "kill -9 $$"]))
        guard case .uncertain? = await killed.send(message).first?.result else {
            Issue.record("a killed command is uncertain")
            return
        }
        let missing = try #require(SendmailCommand(["/nonexistent/sendmail"]))
        #expect(await missing.send(message).first?.result.failure?.detail.contains("does not start") == true)
    }

    @Test("what is no absolute path is refused")
    func refuses() {
        #expect(SendmailCommand(["sendmail"]) == nil)
        #expect(SendmailCommand([]) == nil)
        #expect(SendmailCommand(["/bin/x", "a\u{0}b"]) == nil)
    }
}
