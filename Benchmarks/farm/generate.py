#!/usr/bin/env python3
"""Generates a farm of feeds: mixed formats, languages and encodings, the same for the same seed.

    generate.py FOLDER --feeds 1000 --entries 30 --port 8085

Writes FOLDER/www/*, FOLDER/catalogue.yaml, FOLDER/lexwatch.yaml, FOLDER/urls (for curl) and FOLDER/nginx.conf.
"""
import argparse
import gzip
import html
import json
import os
import random
from datetime import datetime, timedelta, timezone

LANGUAGES = {
    "en": (["the court", "the regulator", "the office", "parliament", "the commission"],
           ["decided on", "consults on", "published guidance on", "opened an inquiry into", "adopted"],
           ["training data", "deepfakes", "labelling of synthetic content", "trade secrets in prompts",
            "AI inventorship"], ["the ferry timetable", "fisheries quotas", "road works", "school meals"], "utf-8"),
    "de": (["das Gericht", "die Behörde", "der Bundestag", "das Amt"],
           ["entscheidet über", "berät über", "veröffentlicht Leitlinien zu", "prüft"],
           ["Trainingsdaten", "künstlicher Intelligenz", "Geschäftsgeheimnissen", "Bußgeldern"],
           ["Fährverbindungen", "Schulessen"], "windows-1252"),
    "fr": (["la cour", "l’autorité", "le parlement", "l’office"],
           ["statue sur", "consulte sur", "publie des lignes directrices sur", "examine"],
           ["les données d’entraînement", "l’intelligence artificielle", "le secret des affaires"],
           ["la pêche", "les cantines"], "utf-8"),
    "zh-Hans": (["法院", "监管部门", "国家网信办", "专利局"], ["裁定", "征求意见", "发布指南", "调查"],
                ["训练数据", "深度合成", "生成合成内容标识", "商业秘密"],
                ["渔业配额", "道路施工"], "gb18030"),
    "ja": (["裁判所", "規制当局", "特許庁"], ["が判断した", "が意見募集を開始した", "が指針を公表した"],
           ["学習データ", "生成AI", "営業秘密"], ["漁業枠", "給食"], "shift_jis"),
    "ko": (["법원", "위원회", "특허청"], ["판결했다", "의견을 수렴한다", "지침을 발표했다"],
           ["학습 데이터", "인공지능", "영업비밀"], ["어업 쿼터"], "euc-kr"),
    "ru": (["суд", "регулятор", "ведомство"], ["вынес решение о", "проводит консультации о", "опубликовал"],
           ["искусственном интеллекте", "коммерческой тайне"], ["рыболовстве"], "windows-1251"),
}


def sentence(rng, language, is_watched):
    who, verb, watched, plain, _ = LANGUAGES[language]
    a, b, c = rng.choice(who), rng.choice(verb), rng.choice(watched + plain if is_watched else plain)
    if language == "ja":
        return f"{c}について{a}{b}"
    if language == "ko":
        return f"{a}, {c}에 대해 {b}"
    return f"{a}{b}{c}" if language == "zh-Hans" else f"{a} {b} {c}"


def entries(rng, feed, language, count, base, share):
    start = datetime(2026, 1, 1, tzinfo=timezone.utc)
    for number in range(count):
        when = start + timedelta(minutes=rng.randrange(400_000))
        is_watched = share == 1 or rng.random() < share
        title = f"{sentence(rng, language, is_watched)} ({feed}/{number})"
        body = " ".join(sentence(rng, language, is_watched) + "." for _ in range(rng.randrange(4, 14)))
        yield {"id": f"{base}/{feed}/{number}", "link": f"{base}/{feed}/{number}.html", "title": title,
               "body": f"<p>{body}</p>", "date": when}


def rss2(title, language, items, encoding):
    rows = "".join(
        f"<item><title>{html.escape(i['title'])}</title><link>{i['link']}</link><guid>{i['id']}</guid>"
        f"<pubDate>{i['date'].strftime('%a, %d %b %Y %H:%M:%S +0000')}</pubDate>"
        f"<description>{html.escape(i['body'])}</description></item>\n" for i in items)
    return (f'<?xml version="1.0" encoding="{encoding}"?>\n<rss version="2.0"><channel><title>{title}</title>'
            f"<link>http://farm.example/</link><language>{language}</language>\n{rows}</channel></rss>\n")


