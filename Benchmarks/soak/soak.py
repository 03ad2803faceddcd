#!/usr/bin/env python3
"""Lets `lexwatch serve` run at a fast schedule against feeds that change, and watches its memory.

    soak.py BINARY [--minutes 30] [--feeds 500]

The schedule fetches twice a minute and writes digests every five minutes; a source is asked every minute, which
`fetch.shortest` permits for servers of one's own. Memory and descriptors are read every five seconds, and count where no
job is going on: what a job takes grows with what is stored. Prints a line of figures a minute and a verdict: memory of
the last third at most 1.1 times that of the second, no more file descriptors at the end than in the middle, every source
asked about every minute, no moment of the schedule missed, no run that failed. Needs Python 3 and nothing else.
"""
import argparse
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

SUBJECTS = ["training data of generative AI", "deepfakes and the right to one's voice", "labels for AI-generated text",
            "fake citations made by a chatbot", "trade secrets in prompts to an AI tool", "a merger of two breweries"]


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, request, client_address):
        pass


class Feeds:
    """Each feed gains an entry at about every fourth reading, and drops what is older than its window."""

    def __init__(self, seed):
        self.lock = threading.Lock()
        self.rng = random.Random(seed)
        self.counts = {}
        self.requests = 0

    def read(self, name, etag):
        with self.lock:
            self.requests += 1
            count = self.counts.get(name, 15)
            if self.rng.random() < 0.25:
                count += 1
            self.counts[name] = count
        current = f'"{count}"'
        return current, None if etag == current else range(max(0, count - 20), count)


def document(name, entries):
    items = "".join(
        f"<item><guid isPermaLink='false'>{name}-{n}</guid><title>Court {name} rules on {SUBJECTS[(n + hash(name)) % 6]} "
        f"({n})</title><description>The ruling number {n} of court {name}.</description></item>" for n in entries)
    return f"<rss version='2.0'><channel><title>{name}</title>{items}</channel></rss>".encode()


def handler(feeds):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            name = self.path.strip("/").split(".")[0]
            etag, entries = feeds.read(name, self.headers.get("If-None-Match"))
            body = b"" if entries is None else document(name, entries)
            self.send_response(304 if entries is None else 200)
            self.send_header("ETag", etag)
            self.send_header("Content-Type", "application/rss+xml")
            if entries is not None:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return Handler


def configure(folder, port, status, options):
    data = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Feeds"))
    sources = "".join(
        f"- {{id: f{n}, publisher: Court {n}, url: 'http://127.0.0.1:{port}/f{n}.xml', jurisdiction: INT, "
        f"authority: court, every: 1m}}\n" for n in range(options.feeds))
    topics = "training-data, deepfakes-likeness, transparency-labelling, harmful-output, confidential-information"
    files = {
        "catalogue.yaml": sources,
        "register.yaml": f"owners: [{{id: o, name: Owner}}]\npolicies: [{{id: p, title: P, owner: o, topics: [{topics}]}}]\n",
        "lexwatch.yaml": "organisation: Soak\nfeeds: [catalogue.yaml]\n"
        f"topics: {data}/topics.yaml\nfetch: {{allow-private: [127.0.0.0/8], per-host: 16, shortest: 30s}}\n"
        f"serve: {{fetch: '*:*:0/30', digest: '*:0/5', jitter: none, listen: '127.0.0.1:{status}'}}\n",
    }
    for name, text in files.items():
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)


def metrics(port):
    figures = {}
    try:
        text = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5).read().decode()
    except OSError:
        return figures
    for line in text.splitlines():
        if line.startswith("lexwatch_job_") or line.startswith("lexwatch_items"):
            name, value = line.rsplit(" ", 1)
            figures[name] = float(value)
    return figures


def memory(pid):
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024


def total(figures, name):
    return int(sum(value for key, value in figures.items() if key.startswith(name)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--feeds", type=int, default=500)
    parser.add_argument("--port", type=int, default=8499, help="where the service tells its figures")
    options = parser.parse_args()
    feeds = Feeds(1)
    server = Server(("127.0.0.1", 0), handler(feeds))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    samples, figures, height, told = [], {}, 0.0, time.time()
    with tempfile.TemporaryDirectory() as folder:
        configure(folder, server.server_address[1], options.port, options)
        log = open(os.path.join(folder, "log"), "w")
        process = subprocess.Popen(
            [os.path.abspath(options.binary), "serve", "--config", folder, "--database",
             os.path.join(folder, "lexwatch.sqlite")], stdout=log, stderr=log)
        begun = time.time()
        while time.time() - begun < options.minutes * 60 and process.poll() is None:
            time.sleep(5)
            if process.poll() is not None:
                break
            figures = metrics(options.port) or figures
            height = max(height, memory(process.pid))
            if figures and not total(figures, "lexwatch_job_running"):
                samples.append((time.time() - begun, memory(process.pid), len(os.listdir(f"/proc/{process.pid}/fd"))))
            if samples and time.time() - told >= 60:
                told = time.time()
                print(f"{samples[-1][0] / 60:5.1f} min  {samples[-1][1]:6.1f} MiB ({height:.0f} at most)  "
                      f"{samples[-1][2]:3d} descriptors  "
                      f"{total(figures, 'lexwatch_job_runs_total'):5d} runs  "
                      f"{total(figures, 'lexwatch_items'):7d} items  {feeds.requests:7d} requests", flush=True)
        early = process.poll() is not None
        process.send_signal(signal.SIGTERM)
        asked = time.time()
        status = process.wait(timeout=60)
        stopped = time.time() - asked
        log.close()
        with open(os.path.join(folder, "log")) as file:
            said = file.read().splitlines()
        troubles = [line for line in said if "error" in line.lower()][:5]
    third = options.minutes * 20
    second, last = ([s for s in samples if n * third <= s[0] < (n + 1) * third] for n in (1, 2))
    if min(len(second), len(last)) < 10:
        sys.exit("too few readings between jobs; the service said:\n" + "\n".join(said[-10:]))
    growth = statistics.median(s[1] for s in last) / statistics.median(s[1] for s in second)
    descriptors = max(s[2] for s in last) - max(s[2] for s in second)
    missed, failed = total(figures, "lexwatch_job_missed_total"), total(figures, "lexwatch_job_failures_total")
    print(f"memory of the last third {growth:.3f} times that of the second; {descriptors:+d} descriptors; "
          f"{missed} moments missed; {failed} runs failed; stopped within {stopped:.1f} s with status {status}")
    for line in troubles:
        print("log:", line)
    waves = feeds.requests / options.feeds
    good = (not early and waves > options.minutes * 0.7 and growth <= 1.1 and descriptors <= 0 and stopped <= 5
            and figures and not missed and not failed)
    print(f"{waves:.1f} waves of {options.feeds} feeds")
    print("good" if good else "NOT GOOD")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
