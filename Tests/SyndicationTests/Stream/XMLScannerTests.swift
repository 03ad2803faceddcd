import Testing

@testable import Syndication

@Suite("The scanner reads what libxml2 reads, or gives up")
struct XMLScannerTests {
    /// The feed that the scanner reads; nil where it gives up.
    private func scanned(_ text: String) -> Feed? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var reader = FeedReader(bytes, base: "http://a.example/", dates: DateReader())
            return XMLScanner.read(bytes, telling: &reader) ? reader.finish() : nil
        }
    }

    /// The feed that libxml2 reads; nil where it finds an error.
    private func readByLibrary(_ text: String) -> Feed? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var reader = FeedReader(bytes, base: "http://a.example/", dates: DateReader())
            return XMLStream.read(bytes, telling: &reader, recovers: false) == .complete ? reader.finish() : nil
        }
    }

    private func rss(_ item: String) -> String { "<rss version='2.0'><channel><item>\(item)</item></channel></rss>" }

    @Test(
        "well-formed documents are read alike",
        arguments: [
            "<title>a &lt;b&gt; &amp;amp; &quot;c&quot; &apos;d&apos; &#233;&#x4E2D;&#x1F600;</title>",
            "<title>one\r\ntwo\rthree\nfour&#13;five</title>",
            "<title>a ] b ]] c ]]&gt; d > e</title>",
            "<title><![CDATA[<b>&amp;</b>\r\n]] > x]]>y<![CDATA[]]></title>",
            "<title>a<!-- <b> & \r --><!---->b<?php echo '>' ?><?p?>c</title>",
            "<title\n>a</title ><link\t/><guid isPermaLink = 'false'>g</guid>",
            "<enclosure url=\"a?b=1&amp;c=2&#38;d&#x26;e\" type='x&lt;y&#10;\n\r\n\tz' length=\"3\"/>",
            "<description>text <b class=\"x\" id='y'>bold<br/></b> &lt;i&gt;</description>",
            "<dc:date>2024-01-02</dc:date><x:y xmlns:x='http://x.example/?a&amp;b' x:z='1' z='2'>v</x:y>",
            "<title xmlns=''>a</title><title xmlns='http://www.w3.org/2005/Atom' type='html'>b</title>",
            "<d:date xmlns:d='http://purl.org/dc/elements/1.1/'>2024-01-02</d:date><d:date>2023-01-02</d:date>",
            "<description xml:lang='de' xml:base='/b/'><a href='c'>d</a></description><link>e</link>",
            "<title>中文标题，ёлка, ☃ 𝄞</title><pubDate>\nno date\n</pubDate>",
            "<source url='u'>s</source><skipHours><hour>3</hour></skipHours><author><name>n</name></author>",
            "<!---->",
        ])
    func readsAlike(item: String) throws {
        let text = rss(item)
        let feed = try #require(scanned(text))
        #expect(feed == readByLibrary(text))
    }

    @Test(
        "what follows the root may be space, comments and instructions", arguments: [" \r\n\t", "<!-- x --> <?p x?>\n"])
    func misc(end: String) throws {
        let feed = try #require(scanned(rss("") + end))
        #expect(feed.items.count == 1)
    }

    @Test(
        "it gives up where libxml2 has to judge",
        arguments: [
            "<title>&eacute;</title>", "<title>a & b</title>", "<title>&#0;</title>", "<title>&#xD800;</title>",
            "<title>&#xFFFE;</title>", "<title>&#x110000;</title>", "<title>&#;</title>", "<title>&#x;</title>",
            "<title>a ]]> b</title>", "<title>a < b</title>", "<title>a</titel>", "<title>a", "<titel/ >", "<a b='<'/>",
            "<a b='1' b='2'/>", "<a x:b='1' y:b='2'/>", "<a b='1'c='2'/>", "<a b=1/>", "<a b/>", "<a b='&x;'/>",
            "<a:b:c/>",
            "<:a/>", "<a:/>", "<-a/>", "<é/>", "<xml:a/>", "<xmlns:a/>", "<a xmlns:b=''/>",
            "<a xmlns:b='1' xmlns:b='2'/>",
            "<a xmlns='1' xmlns='2'/>", "<a xmlns:xml='1'/>", "<a xmlns='http://www.w3.org/XML/1998/namespace'/>",
            "<!-- a -- b -->", "<!-- a", "<?xml version='1.0'?>", "<?XML x?>", "<?a:b x?>", "<?a", "<![CDATA[a",
            "<!DOCTYPE a>",
            "</item></channel></rss><item>",
        ])
    func givesUp(item: String) {
        #expect(scanned(rss(item)) == nil)
    }

    @Test(
        "its bounds lie below those of libxml2",
        arguments: [
            String(repeating: "<a>", count: 250) + String(repeating: "</a>", count: 250),
            "<a " + (0..<80).map { "a\($0)='1' " }.joined() + "/>",
            (0..<600).map { "<a\($0)/>" }.joined(),
            "<a b='" + String(repeating: "x", count: 70_000) + "'/>",
            "<a b='" + String(repeating: "&lt;", count: 15_000) + "' c='" + String(repeating: "&lt;", count: 15_000)
                + "'/>",
            "<!--" + String(repeating: "x", count: 1 << 20) + "-->",
        ])
    func bounds(item: String) {
        #expect(scanned(rss(item)) == nil)
    }

    @Test("names that were chosen to share a place are left to libxml2")
    func collisions() {
        let names = (0..<100_000).lazy.map { "a\($0)" }.filter { XMLNameTable.slot(of: $0.utf8) == 7 }.prefix(70)
        #expect(scanned(rss(names.prefix(60).map { "<\($0)/>" }.joined())) != nil)
        #expect(scanned(rss(names.map { "<\($0)/>" }.joined())) == nil)
    }

    @Test("a warning names the line that libxml2 would")
    func lines() throws {
        let text = rss("\n\n<title>a</title>\r\n<pubDate\n a='b'\n>no date\n</pubDate>")
        let warnings = try #require(scanned(text)?.warnings)
        #expect(warnings.map(\.line) == [6])
        #expect(warnings == readByLibrary(text)?.warnings)
    }
}
