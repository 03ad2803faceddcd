extension JSONReader {
    /// The value of a document, or an array of objects where each line holds one; what is written around it is told.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - start: Where the text begins.
    /// - Returns: The value.
    /// - Throws: Where and why the text is neither.
    static func document(_ bytes: [UInt8], from start: Int) throws(Fault) -> Found {
        let value = bytes.withUnsafeBufferPointer { JSONGuard.end(in: $0, from: start) }
        do throws(Fault) {
            var found = try found(in: bytes, from: value ?? start)
            // What guards a value ends behind it.
            if value.map({ $0 > start && bytes[start..<$0].contains { $0 > 0x20 } }) ?? false {
                found.isFollowed = true
            }
            return found
        } catch {
            guard let objects = lines(bytes[start...]) else { throw error }
            return Found(value: .array(objects))
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
