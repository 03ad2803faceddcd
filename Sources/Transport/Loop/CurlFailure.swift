import CCurl
import Model

/// Puts what libcurl reports into one of our causes and a sentence with figures.
enum CurlFailure {
    /// `CURLE_TOO_LARGE`, which versions before 8.6 do not have.
    private static let tooLarge: CURLcode.RawValue = 100

    /// Why a hop brought no whole answer; nil where it did.
    static func failure(of code: CURLcode, transfer: Transfer, handle: EasyHandle) -> FetchFailure? {
        let intake = transfer.intake
        if let breach = intake.breach { return breach }
        if intake.isCut { return nil }
        if code == CURLE_OK {
            guard intake.isTruncated else { return nil }
            return FetchFailure(.badEncoding, "the gzip stream ends before its end, after \(size(handle))")
        }
        if let refused = transfer.refusedAddress, intake.isUntouched { return FetchFailure(.privateAddress, refused) }
        if code == CURLE_OPERATION_TIMEDOUT { return timeout(transfer: transfer, handle: handle) }
        return connection(code, transfer: transfer, handle: handle) ?? answer(code, handle: handle)
    }

    private static func connection(_ code: CURLcode, transfer: Transfer, handle: EasyHandle) -> FetchFailure? {
        let host = PlainText.oneLine(transfer.address.host, limit: 100)
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return FetchFailure(.unresolved, "the name \(host) does not resolve")
        case CURLE_COULDNT_RESOLVE_PROXY: return FetchFailure(.unresolved, "the proxy's name does not resolve")
        case CURLE_COULDNT_CONNECT where transfer.isProxied:
            let proxy = transfer.policy.proxies.proxy(for: transfer.address).map(ProxySettings.place(of:)) ?? ""
            return FetchFailure(.refused, "no connection to the proxy \(proxy), through which \(host) is reached")
        case CURLE_COULDNT_CONNECT:
            return FetchFailure(.refused, "no connection to \(host) port \(transfer.address.port)")
        case CURLE_PROXY: return FetchFailure(.refused, "the proxy refuses: \(handle.complaint)")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS, CURLE_USE_SSL_FAILED:
            return FetchFailure(.tls, "no trusted connection to \(host): \(handle.complaint)")
        case CURLE_URL_MALFORMAT: return FetchFailure(.badAddress, "the address is malformed")
        default: return nil
        }
    }

    private static func answer(_ code: CURLcode, handle: EasyHandle) -> FetchFailure {
        switch code {
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2_STREAM:
            return FetchFailure(.interrupted, "the connection ended after \(size(handle)) of the body")
        case CURLE_BAD_CONTENT_ENCODING, CURLE_WRITE_ERROR:
            // A write error that is not ours comes from bytes behind the end of the compressed stream.
            return FetchFailure(.badEncoding, "the body's compression is broken after \(size(handle))")
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_HTTP3, CURLE_TOO_MANY_REDIRECTS:
            return FetchFailure(.protocolError, "the answer is not HTTP: \(handle.complaint)")
        case CURLE_OUT_OF_MEMORY where handle.number(CURLINFO_HEADER_SIZE) < 100_000,
            _ where code.rawValue == tooLarge:
            return FetchFailure(.tooLarge, "a header line exceeds libcurl's bound")
        default:
            let text = handle.complaint.isEmpty ? String(cString: curl_easy_strerror(code)) : handle.complaint
            return FetchFailure(.internal, "libcurl error \(code.rawValue): \(text)")
        }
    }

    private static func timeout(transfer: Transfer, handle: EasyHandle) -> FetchFailure {
        let policy = transfer.policy
        let total = policy.totalTimeout.boundedMilliseconds
        // libcurl may count a little less than the time that it was given.
        if transfer.remaining < 100 {
            return FetchFailure(.timeout, "no whole answer within \(PlainText.time(total)); \(size(handle)) came")
        }
        let connected = handle.count(CURLINFO_PRETRANSFER_TIME_T) > 0
        if !connected {
            let limit = PlainText.time(policy.connectTimeout.boundedMilliseconds)
            if handle.count(CURLINFO_NAMELOOKUP_TIME_T) == 0 {
                let host = PlainText.oneLine(transfer.address.host, limit: 100)
                return FetchFailure(.unresolved, "the name \(host) does not resolve within \(limit)")
            }
            return FetchFailure(.timeout, "no connection to \(transfer.address.host) within \(limit)")
        }
        let limit = PlainText.time(policy.stallTimeout.boundedSeconds * 1000)
        if transfer.intake.isUntouched { return FetchFailure(.timeout, "no byte for \(limit)") }
        return FetchFailure(
            .stalled, "less than \(policy.stallBytesPerSecond) bytes a second for \(limit); \(size(handle)) came")
    }

    private static func size(_ handle: EasyHandle) -> String {
        PlainText.size(handle.count(CURLINFO_SIZE_DOWNLOAD_T))
    }
}
