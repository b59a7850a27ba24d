#!/usr/bin/env python3
"""Hold the recogniser against what careful readers say of real documents.

usage: readings.py TOOL FOLDER [--misses] [--readings=NAME] [FILE…]

FOLDER has `index.tsv` (file, source, kind, …), `docs/`, `converted/` (DOCX of older formats) and `readings/NNN.txt`, whose rows are component,
paragraph (every paragraph of the body, those in tables included, those in text boxes not), text, remark. Prints the shares of components and of
headings with the right level, by source, and with --misses each miss. Another reader's readings stand in a folder of their own name.
"""
import collections
import pathlib
import subprocess
import sys

NAMES = {
    "quocHieu": "national-title", "tieuNgu": "motto", "tieuDe": "party-title", "coQuanChuQuan": "superior",
    "coQuanBanHanh": "issuer", "soKyHieu": "number", "diaDanhNgay": "date", "tenLoai": "type", "trichYeu": "subject",
    "trichYeuCongVan": "letter-subject", "kinhGui": "addressee", "canCu": "basis", "dieu": "article",
    "quyenHan": "authority", "chucVu": "signer-title", "hoTen": "signer-name", "noiNhanLabel": "recipients-label",
    "noiNhanItem": "recipient", "phuLucLabel": "appendix-label", "phuLucTitle": "appendix-title",
    "phuLucKemTheo": "appendix-reference", "mark:formLabel": "appendix-label", "mark:appendixMention": "appendix-reference",
    "mark:stamp": "stamp", "mark:appendixEnd": "end-mark", "lead": "lead", "endMark": "end-mark", "nguoiSoan": "recipient",
}
# What readings and recogniser name differently without either being wrong.
SAME = {}
# Not read with care, or no part of the outline.
LEFT_OUT = {"other", "slot", "proposal", "page-number", "appendix-mention", "table:other", "table:layout", "table:addressees"}


def recognised(output):
    rows = collections.defaultdict(list)
    for line in output.splitlines():
        parts = line.split("\t")
        if len(parts) >= 6:
            rows[parts[0]].append(parts[1:6])
    return rows


def wanted(path):
    components, headings, left_out = set(), {}, set()
    texts = {}
    texts[0] = "main headings only" if "main headings only" in path.read_text(encoding="utf-8") else ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        parts = (line.split("\t") + ["", "", ""])[:4]
        name, number, text, remark = parts
        if not number.isdigit():
            continue
        number = int(number)
        texts[number] = text
        if name.startswith("heading:"):
            headings[number] = (int(name[8:]), remark)
        elif name in LEFT_OUT:
            left_out.add((name, number))
        else:
            # The line in brackets under an appendix's title.
            if name == "appendix-title" and (text.startswith("(") or text.endswith(")")):
                name = "appendix-reference"
            components.add((SAME.get(name, name), number))
    return components, headings, texts, left_out


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    shows = "--misses" in sys.argv
    named = next((a.partition("=")[2] for a in sys.argv if a.startswith("--readings=")), "readings")
    tool, folder = arguments[0], pathlib.Path(arguments[1])
    chosen = set(arguments[2:])
    sources, files = {}, {}
    for line in (folder / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, source = line.split("\t")[:2]
        sources[name[:3]], files[name[:3]] = source.split(":")[0], name
    numbers = [p.stem for p in sorted((folder / named).glob("[0-9]*.txt")) if not chosen or p.stem in chosen]
    paths = {}
    for number in numbers:
        converted = folder / "converted" / f"{number}.docx"
        paths[number] = str(converted if converted.exists() else folder / "docs" / files[number])
    output = subprocess.run([tool, *paths.values()], capture_output=True, text=True).stdout
    rows = recognised(output)
    soft = set()
    soft_path = folder / "readings" / "soft-run-in.tsv"
    if soft_path.exists():
        for line in soft_path.read_text(encoding="utf-8").splitlines():
            parts = line.split("\t")
            if len(parts) > 1 and parts[1].isdigit():
                soft.add((parts[0], int(parts[1])))
    totals = collections.defaultdict(lambda: [0, 0, 0, 0, 0, 0])
    kinds = collections.defaultdict(lambda: [0, 0, 0])
    for number in numbers:
        components, headings, texts, left_out = wanted(folder / named / f"{number}.txt")
        found, levels = set(), {}
        articles = {n for c, n in components if c == "article"}
        for place, name, level, kind, text in rows[paths[number]]:
            if not place.isdigit():
                continue
            place = int(place)
            texts.setdefault(place, text)
            if name == "heading":
                if not kind.startswith("article"):
                    levels.setdefault(place, (int(level), kind))
                else:
                    found.add(("article", place))
            elif name == "table":
                if f"table:{level}" not in LEFT_OUT:
                    found.add((f"table:{level}", place))
            elif name in NAMES:
                found.add((NAMES[name], place))
        total = totals[sources.get(number, "?")]
        hits = components & found
        missed, extra = components - found, found - components
        extra = {(c, n) for c, n in extra if not (c == "basis" and ("proposal", n) in left_out or c == "appendix-reference" and ("appendix-title", n) in components)}
        total[0] += len(hits)
        total[1] += len(missed)
        total[2] += len(extra)
        for name, _ in hits: kinds[name][0] += 1
        for name, _ in missed: kinds[name][1] += 1
        for name, _ in extra: kinds[name][2] += 1
        for place, (level, remark) in headings.items():
            if levels.get(place, (0,))[0] == level:
                total[3] += 1
            elif (number, place) not in soft:
                total[4] += 1
                if shows: print(f"{number}\t{place}\theading {level} ({remark})\tread as {levels.get(place)}\t{texts.get(place, '')[:70]}")
        for place, (level, kind) in levels.items():
            if not texts[0] and place not in headings and place not in articles and (number, place) not in soft:
                total[5] += 1
                if shows: print(f"{number}\t{place}\tno heading\tread as {(level, kind)}\t{texts.get(place, '')[:70]}")
        if shows:
            for name, place in sorted(missed, key=lambda x: x[1]): print(f"{number}\t{place}\tmissed {name}\t\t{texts.get(place, '')[:70]}")
            for name, place in sorted(extra, key=lambda x: x[1]): print(f"{number}\t{place}\tonly {name}\t\t{texts.get(place, '')[:70]}")
    share = lambda right, *wrong: f"{100 * right / max(1, right + sum(wrong)):6.1f} %"
    print("components: recall, precision; headings with the right level: recall, precision; source")
    whole = [sum(t[i] for t in totals.values()) for i in range(6)]
    for source, t in [*sorted(totals.items(), key=lambda x: -sum(x[1])), ("all", whole)]:
        print(share(t[0], t[1]), share(t[0], t[2]), "|", share(t[3], t[4]), share(t[3], t[5]), "|", t, source)
    if shows or chosen == set():
        print("component: right, missed, too many")
        for name, counts in sorted(kinds.items(), key=lambda x: -sum(x[1][1:])): print(f"  {name}: {counts}")


main()
