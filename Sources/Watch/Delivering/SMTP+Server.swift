import Foundation
import Model
import Transport

extension DeliverySettings.SMTP {
    /// The mail server with its password read from its file.
    ///
    /// - Throws: A ``Model/Problem`` where the password cannot be read or the address is wrong.
    func server() throws -> MailServer {
        var password: [UInt8] = []
        if let passwordFile {
            guard let data = FileManager.default.contents(atPath: passwordFile) else {
                throw PlainProblem(
                    "the mail server's password cannot be read", place: passwordFile,
                    remedy: "create the file, readable by lexwatch only, or let the service's credentials provide it",
                    exitCode: .configuration)
            }
            password = Array(data)
            while let last = password.last, last == 0x0A || last == 0x0D { password.removeLast() }
        }
        do {
            var server = try MailServer(
                url: url, security: security.flatMap(MailServer.Security.init(rawValue:)), username: username,
                password: password)
            server.certificateAuthorities = caFile
            return server
        } catch {
            throw PlainProblem("the mail server '\(url)': \(error)", exitCode: .configuration)
        }
    }
}
