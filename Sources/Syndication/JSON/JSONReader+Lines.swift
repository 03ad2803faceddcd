extension JSONReader {
    /// The value of a document, or an array of objects where each line holds one.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - start: Where the text begins.
    /// - Returns: The value.
    /// - Throws: Where and why the text is neither.
    static func document(_ bytes: [UInt8], from start: Int) throws(Fault) -> JSONValue {
        do throws(Fault) { return try read(bytes, from: start) } catch {
            guard let objects = lines(bytes[start...]) else { throw error }
            return .array(objects)
        }
    }

    /// The objects on the lines; nil where there is one line alone, or one without an object.
    private static func lines(_ bytes: ArraySlice<UInt8>) -> [JSONValue]? {
        var objects: [JSONValue] = []
        for line in bytes.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
            guard let value = try? read(Array(line)), case .object = value else { return nil }
            if objects.count < most { objects.append(value) }
        }
        return objects.count > 1 ? objects : nil
    }
}
