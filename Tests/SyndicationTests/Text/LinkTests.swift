import Testing

@testable import Syndication

@Suite("Addresses")
struct LinkTests {
    @Test(
        "references are resolved as RFC 3986 says",
        arguments: [
            ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
            ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"), ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
            ("g?y/../x", "http://a/b/c/g?y/../x"), ("日本?a=é", "http://a/b/c/日本?a=é"),
        ])
    func resolves(reference: String, address: String) {
        #expect(Link.resolve(reference, against: "http://a/b/c/d;p?q") == address)
    }

    @Test(
        "odd bases",
        arguments: [
            ("x", "", "x"), (" http://a/ ", "", "http://a/"), ("x", "http://a", "http://a/x"), ("x", "urn:a:b", "x"),
            ("ht\ntp://a/", "", "http://a/"),
            ("http:///a/x", "", "http://a/x"), ("https:////a/x", "", "https://a/x"), ("file:///a", "", "file:///a"),
            ("http:/x", "http://a/b", "http://a/x"), ("http:x", "https://a/b", "http:x"),
            ("x", "/b/c", "/b/x"), ("", "http://a/", ""), ("x", "rel/", "rel/x"),
        ])
    func oddities(reference: String, base: String, address: String) {
        #expect(Link.resolve(reference, against: base) == address)
    }

    @Test(
        "what is of the web",
        arguments: [
            ("http://a/", true), ("HTTPS://a/", true), ("ftp://a/", false), ("javascript:x", false), ("//a", false),
            ("", false),
        ])
    func web(address: String, isWeb: Bool) { #expect(Link.isWeb(address) == isWeb) }
}
