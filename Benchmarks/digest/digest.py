#!/usr/bin/env python3
"""Measures how long digests for many recipients take, and how much memory.

    digest.py BINARY [--owners 500] [--questions 20]

By default 500 owners with a policy each have 20 open questions each: 10,000 alerts about 500 developments. The first
digest shows all of them as new, the second lists what is still open. Each figure is of a whole process: opening the
database, composing, committing, and writing html, text, Markdown, JSON, calendar and feeds into the folder; the one
"only composed" changes nothing and writes one form to the standard output.
"""
import argparse
import os
import subprocess
import tempfile
import time

PLACES = ["EU", "US", "GB", "CN", "DE", "FR", "IT", "ES", "NL", "PL", "IE", "AT", "CH", "SE", "DK", "NO", "FI", "CA",
          "AU", "NZ", "IN", "JP", "KR", "SG", "BR"]


def chinese(place, number):
    return (f"法院判决{place}{number}号：以图书训练生成式人工智能构成侵权",
            f"法院在（2025）京0491民初{10000 + 100 * number + PLACES.index(place)}号案件中判决，未经许可将受著作权保护的图书用作大型语言模型的训练数据构成侵权。"
            "判决认为文本与数据挖掘例外不适用。判决尚未生效，当事人可以上诉。")


def english(place, number):
    return (f"Ruling {place}-{number}: training generative AI on books no. {number} of {place} is infringement",
            f"The court held in case 3:24-cv-{10000 + 100 * number + PLACES.index(place)} that copying books as training "
            "data for a large language model infringes copyright. It rejected the defence of text and data mining. "
            "The decision is not final and may be appealed within two months.")


def configure(folder, owners, questions, data):
    """Writes the sources, the register and the settings."""
    sources = []
    for place in PLACES:
        tell = chinese if place in ("CN", "SG") else english
        items = "".join(
            f"<item><guid isPermaLink='false'>{place}-{n}</guid><title>{title}</title><link>https://court.example/{place}/{n}</link>"
            f"<description>{text}</description></item>"
            for n in range(questions) for title, text in [tell(place, n)])
        with open(f"{folder}/{place}.xml", "w", encoding="utf-8") as file:
            file.write(f"<rss version='2.0'><channel><title>{place}</title>{items}</channel></rss>")
        language = "zh-Hans" if tell is chinese else "en"
        sources.append(f"- {{id: s-{place.lower()}, publisher: Court of {place}, url: 'file:{place}.xml', "
                       f"jurisdiction: {place}, authority: court, scope: topical, language: {language}}}\n")
    people, policies = ["owners:\n"], ["policies:\n"]
    for n in range(owners):
        language = ["en", "en", "zh-Hans", "fr", "en"][n % 5]
        people.append(f"  - {{id: o{n}, name: Owner {n}, email: o{n}@example.org, language: {language}}}\n")
        policies.append(f"  - {{id: p{n}, title: Policy {n} on the use of generative AI, owner: o{n}, "
                        f"topics: [training-data], jurisdictions: [{PLACES[n % len(PLACES)]}]}}\n")
    files = {"sources.yaml": sources, "register.yaml": people + policies, "lexwatch.yaml": [
        f"organisation: Example AG\ntimezone: Europe/Zurich\nfeeds: [sources.yaml]\ntopics: {data}/topics.yaml\n"]}
    for name, lines in files.items():
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write("".join(lines))


def measured(label, command, output):
    """Runs a command, prints its time and memory, and leaves what it said in a file."""
    begun = time.time()
    with open(output, "wb") as file:
        # This process stays small: a child's peak counts what it was before it became another program.
        process = subprocess.Popen(command, stdout=file)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{label}: exit code {process.returncode}")
    print(f"{label:40} {time.time() - begun:6.2f} s wall {usage.ru_utime:6.2f} s user {usage.ru_stime:5.2f} s system "
          f"{usage.ru_maxrss / 1024:6.1f} MiB", flush=True)


def lines(file):
    with open(file, "rb") as file:
        return sum(1 for _ in file)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--owners", type=int, default=500)
    parser.add_argument("--questions", type=int, default=20)
    options = parser.parse_args()
    data = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Feeds")
    with tempfile.TemporaryDirectory() as folder:
        configure(folder, options.owners, options.questions, os.path.abspath(data))
        binary, said = os.path.abspath(options.binary), f"{folder}/said"
        place = ["--config", folder, "--database", f"{folder}/lexwatch.sqlite"]
        measured("fetch, tag, group and ask", [binary, "fetch", "--all", *place], said)
        measured("list the alerts", [binary, "alerts", "--json", *place], said)
        print(f"{options.owners} recipients, {lines(said)} open alerts")
        for form in ("text", "html"):
            measured(f"only composed, as {form}", [binary, "digest", "--dry-run", "--form", form, *place], said)
        measured("composed and written, all new", [binary, "digest", *place], said)
        measured("composed and written, all still open", [binary, "digest", "--again", *place], said)
        print(f"{len(os.listdir(f'{folder}/digests'))} files written")


if __name__ == "__main__":
    main()