def rss1(title, language, items, encoding):
    rows = "".join(
        f"<item rdf:about=\"{i['id']}\"><title>{html.escape(i['title'])}</title><link>{i['link']}</link>"
        f"<description>{html.escape(i['body'])}</description><dc:date>{i['date'].isoformat()}</dc:date></item>\n"
        for i in items)
    return (f'<?xml version="1.0" encoding="{encoding}"?>\n<rdf:RDF xmlns="http://purl.org/rss/1.0/" '
            'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f'<channel rdf:about="http://farm.example/"><title>{title}</title><link>http://farm.example/</link>'
            f"<dc:language>{language}</dc:language></channel>\n{rows}</rdf:RDF>\n")


def atom(title, language, items, encoding):
    rows = "".join(
        f"<entry><id>{i['id']}</id><title>{html.escape(i['title'])}</title><link href=\"{i['link']}\"/>"
        f"<updated>{i['date'].isoformat()}</updated><published>{i['date'].isoformat()}</published>"
        f"<summary type=\"html\">{html.escape(i['body'])}</summary></entry>\n" for i in items)
    return (f'<?xml version="1.0" encoding="{encoding}"?>\n<feed xmlns="http://www.w3.org/2005/Atom" '
            f'xml:lang="{language}"><id>http://farm.example/{title}</id><title>{title}</title>'
            f"<updated>2026-06-01T00:00:00Z</updated>\n{rows}</feed>\n")


def jsonfeed(title, language, items, _):
    return json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": title, "language": language,
        "items": [{"id": i["id"], "url": i["link"], "title": i["title"], "content_html": i["body"],
                   "date_published": i["date"].isoformat()} for i in items]}, ensure_ascii=False)


FORMATS = [("xml", rss2), ("rdf", rss1), ("atom", atom), ("json", jsonfeed)]

NGINX = """worker_processes 1;
daemon on;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log warn;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    client_body_temp_path {folder}/tmp; proxy_temp_path {folder}/tmp; fastcgi_temp_path {folder}/tmp;
    uwsgi_temp_path {folder}/tmp; scgi_temp_path {folder}/tmp;
    keepalive_requests 100000;
    gzip_static on;
    types {{ application/rss+xml xml; application/rdf+xml rdf; application/atom+xml atom; application/feed+json json; }}
    server {{ listen {port}; root {folder}/www; etag on; }}
}}
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--entries", type=int, default=30)
    parser.add_argument("--port", type=int, default=8085)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--watched", type=float, default=1, help="the share of items that may speak of AI")
    parser.add_argument("--data", default="", help="the folder of topics.yaml and the vocabulary")
    options = parser.parse_args()
    folder = os.path.abspath(options.folder)
    os.makedirs(f"{folder}/www", exist_ok=True)
    os.makedirs(f"{folder}/tmp", exist_ok=True)
    rng = random.Random(options.seed)
    languages = list(LANGUAGES)
    catalogue, urls = [], []
    for number in range(options.feeds):
        language = languages[number % len(languages)]
        suffix, write = FORMATS[number // len(languages) % len(FORMATS)]
        encoding = "utf-8" if suffix == "json" or number % 3 else LANGUAGES[language][-1]
        # Many addresses of the loopback network, so that no bound on one host decides the result.
        base = f"http://127.0.0.{number % 40 + 1}:{options.port}"
        text = write(f"Farm {number}", language, entries(rng, number, language, options.entries, base, options.watched),
                     encoding)
        name = f"feed{number}.{suffix}"
        data = text.encode(encoding, "xmlcharrefreplace")
        with open(f"{folder}/www/{name}", "wb") as file:
            file.write(data)
        with open(f"{folder}/www/{name}.gz", "wb") as file:
            file.write(gzip.compress(data, 6, mtime=0))
        urls.append(f"{base}/{name}")
        catalogue.append(
            f"- {{id: farm-{number}, publisher: Farm {number}, url: '{base}/{name}', jurisdiction: INT, "
            f"authority: regulator, language: {language}, scope: topical}}")
    with open(f"{folder}/catalogue.yaml", "w") as file:
        file.write("\n".join(catalogue) + "\n")
    with open(f"{folder}/urls", "w") as file:
        file.writelines(f'url = "{url}"\noutput = "/dev/null"\n' for url in urls)
    with open(f"{folder}/register.yaml", "w") as file:
        file.write("owners: [{id: owner}]\npolicies: [{id: policy, title: Policy, owner: owner, "
                   "topics: [training-data]}]\n")
    with open(f"{folder}/lexwatch.yaml", "w") as file:
        file.write("organisation: Farm\nfeeds: [catalogue.yaml]\n"
                   + (f"topics: {options.data}/topics.yaml\n" if options.data else "")
                   + "fetch: {allow-private: [127.0.0.0/8], timeout: 60s}\n")
    with open(f"{folder}/nginx.conf", "w") as file:
        file.write(NGINX.format(folder=folder, port=options.port))


if __name__ == "__main__":
    main()
