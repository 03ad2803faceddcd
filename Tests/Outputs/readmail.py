#!/usr/bin/env python3
"""Reads messages back with Python's `email` package, as a mail reader that knows nothing of lexwatch would.

    readmail.py FOLDER

The folder holds messages `NAME.eml`, and beside each of them `NAME.json` with what it has to say. Prints what is wrong,
and exits with 1 where anything is. Needs nothing but Python.
"""
import email
import email.policy
import email.utils
import html.parser
import json
import pathlib
import re
import sys

ENCODED_WORD = re.compile(rb"=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=")


def lines(raw):
    """What is wrong with the bytes: RFC 5322, 2.1.1 and 2.3; RFC 2047, 2; RFC 2045, 6.7 and 6.8."""
    head = raw.split(b"\r\n\r\n", 1)[0]
    if any(byte > 126 or byte < 32 and byte not in (10, 13) for byte in raw):
        yield "a byte that is no printable ASCII"
    if re.search(rb"(?<!\r)\n|\r(?!\n)", raw):
        yield "a bare CR or LF"
    longest = max(map(len, raw.split(b"\r\n")))
    if longest > 78:
        yield f"a line of {longest} columns"
    for line in head.split(b"\r\n"):
        words = ENCODED_WORD.findall(line)
        if words and len(line) > 76:
            yield f"a line of {len(line)} columns with an encoded word"
        for word in words:
            if len(word) > 75:
                yield f"an encoded word of {len(word)} columns"
            try:
                email.header.decode_header(word.decode())[0][0].decode("utf-8")
            except UnicodeDecodeError:
                yield f"a character that is cut in two: {word}"


def fields(message, expected):
    """What is wrong with the header."""
    for name, value in message.items():
        if value.defects:
            yield f"{name}: {value.defects}"
    if len(set(map(str.lower, message.keys()))) != len(message.keys()):
        yield f"a field that comes twice: {message.keys()}"
    told = {
        "Subject": message["Subject"], "Message-ID": message["Message-ID"],
        "References": str(message["References"] or "").split(), "Auto-Submitted": message["Auto-Submitted"],
        "Date": message["Date"].datetime.isoformat(), "List-Unsubscribe-Post": message["List-Unsubscribe-Post"],
        "List-Unsubscribe": re.findall("<([^>]*)>", message["List-Unsubscribe"]),
    }
    for name, value in told.items():
        if name in expected and value != expected[name]:
            yield f"{name} is {value!r} and not {expected[name]!r}"
    for name in {"From", "To"} & expected.keys():
        shown, wanted = message[name].addresses[0].display_name, expected[name]
        # Python keeps the space between two encoded words of a phrase, which RFC 2047, 6.2, has every reader drop.
        if shown != wanted and (len(wanted.encode()) <= 39 or "".join(shown.split()) != "".join(wanted.split())):
            yield f"{name} is {shown!r} and not {wanted!r}"
    if message["Message-ID"] in told["References"]:
        yield "a message that refers to itself"
    if (told["References"] or [None])[-1] != message["In-Reply-To"]:
        yield f"In-Reply-To is {message['In-Reply-To']} and not the last reference"
    if not re.fullmatch(r"<[\w.-]+\.[\w.-]+>", message["List-Id"]):
        yield f"List-Id is {message['List-Id']}"
    if len(message["From"].addresses) != 1 or len(message["To"].addresses) != 1:
        yield "more or fewer than one sender and one recipient"


class Page(html.parser.HTMLParser):
    """Finds what must never stand in a page."""

    def __init__(self):
        super().__init__()
        self.faults = []

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "img", "iframe", "object", "form", "link", "base"):
            self.faults.append(f"the page has <{tag}>")
        for name, value in attributes:
            if name.startswith("on") or name in ("href", "src") and not re.match("https?:|mailto:|#", value or ""):
                self.faults.append(f"the page has {name}={value!r}")


def parts(message, expected):
    """What is wrong with the parts, their order and what they say."""
    leaves = [part for part in message.walk() if not part.is_multipart()]
    kinds = [part.get_content_type() for part in leaves]
    if kinds not in (["text/plain", "text/html"], ["text/plain", "text/html", "text/calendar"]):
        yield f"parts are {kinds}"
    for part in message.walk():
        if part.defects:
            yield f"{part.get_content_type()}: {part.defects}"
    for part in leaves:
        kind, text = part.get_content_type(), part.get_content().replace("\r\n", "\n")
        if part.get_content_charset() != "utf-8":
            yield f"{kind}: charset {part.get_content_charset()}"
        if kind in expected and text.rstrip("\n") != expected[kind].replace("\r\n", "\n").rstrip("\n"):
            yield f"{kind}: the text is not what was written"
        if kind == "text/html":
            page = Page()
            page.feed(text)
            yield from page.faults
        if kind == "text/calendar" and (
                part.get_param("method") != "PUBLISH" or "\nMETHOD:PUBLISH\n" not in text
                or not (part.get_filename() or "").endswith(".ics")):
            yield f"text/calendar: {part['Content-Type']}, {part['Content-Disposition']}"


def faults(raw, expected=None):
    """Everything that is wrong with a message, a sentence each."""
    expected = expected or {}
    message = email.message_from_bytes(raw, policy=email.policy.default)
    found = [*lines(raw), *fields(message, expected), *parts(message, expected)]
    # Written anew and read again it is the same.
    again = email.message_from_bytes(message.as_bytes(policy=email.policy.SMTP), policy=email.policy.default)
    found += [f"written anew, {name} is another" for name in message.keys() if str(again[name]) != str(message[name])]
    if [p.get_payload(decode=True) for p in again.walk()] != [p.get_payload(decode=True) for p in message.walk()]:
        found.append("written anew, the parts are others")
    return found


def main():
    wrong = 0
    messages = sorted(pathlib.Path(sys.argv[1]).glob("*.eml"))
    for file in messages:
        beside = file.with_suffix(".json")
        for fault in faults(file.read_bytes(), json.loads(beside.read_text()) if beside.exists() else None):
            print(f"{file.name}: {fault}")
            wrong += 1
    print(f"{len(messages)} messages read, {wrong} faults")
    sys.exit(1 if wrong or not messages else 0)


if __name__ == "__main__":
    main()
