"""An installation of lexwatch in a folder, fed by a server on the loopback network that answers slowly."""
import os
import sqlite3
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "Feeds")
FEEDS, ITEMS, OWNERS = 8, 40, 12
TOPICS = ["training-data", "deepfakes-likeness", "transparency-labelling"]
SUBJECTS = ["training of generative AI on books as training data", "deepfakes and the right to one's own voice",
            "labels for AI-generated text"]


class Server(ThreadingHTTPServer):
    """Takes it calmly when a client is killed in the middle."""

    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        time.sleep(0.05)
        feed = int(self.path.strip("/").split(".")[0])
        body = document(feed)
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def document(feed):
    """Rulings that are each a development of its own."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{feed}-{n}</guid><title>Court rules on {SUBJECTS[n % 3]} in No. "
        f"{feed + 1}:26-cv-{10000 + n}</title><description>The ruling in No. {feed + 1}:26-cv-{10000 + n} decides on "
        f"{SUBJECTS[n % 3]}. {'It is argued at length. ' * 40}</description></item>" for n in range(ITEMS))
    return f"<rss version='2.0'><channel><title>Court {feed}</title>{items}</channel></rss>".encode()


def serve_feeds():
    """Begins to serve; gives the port."""
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


class Installation:
    """A configuration and a state folder."""

    def __init__(self, binary, folder, port, state=None):
        self.binary, self.folder = os.path.abspath(binary), folder
        self.state = state or os.path.join(folder, "state")
        self.database = os.path.join(self.state, "lexwatch.sqlite")
        os.makedirs(self.state, exist_ok=True)
        sources = "".join(
            f"- {{id: f{n}, publisher: Court {n}, url: 'http://127.0.0.1:{port}/{n}.xml', jurisdiction: US, "
            f"authority: court, every: 1s}}\n" for n in range(FEEDS))
        people = "".join(f"- {{id: o{n}, name: Owner {n}}}\n" for n in range(OWNERS))
        policies = "".join(
            f"- {{id: p{n}, title: Policy {n}, owner: o{n}, topics: [{TOPICS[n % 3]}]}}\n" for n in range(OWNERS))
        files = {
            "sources.yaml": sources,
            "register.yaml": f"owners:\n{people}policies:\n{policies}",
            "lexwatch.yaml": "organisation: Test\nfeeds: [sources.yaml]\n"
            f"topics: {DATA}/topics.yaml\nfetch: {{allow-private: [127.0.0.0/8], per-host: 2, shortest: 1s}}\n"
            "serve: {fetch: '*:*:*', digest: '*:*:0/2', jitter: none, listen: none}\n",
        }
        for name, text in files.items():
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)

    def command(self, *words):
        return [self.binary, *words, "--config", self.folder, "--database", self.database]

    def run(self, *words, **options):
        return subprocess.run(self.command(*words), capture_output=True, text=True, timeout=120, **options)

    def start(self, *words):
        return subprocess.Popen(self.command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def rows(self, sql):
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def outcome(self):
        """What was found, asked and told, without the moments and numbers that differ from run to run."""
        return {
            "items": sorted(self.rows("SELECT source, key FROM item")),
            "alerts": sorted(self.rows(
                "SELECT subject, source, key FROM alert JOIN development ON development.id = alert.development "
                "JOIN item ON item.id = lead")),
            "told": sorted(self.rows(
                "SELECT recipient, source, key FROM shown JOIN alert ON alert.id = shown.alert "
                "JOIN development ON development.id = alert.development JOIN item ON item.id = lead")),
            "unweighed": self.rows("SELECT * FROM unweighed"),
            "undelivered": self.rows("SELECT digest, channel FROM delivery WHERE state <> 'sent'"),
        }

    def phase(self, whole):
        """How far a run came that was broken off."""
        try:
            items, alerts, told = (self.rows(f"SELECT count(*) FROM {t}")[0][0] for t in ("item", "alert", "shown"))
        except sqlite3.Error:
            return "start"
        if items < len(whole["items"]):
            return "fetch"
        if alerts < len(whole["alerts"]):
            return "tag"
        return "compose" if told < len(whole["told"]) else "end"

    def troubles(self, whole):
        """What is wrong after the next whole run; empty where all is well."""
        found = []
        check = self.run("check", "--offline")
        if check.returncode:
            found.append("check: " + check.stdout)
        again = self.run("run", "--all")
        if again.returncode:
            found.append(f"the next run ended with {again.returncode}: {again.stderr}")
        waiting = [str(row[0]) for row in self.rows("SELECT id FROM delivery WHERE state IN ('pending', 'uncertain')")]
        if waiting:
            # What could not be delivered waits for its next attempt, unless a person asks for it.
            self.run("deliveries", "retry", *waiting)
            self.run("fetch")
        outcome = self.outcome()
        found += [f"{key}: {len(outcome[key])} instead of {len(whole[key])}" for key in whole
                  if outcome[key] != whole[key]]
        if self.run("audit", "verify").returncode:
            found.append("the audit log is not intact")
        return found
