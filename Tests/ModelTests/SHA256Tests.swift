import Model
import Testing

@Suite("SHA-256") struct SHA256Tests {
    @Test(
        "the examples of FIPS 180-4 have their hashes",
        arguments: [
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
    func hashesExamples(text: String, hash: String) {
        #expect(SHA256.hexadecimal(of: text.utf8) == hash)
    }

    /// So many letters 'a', around the places where a block or the length after it ends.
    static let lengths: [(Int, String)] = [
        (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"),
        (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
        (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
        (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
        (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
        (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
        (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
        (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
        (127, "c57e9278af78fa3cab38667bef4ce29d783787a2f731d4e12200270f0c32320a"),
        (128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"),
        (1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ]

    @Test("lengths around a block's end have their hashes", arguments: lengths)
    func hashesLengths(count: Int, hash: String) {
        #expect(SHA256.hexadecimal(of: repeatElement(UInt8(ascii: "a"), count: count)) == hash)
    }

    @Test("bytes in parts hash like the bytes at once", arguments: [1, 3, 55, 56, 63, 64, 65, 127, 128, 200])
    func hashesParts(size: Int) {
        let bytes = (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var hash = SHA256()
        var rest = bytes[...]
        while !rest.isEmpty {
            hash.update(Array(rest.prefix(size)))
            hash.update([])
            rest = rest.dropFirst(size)
        }
        #expect(hash.finish() == SHA256.hash(of: bytes))
    }

    @Test("a finished hash begins anew, and a copy goes its own way")
    func copies() {
        var hash = SHA256()
        hash.update(Array("ab".utf8))
        var copy = hash
        hash.update(Array("c".utf8))
        copy.update(Array("c!".utf8))
        #expect(SHA256.hexadecimal(hash.finish()) == SHA256.hexadecimal(of: "abc".utf8))
        #expect(copy.finish() == SHA256.hash(of: Array("abc!".utf8)))
        #expect(hash.finish() == SHA256.hash(of: []))
    }

    @Test("bytes are written as lower-case digits")
    func writes() {
        #expect(SHA256.hexadecimal([0, 1, 0x0F, 0x10, 0xAB, 0xFF]) == "00010f10abff")
    }
}
