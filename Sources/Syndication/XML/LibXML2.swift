import CLibXML2

/// libxml2 wants to be set up once, before any thread uses it.
let libxml2IsReady: Void = xmlInitParser()

/// The text of a C string of libxml2; nil where there is none.
func string(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    pointer.map { String(cString: $0) }
}
