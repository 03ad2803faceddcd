import Syndication

/// The feed in a text.
func feed(_ text: String, base: String = "", contentType: String? = nil) throws -> Feed {
    try Feed(Array(text.utf8), base: base, contentType: contentType)
}

/// The only entry of an RSS document with these elements in it.
func rssItem(_ elements: String, base: String = "") throws -> FeedItem? {
    try feed("<rss version=\"2.0\" \(namespaces)><channel><item>\(elements)</item></channel></rss>", base: base).items
        .first
}

/// The only entry of an Atom document with these elements in it.
func atomEntry(_ elements: String, base: String = "") throws -> FeedItem? {
    let root = "<feed xmlns=\"http://www.w3.org/2005/Atom\" \(namespaces)>"
    return try feed("\(root)<entry>\(elements)</entry></feed>", base: base).items.first
}

/// The only entry of an RDF document with these elements in it.
func rdfItem(_ elements: String) throws -> FeedItem? {
    let root = "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" \(namespaces)>"
    return try feed("\(root)<item rdf:about=\"http://a.example/about\">\(elements)</item></rdf:RDF>").items.first
}

private let namespaces = """
    xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/" xmlns:media="http://search.yahoo.com/mrss/"
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:fh="http://purl.org/syndication/history/1.0"
    xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:ex="https://publisher.example/ns"
    """
