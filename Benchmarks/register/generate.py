#!/usr/bin/env python3
"""Generates a large register and what it is watched by, the same for the same seed.

    generate.py FOLDER [--policies 200] [--tools 50] [--items 100000]

Writes FOLDER/lexwatch.yaml, FOLDER/register.yaml, FOLDER/documents/*.md, FOLDER/sources.yaml and FOLDER/feeds/*.xml.
"""
import argparse
import os
import random

TOPICS = {
    "training-data": "training of generative AI on copyrighted books",
    "output-infringement": "generative AI whose output infringes copyright",
    "confidential-information": "trade secrets entered into a generative AI chatbot",
    "deepfakes-likeness": "deepfakes of a person's likeness",
    "transparency-labelling": "labelling of AI-generated content",
    "ai-inventorship": "AI as the inventor named in a patent application",
    "open-source-obligations": "open source licences and AI code assistants",
}
PLACES = ["US", "EU", "GB", "CN", "JP", "DE", "FR", "CA", "IN", "KR"]
ACTS = ["The court ruled on", "The regulator adopted rules on", "A bill was introduced on", "A complaint was filed over"]
DULL = ["fisheries quotas", "road works", "school meals", "the ferry timetable", "pension contributions"]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def entry(rng, place, feed, number):
    topic = rng.choice(list(TOPICS.values())) if rng.random() < 0.04 else None
    what = topic or rng.choice(DULL)
    act = rng.choice(ACTS)
    case = f"C-{rng.randrange(1, 900)}/{rng.randrange(20, 27)}"
    tool = f" It used Tool {rng.randrange(50)}." if topic and rng.random() < 0.1 else ""
    day = f"2026-{rng.randrange(1, 11):02}-{rng.randrange(1, 28):02}"
    body = f"{act} {what} in case {case}.{tool} " + " ".join(f"{rng.choice(ACTS)} {rng.choice(DULL)}." for _ in range(6))
    return (f"<entry><id>urn:{feed}:{number}</id><title>{act} {what} ({feed}/{number})</title>"
            f"<link href='https://{place.lower()}.example/{feed}/{number}'/><updated>{day}T09:00:00Z</updated>"
            f"<summary>{body}</summary></entry>")


def policy(rng, folder, number):
    topics = rng.sample(list(TOPICS), 1)
    places = rng.sample(PLACES, 1)
    cited = [f"C-{rng.randrange(1, 900)}/{rng.randrange(20, 27)}" for _ in range(6)]
    write(f"{folder}/documents/policy-{number}.md", "# Policy\n" + "".join(
        f"\n## {index + 1} Section\n\n" + "What we do, and why. " * 40 + f"See case {case}.\n"
        for index, case in enumerate(cited)))
    return (f"  - id: policy-{number}\n    title: Policy {number} on the use of AI\n    owner: owner-{number % 20}\n"
            f"    deputies: [owner-{(number + 1) % 20}]\n    topics: [{', '.join(topics)}]\n"
            f"    jurisdictions: [{', '.join(places)}]\n    review-every: 6 months\n    reviewed: 2026-0{number % 9 + 1}-01\n"
            f"    document: documents/policy-{number}.md\n    sections:\n"
            f"      - {{id: \"1\", title: First, relies-on: [{cited[0]}]}}\n")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("folder")
    options.add_argument("--policies", type=int, default=200)
    options.add_argument("--tools", type=int, default=50)
    options.add_argument("--items", type=int, default=100_000)
    args = options.parse_args()
    rng = random.Random(7)
    per_feed = 1_000
    feeds = max(1, args.items // per_feed)
    write(f"{args.folder}/lexwatch.yaml",
          "organisation: Benchmark AG\ntimezone: Europe/Zurich\nfeeds: [sources.yaml]\n")
    sources = []
    for feed in range(feeds):
        place = PLACES[feed % len(PLACES)]
        write(f"{args.folder}/feeds/{feed}.xml",
              "<feed xmlns='http://www.w3.org/2005/Atom'><title>Feed</title>"
              + "".join(entry(rng, place, feed, number) for number in range(per_feed)) + "</feed>")
        sources.append(f"- {{id: feed-{feed}, publisher: Publisher {feed}, url: 'file:feeds/{feed}.xml', "
                       f"jurisdiction: {place}, authority: court}}\n")
    write(f"{args.folder}/sources.yaml", "".join(sources))
    owners = "".join(f"  - {{id: owner-{n}, name: Owner {n}}}\n" for n in range(20))
    policies = "".join(policy(rng, args.folder, number) for number in range(args.policies))
    tools = "".join(
        f"  - {{id: tool-{n}, name: Tool {n}, vendor: Vendor {n}, class: approved, policies: [policy-{n}]}}\n"
        for n in range(args.tools))
    write(f"{args.folder}/register.yaml", f"owners:\n{owners}policies:\n{policies}tools:\n{tools}")


main()
