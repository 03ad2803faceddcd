import CLibXML2

/// The name of an element by pointers to its parts, which are the same for the same name throughout a document.
struct XMLName: Hashable {
    let local: UnsafePointer<xmlChar>
    let prefix: UnsafePointer<xmlChar>?
    let uri: UnsafePointer<xmlChar>?
}
