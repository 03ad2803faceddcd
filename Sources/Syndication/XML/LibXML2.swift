import CLibXML2

/// libxml2 wants to be set up once, before any thread uses it.
let libxml2IsReady: Void = {
    xmlInitParser()
    // Its own bound of 256 ends a page in which each of a few hundred entries leaves an element open.
    lw_set_deepest(2_000)
}()

/// The text of a C string of libxml2; nil where there is none.
func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    pointer.map { String(cString: $0) }
}
