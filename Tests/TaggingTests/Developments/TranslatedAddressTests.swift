import Testing

@testable import Tagging

@Suite("Addresses that differ in a language only") struct TranslatedAddressTests {
    @Test(
        "the language stands in the name, the path or the query",
        arguments: [
            ("https://ec.example/press/ip_26_2311_en", "https://ec.example/press/ip_26_2311_fr"),
            ("https://ec.example/press/ip_26_2311-en.html", "https://ec.example/press/ip_26_2311-de.html"),
            ("https://ec.example/press/12.en.html", "https://ec.example/press/12.it.html"),
            ("https://ec.example/en/news/12", "https://ec.example/fr/news/12"),
            ("https://ec.example/de-CH/news/12/", "https://ec.example/fr-CH/news/12/"),
            ("https://ec.example/en/press/new-rules-on-training", "https://ec.example/es/press/new-rules-on-training"),
            ("https://ec.example/news?id=12&lang=en", "https://ec.example/news?id=12&lang=pl"),
        ])
    func alike(first: String, second: String) {
        let (left, right) = (TranslatedAddress(first), TranslatedAddress(second))
        #expect(left != nil && left?.page == right?.page && left != right)
    }

    @Test(
        "what names no language, or may be the page of much else, tells nothing",
        arguments: [
            "https://ec.example/press/12", "https://ec.example/en/news", "https://ec.example/en/", "en",
            "https://ec.example/news?lang=en", "https://en.example/12", "https://ec.example/open/12",
        ])
    func none(link: String) { #expect(TranslatedAddress(link) == nil) }
}
