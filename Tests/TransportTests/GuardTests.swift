import LoopbackServers
import Model
import Testing

@testable import Transport

@Suite("which addresses may be reached")
struct GuardTests {
    @Test(
        "special addresses are refused, however they are written",
        arguments: [
            "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254", "100.64.0.1", "100.127.255.255", "198.18.0.1", "224.0.0.1", "255.255.255.255",
            "168.63.129.16", "::", "::1", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1",
            "::ffff:10.0.0.1", "::10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:0a00:0001::1", "2001::1",
            "2001:db8::1", "fec0::1",
        ])
    func refuses(text: String) throws {
        #expect(AddressGuard(allowed: []).refusal(of: try #require(IPAddress(text))) != nil)
    }

    @Test(
        "public addresses are not",
        arguments: [
            "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1", "64:ff9b::8.8.8.8", "1.1.1.1",
        ])
    func allows(text: String) throws {
        #expect(AddressGuard(allowed: []).refusal(of: try #require(IPAddress(text))) == nil)
    }

    @Test("a private network that is named may be reached, and no other")
    func named() throws {
        let gate = AddressGuard(allowed: [try #require(Network("10.1.0.0/16")), try #require(Network("fd00:1::/32"))])
        let open = ["10.1.2.3", "fd00:1::5", "::ffff:10.1.2.3"]
        let shut = ["10.2.0.1", "fd00:2::5", "127.0.0.1"]
        #expect(try open.allSatisfy { gate.refusal(of: try #require(IPAddress($0))) == nil })
        #expect(try shut.allSatisfy { gate.refusal(of: try #require(IPAddress($0))) != nil })
    }

    @Test(
        "a network is read strictly",
        arguments: [
            ("10.1.0.0/16", "10.1.0.0/16"), ("::1", "::1/128"), ("0.0.0.0/0", "0.0.0.0/0"), ("10.1.2.3/16", nil),
            ("10.0.0.0/33", nil), ("10.0.0.0/", nil), ("10.0.0.0/-1", nil), ("10.0.0/8", nil), ("", nil),
            ("fd00::/8/8", nil), ("example.org", nil),
        ] as [(String, String?)])
    func networks(text: String, expected: String?) { #expect(Network(text)?.description == expected) }

    @Test("every entry of the table is a network") func table() {
        #expect(SpecialNetworks.all.count == SpecialNetworks.table.count)
    }

    @Test(
        "international names are those of the name system, in whatever letters they are written",
        arguments: [
            ("https://gericht.münchen.example/ü?q=ä", "gericht.xn--mnchen-3ya.example"),
            ("https://Gericht.MÜNCHEN.example/", "gericht.xn--mnchen-3ya.example"),
            ("http://правительство.рф/", "xn--80aealotwbjpid2k.xn--p1ai"), ("http://例え.jp", "xn--r8jz45g.jp"),
            ("https://straße.example/", "xn--strae-oqa.example"), ("HTTP://Court.Example/", "court.example"),
        ])
    func international(text: String, host: String) throws {
        let address = try WebAddress(text)
        #expect(address.host == host)
        #expect(address.text.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("a private address in letters of another script is refused all the same")
    func internationalFigures() async throws {
        let answer = await Fetcher(try FetchPolicy.small).fetch(FetchRequest(url: "http://１０.0.0.1/"))
        #expect(answer.failure?.cause == .privateAddress, "\(String(describing: answer.failure))")
    }

    @Test("loopback is refused by name and in every notation, at connect time")
    func atConnectTime() async throws {
        let server = try HTTPServer { _ in HTTPReply(body: "secret") }
        defer { server.stop() }
        var policy = try FetchPolicy.small
        policy.allowPrivate = []
        let fetcher = Fetcher(policy)
        for host in ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0", "[::ffff:127.0.0.1]"] {
            let answer = await fetcher.fetch(FetchRequest(url: "http://\(host):\(server.port)/"))
            #expect(answer.failure?.cause == .privateAddress, "\(host): \(answer)")
        }
        #expect(server.connections == 0)
    }

    @Test(
        "an address is taken apart",
        arguments: [
            ("HTTP://EXAMPLE.org./a?b#c", "example.org", 80, "example.org"),
            ("https://u:p@example.org:8443/", "example.org", 8443, "example.org:8443"),
            ("http://[::1]:80/", "::1", 80, "::1"),
        ])
    func parts(url: String, host: String, port: Int, authority: String) throws {
        let address = try WebAddress(url)
        #expect((address.host, address.port, address.authority) == (host, port, authority))
        #expect(!address.text.contains("p@") && !address.text.contains("#"))
    }
}

@Suite("proxies of the environment")
struct ProxyTests {
    private let settings = ProxySettings { name in
        [
            "http_proxy": "http://proxy:3128", "HTTPS_PROXY": "http://secure:3128", "HTTP_PROXY": "http://evil:1",
            "no_proxy": ".example.org, 10.0.0.0/8,Local.Test",
        ][name]
    }

    @Test(
        "each address goes the way that the variables say",
        arguments: [
            ("http://court.test/", "http://proxy:3128"), ("https://court.test/", "http://secure:3128"),
            ("http://example.org/", nil), ("http://a.example.org/", nil),
            ("http://badexample.org/", "http://proxy:3128"),
            ("http://10.1.1.1/", nil), ("http://11.1.1.1/", "http://proxy:3128"), ("http://local.test/", nil),
        ] as [(String, String?)])
    func choice(url: String, proxy: String?) throws { #expect(settings.proxy(for: try WebAddress(url)) == proxy) }

    @Test("a proxy that is away or wants a password is named, without the password")
    func failing() async throws {
        let proxy = try HTTPServer { _ in HTTPReply(status: 407, body: "") }
        var policy = try FetchPolicy.small
        policy.proxies = ProxySettings(http: "http://user:secret@127.0.0.1:\(proxy.port)")
        let wants = await Fetcher(policy).fetch(FetchRequest(url: "http://court.test/feed")).failure
        #expect(wants?.cause == .denied && wants?.detail.contains("the proxy asks for") == true, "\(wants as Any)")
        proxy.stop()
        let away = await Fetcher(policy).fetch(FetchRequest(url: "http://court.test/feed")).failure
        #expect(
            away?.cause == .refused && away?.detail.contains("the proxy 127.0.0.1:\(proxy.port)") == true
                && away?.detail.contains("secret") == false, "\(away as Any)")
    }

    @Test("a proxy at a private address is used, but never for a private address")
    func guarded() async throws {
        let proxy = try HTTPServer { request in HTTPReply(body: "via proxy: \(request.path)") }
        defer { proxy.stop() }
        var policy = try FetchPolicy.small
        policy.allowPrivate = []
        policy.proxies = ProxySettings(http: "http://127.0.0.1:\(proxy.port)")
        let fetcher = Fetcher(policy)
        #expect(
            await fetcher.fetch(FetchRequest(url: "http://court.test/feed")).text == "via proxy: http://court.test/feed"
        )
        for host in ["10.0.0.1", "localhost", "a.localhost", "[::1]", "169.254.169.254"] {
            let answer = await fetcher.fetch(FetchRequest(url: "http://\(host)/"))
            #expect(answer.failure?.cause == .privateAddress)
        }
        #expect(proxy.requests.count == 1)
    }
}
