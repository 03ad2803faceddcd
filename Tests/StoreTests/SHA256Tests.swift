import Testing

@testable import Store

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "the examples of FIPS 180-4 have their hashes",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func hashes(text: String, hash: String) {
        #expect(SHA256.hex(text.utf8) == hash)
    }

    @Test("a million letters have their hash")
    func long() {
        let bytes = repeatElement(UInt8(ascii: "a"), count: 1_000_000)
        #expect(SHA256.hex(bytes) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("the length is padded alike around the end of a block", arguments: [55, 56, 57, 63, 64, 65, 119, 120])
    func padding(count: Int) {
        var inParts = SHA256()
        for _ in 0..<count { inParts.update(CollectionOfOne(UInt8(0x61))) }
        #expect(inParts.finish() == SHA256.hex(repeatElement(UInt8(0x61), count: count)))
    }
}
