import CCurl

/// libcurl begins once, before any thread uses it.
let curlIsReady: CURLcode = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

/// A refusal of libcurl to take an option: a guard would be missing, so the transfer must not begin.
struct OptionRefused: Error, Equatable {
    let option: UInt32
    let code: UInt32
    var text: String { "libcurl refuses option \(option) with code \(code)" }
}

/// A handle of libcurl's for one transfer after another, confined to one thread; it frees itself.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    init?() {
        guard curlIsReady == CURLE_OK, let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        curl_easy_cleanup(pointer)
        for list in lists { curl_slist_free_all(list) }
        words.deallocate()
    }

    /// What libcurl says of the last error, where `listen` was called before.
    var complaint: String { PlainText.oneLine(String(cString: words), limit: 200) }

    /// Asks libcurl to say in words what goes wrong.
    func listen() throws(OptionRefused) {
        words[0] = 0
        try set(CURLOPT_ERRORBUFFER, pointer: words)
    }

    /// Forgets all options, but neither connections nor names.
    func reset() {
        curl_easy_reset(pointer)
        for list in lists { curl_slist_free_all(list) }
        lists = []
    }

    func set(_ option: CURLoption, _ value: Int) throws(OptionRefused) {
        try check(option, lw_setopt_long(pointer, option, value))
    }

    func set(_ option: CURLoption, bytes value: Int) throws(OptionRefused) {
        try check(option, lw_setopt_offset(pointer, option, curl_off_t(value)))
    }

    func set(_ option: CURLoption, _ value: String?) throws(OptionRefused) {
        try check(option, lw_setopt_string(pointer, option, value))
    }

    func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer?) throws(OptionRefused) {
        try check(option, lw_setopt_pointer(pointer, option, value))
    }

    func set(_ option: CURLoption, write value: @escaping curl_write_callback) throws(OptionRefused) {
        try check(option, lw_setopt_write(pointer, option, value))
    }

    /// Hands over lines, such as headers; the handle frees them.
    func set(_ option: CURLoption, lines: [String]) throws(OptionRefused) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                curl_slist_free_all(list)
                throw OptionRefused(option: option.rawValue, code: CURLE_OUT_OF_MEMORY.rawValue)
            }
            list = longer
        }
        if let list { lists.append(list) }
        try check(option, lw_setopt_list(pointer, option, list))
    }

    func check(_ option: CURLoption, _ code: CURLcode) throws(OptionRefused) {
        guard code == CURLE_OK else { throw OptionRefused(option: option.rawValue, code: code.rawValue) }
    }

    /// A number that libcurl knows of the last transfer; 0 where it knows none.
    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return lw_getinfo_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    /// A count or a time in microseconds that libcurl knows of the last transfer; 0 where it knows none.
    func count(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return lw_getinfo_offset(pointer, info, &value) == CURLE_OK ? Int(value) : 0
    }

    /// The lines of a list that libcurl makes of the last transfer, such as its cookies.
    func lines(_ info: CURLINFO) -> [String] {
        var list: UnsafeMutablePointer<curl_slist>?
        guard lw_getinfo_list(pointer, info, &list) == CURLE_OK, let list else { return [] }
        defer { curl_slist_free_all(list) }
        return sequence(first: list, next: \.pointee.next).compactMap { $0.pointee.data.map { String(cString: $0) } }
    }

    /// A text that libcurl knows of the last transfer.
    func text(_ info: CURLINFO) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard lw_getinfo_string(pointer, info, &value) == CURLE_OK, let value else { return nil }
        return String(cString: value)
    }
}
