#!/usr/bin/env python3
"""Runs the steps of the proof and keeps the table of docs/proof.md: what was promised, how it is shown, what the last run said, when, how long."""
import datetime
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "proof.md"
FUZZ = os.environ.get("FUZZ_SECONDS", "600")
MUTANTS = os.environ.get("MUTANTS", "300")
RECORDS = os.environ.get("BATCH_RECORDS", "20000")

# Name, what it shows, its command, and what of its output is the result: the last line that matches, or the number of lines that do with “#”.
STEPS = [
    ("tests", "Mọi phép thử", "scripts/test.sh", r"Test run with .*"),
    ("coverage", "Số dòng mã được phép thử chạy qua", "scripts/coverage.sh", r"coverage: (.*)"),
    ("threads", "Không tranh chấp dữ liệu giữa các luồng (bộ soát luồng)", "scripts/threads.sh", r"Test run with .*"),
    ("web", "Năm việc của văn thư trong trình duyệt, trang dùng được với trình đọc màn hình", "scripts/test-web.sh", r"test-web: (\w+: .*)"),
    ("fuzz", f"Không tệp nào làm sập các bộ đọc, {FUZZ} giây mỗi bộ đọc", f"scripts/fuzz.sh {FUZZ}", r"#\d+ runs, +\d+ edges"),
    ("mutations", "Phép thử nhận ra những thay đổi nhỏ của mã", f"scripts/mutate.sh --count {MUTANTS} && cat .build/mutations.txt", r"(.*%.*)"),
    ("growth", "Thời gian (số lệnh máy) và bộ nhớ tăng không quá độ dài", "scripts/growth.sh", r"growth: (.*)"),
    ("speed", "Tốc độ, đo trong một lần chạy", "scripts/bench.sh", r"bench: (.*)"),
    ("pages", "Trang web: số trang mỗi giây, nhận 200 tệp cùng lúc, 10.000 kết nối để không, 1.000 lần xem trước", "scripts/bench-pages.sh", r"pages: (.*;.*)"),
    (
        "batches", "Hàng loạt: bị tắt giữa chừng, đĩa đầy, GNU parallel, Slurm, Spark cho cùng một kết quả",
        f"scripts/scale.sh --records {RECORDS} --kills 50 parallel kill disk slurm spark", r"scale: (.*)",
    ),
    ("package", "Gói .deb và tệp nén chạy trên Debian trần", "scripts/package-test.sh", r"package-test: (.*run in bare systems)"),
    ("dependency", "Dùng được làm thư viện của gói khác", "scripts/dependency.sh", r"dependency: (.*)"),
]
HEAD = """# Bằng chứng

*In English: what was promised, how it is shown, and the figures of the last run. Written by `make proof`; each line is that of the last run of its step.*

`make proof` chạy mọi bước (vài giờ, cần quyền quản trị cho vài bước); `scripts/proof.sh growth fuzz` chạy riêng từng bước. Mỗi thay đổi còn phải qua `.ci/run`, có một phần
mười của các bước này.

| Bước | Cho thấy điều gì | Lần chạy gần nhất nói gì | Khi nào, bản nào | Thời gian |
|---|---|---|---|---|
"""


def rows():
    """The rows of the page by the name of their step."""
    if not PAGE.exists():
        return {}
    return {found[1]: found[0] for found in re.finditer(r"^\| `([a-z]+)` \|.*\|$", PAGE.read_text(), re.M)}


def result(output, pattern):
    if pattern.startswith("#"):
        lines = re.findall(pattern[1:], output)
        runs = sum(int(line.split()[0]) for line in lines)
        return f"{len(lines)} bộ đọc, {runs:,} lượt, không lỗi".replace(",", ".") if lines else "không chạy"
    found = re.findall(pattern, output)
    return found[-1] if found else (output.strip().split("\n") or [""])[-1][:200]


def commit():
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.strip() or "không rõ"


def main(wanted):
    unknown = set(wanted) - {step[0] for step in STEPS}
    if unknown:
        sys.exit(f"proof: there is no step {', '.join(sorted(unknown))}; steps: {', '.join(step[0] for step in STEPS)}")
    kept, failed = rows(), []
    for name, shows, command, pattern in STEPS:
        if wanted and name not in wanted:
            continue
        print(f"proof: {name}: {command}", file=sys.stderr, flush=True)
        begun = time.time()
        done = subprocess.run(command, shell=True, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        took = round(time.time() - begun)
        said = result(done.stdout, pattern).replace("|", "/").strip()
        if done.returncode:
            failed.append(name)
            said = f"**không đạt**: {said}"
            sys.stderr.write(done.stdout[-4000:])
        when = f"{datetime.date.today().isoformat()}, {commit()}"
        kept[name] = f"| `{name}` | {shows} | {said} | {when} | {took // 60} phút {took % 60:02} |"
        print(f"proof: {name}: {said} ({took} s)", file=sys.stderr, flush=True)
        PAGE.write_text(HEAD + "\n".join(kept[step[0]] for step in STEPS if step[0] in kept) + "\n")
    if failed:
        sys.exit(f"proof: failed: {', '.join(failed)}")


main(sys.argv[1:])
