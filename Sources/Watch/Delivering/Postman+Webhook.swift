import Digests
import Model
import Store
import Transport

extension Postman {
    /// Posts a digest to a service.
    func post(_ digest: Digest, _ delivery: Delivery) async -> AttemptEnd {
        guard let hook = settings.delivery.webhooks.first(where: { $0.name == delivery.recipient }) else {
            return .never("the webhook is no longer configured")
        }
        do {
            let url = try hook.url()
            let secret = try hook.secretFile.map(Secret.read)
            let service = WebhookMessage.Service(rawValue: hook.form == "json" ? "generic" : hook.form) ?? .generic
            let message = try WebhookMessage(digest, for: service, secret: secret, at: clock.now)
            let fetcher = Fetcher(try settings.fetch.policy(), clock: clock)
            let answer = await fetcher.post(
                to: message.query.isEmpty ? url : "\(url)\(url.contains("?") ? "&" : "?")\(message.query)",
                body: message.body, headers: message.headers.compactMap { RequestHeader($0.name, $0.value) })
            switch answer.outcome {
            case .accepted:
                // Some services refuse with status 200.
                return service.refusal(in: answer.body).map { .postponed("the service refuses it: \($0)") } ?? .sent
            case .temporary(let failure): return .postponed(failure.description)
            case .permanent(let failure): return .never(failure.description)
            case .uncertain(let failure): return .uncertain(failure.description)
            }
        } catch {
            return .later("\(error)")
        }
    }
}

extension DeliverySettings.Webhook {
    /// The address, read from its file where it stands in one.
    func url() throws -> String {
        switch address {
        case .url(let url): return url
        case .inFile(let file):
            let url = try Secret.read(file)
            guard Self.isAddress(url) else {
                throw PlainProblem(
                    "the file holds no web address", place: Secret.path(of: file),
                    remedy: "write the webhook's address into it, https://…, and nothing else", exitCode: .configuration
                )
            }
            return url
        }
    }

    /// Whether a text is an address to post to.
    static func isAddress(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }
}
