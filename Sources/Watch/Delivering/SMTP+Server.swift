import Foundation
import Model
import Transport

extension DeliverySettings.SMTP {
    /// The mail server with its password read from its file.
    ///
    /// - Throws: A ``Model/Problem`` where the password cannot be read or the address is wrong.
    func server() throws -> MailServer {
        let password = try passwordFile.map(Secret.bytes) ?? []
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
