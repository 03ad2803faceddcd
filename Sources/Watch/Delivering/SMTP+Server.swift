import Foundation
import Model
import Transport

extension DeliverySettings.SMTP {
    /// What is wrong with the address, the security or the login, whatever the password is; nil where nothing is.
    var mistake: MailServer.Mistake? {
        do throws(MailServer.Mistake) {
            _ = try server(password: passwordFile == nil ? [] : [UInt8(ascii: "*")])
            return nil
        } catch {
            return error
        }
    }

    /// The mail server with its password read from its file.
    ///
    /// - Throws: A ``Model/Problem`` where the password cannot be read, or is none.
    func server() throws -> MailServer {
        let password = try passwordFile.map(Secret.bytes) ?? []
        do {
            return try server(password: password)
        } catch {
            throw PlainProblem(
                "the mail server '\(url)': \(error)", place: passwordFile.map(Secret.path),
                remedy: passwordFile == nil ? nil : "write the password into the file, and nothing else",
                exitCode: .configuration)
        }
    }

    private func server(password: [UInt8]) throws(MailServer.Mistake) -> MailServer {
        var server = try MailServer(
            url: url, security: security.flatMap(MailServer.Security.init(rawValue:)), username: username,
            password: password)
        server.certificateAuthorities = caFile
        return server
    }
}
