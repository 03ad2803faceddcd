import CCurl
import Glibc
import Model

/// One exchange on its way, hop by hop; confined to the loop's thread.
///
/// libcurl does not follow redirects for us: each hop is checked, queued and bounded like a first request.
final class Transfer {
    /// What follows when a hop has ended.
    enum Next {
        case hop
        case end(Arrival)
    }

    let ticket: Ticket
    let policy: FetchPolicy
    private(set) var address: WebAddress
    var intake: Intake
    private var redirects = 0
    private var movedTo: String?
    private var movedForGood = true
    private var milliseconds = 0
    private var bytes = 0
    private var wasSent = false
    /// What the guard said of the addresses that it refused on this hop.
    var refusedAddress: String?
    private var rawBytesTap: UnsafeMutableRawPointer?
    /// What servers on the way gave to be brought back, in the lines of Netscape's cookie file.
    private(set) var cookies: [String] = []
    /// What was wrong with the compression; then the document is asked for once more without any.
    private var badEncoding: FetchFailure?
    /// Whether the connection goes to a proxy, which the guard lets pass.
    private(set) var isProxied = false

    private static let mostCookies = 50

    init(_ ticket: Ticket, policy: FetchPolicy) {
        self.ticket = ticket
        self.policy = policy.limited(to: ticket.exchange.maxBytes)
        address = ticket.exchange.address
        intake = Intake(policy: self.policy, wantsDocument: ticket.exchange.wantsDocument)
    }

    /// Whether the body is wanted as it is, without compression.
    var wantsPlain: Bool { badEncoding != nil }

    /// Milliseconds that are left for the hops to come.
    var remaining: Int { policy.totalTimeout.boundedMilliseconds - milliseconds }

    /// Makes ready for a hop.
    func prepare(_ handle: EasyHandle) throws(OptionRefused) {
        intake = Intake(policy: policy, wantsDocument: ticket.exchange.wantsDocument, unpacks: !wantsPlain)
        refusedAddress = nil
        let proxy = policy.proxies.proxy(for: address)
        isProxied = proxy != nil
        rawBytesTap = handle.pointer
        try handle.configure(for: self, proxy: proxy)
    }

    /// Listens to the bytes on the wire once an answer is known to be gzip, to prove its end; false where it cannot.
    func watchRawBytes() -> Bool {
        guard intake.isGzip, let tap = rawBytesTap else { return true }
        rawBytesTap = nil
        return lw_setopt_long(tap, CURLOPT_VERBOSE, 1) == CURLE_OK
    }

    /// Credentials, where the address that they were given for is the one that is asked now.
    var credentials: WebAddress.Credentials? {
        let first = ticket.exchange.address
        return address.sharesOrigin(with: first) ? first.credentials : nil
    }

    /// Takes stock when libcurl is done with a hop.
    func ended(_ code: CURLcode, on handle: EasyHandle) -> Next {
        milliseconds += handle.count(CURLINFO_TOTAL_TIME_T) / 1000
        bytes += handle.count(CURLINFO_SIZE_DOWNLOAD_T)
        wasSent = wasSent || handle.number(CURLINFO_REQUEST_SIZE) > 0
        if let failure = CurlFailure.failure(of: code, transfer: self, handle: handle) {
            guard failure.cause == .badEncoding, !wantsPlain, ticket.exchange.wantsDocument else {
                return .end(arrival(failure))
            }
            badEncoding = failure
            return .hop
        }
        guard [300, 301, 302, 303, 307, 308].contains(intake.reply.status), ticket.exchange.wantsDocument,
            let target = handle.text(CURLINFO_REDIRECT_URL)
        else { return .end(arrival(intake.isPacked ? badEncoding : nil)) }
        cookies = Array(handle.lines(CURLINFO_COOKIELIST).prefix(Self.mostCookies))
        if let failure = follow(target) { return .end(arrival(failure)) }
        return .hop
    }

    /// How the exchange ended, so far as it came.
    func arrival(_ failure: FetchFailure?) -> Arrival {
        Arrival(
            finalURL: address.text, movedTo: movedTo, reply: intake.reply, bytes: bytes, milliseconds: milliseconds,
            failure: failure, wasSent: wasSent)
    }

    private func follow(_ target: String) -> FetchFailure? {
        redirects += 1
        guard redirects <= policy.maxRedirects else {
            return FetchFailure(.redirects, "more than \(policy.maxRedirects) redirects, the last to \(shown(target))")
        }
        do {
            let next = try WebAddress(target)
            movedForGood = movedForGood && [301, 308].contains(intake.reply.status)
            movedTo = movedForGood ? next.text : nil
            address = next
            return nil
        } catch .scheme(let scheme) {
            return FetchFailure(.badRedirect, "redirect \(redirects) leads to \(scheme):")
        } catch {
            return FetchFailure(.badRedirect, "redirect \(redirects) leads to no address: \(shown(target))")
        }
    }

    private func shown(_ target: String) -> String {
        (try? WebAddress(target)).map { PlainText.oneLine($0.text, limit: 120) }
            ?? PlainText.oneLine(target, limit: 120)
    }
}

extension Transfer {
    /// Asked for every socket that is about to be opened, after the name was resolved.
    func mayConnect(to address: UnsafePointer<sockaddr>) -> Bool {
        guard !isProxied else { return true }
        guard let address = IPAddress(address) else { return false }
        guard let kind = AddressGuard(allowed: policy.allowPrivate).refusal(of: address) else { return true }
        refusedAddress = "\(self.address.host) is at \(address.description), which is \(kind) and not allowed"
        return false
    }
}

extension Transfer {
    /// What forbids a hop through a proxy, where the guard cannot see the address: only what the host itself tells.
    var proxiedObstacle: FetchFailure? {
        guard policy.proxies.proxy(for: address) != nil else { return nil }
        let isLocalName = address.host == "localhost" || address.host.utf8.reversed().starts(with: "tsohlacol.".utf8)
        guard let figures = isLocalName ? IPAddress("127.0.0.1") : IPAddress(address.host),
            let kind = AddressGuard(allowed: policy.allowPrivate).refusal(of: figures)
        else { return nil }
        return FetchFailure(.privateAddress, "\(address.host) is \(kind) and not allowed, through a proxy either")
    }
}
