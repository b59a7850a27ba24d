#!/usr/bin/env python3
"""Holds that the work grows no faster than the input: every shape at n and 4n, by instructions counted under valgrind, and by memory.

    growth.py VANTHU [--only NAME,…] [--limit 1.15] [--jobs 2]

Work is what is above the same shape with nothing in it: exponent = log4((I(4n) − I(0)) / (I(n) − I(0))). Memory at 4n may be at most four times what
it is at n above that, and 6 MB. One line a shape; status 1 where a limit is passed.
"""
import argparse
import concurrent.futures
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override '
    'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
SENTENCE = (
    "Các sở, ban, ngành thực hiện nhiệm vụ phát triển kinh tế - xã hội của tỉnh theo Kế hoạch năm 2026 đã được phê duyệt tại "
    "Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh lần {}; báo cáo  kết quả trước ngày 15/12/2026 ,gửi về Sở Nội vụ."
)


def escaped(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;")


def run(text, look=""):
    return f'<w:r>{look and f"<w:rPr>{look}</w:rPr>"}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def paragraph(*runs, properties=""):
    return f'<w:p>{properties and f"<w:pPr>{properties}</w:pPr>"}{"".join(runs)}</w:p>'


def line(text):
    return paragraph(run(text))


def table(rows, width=9000):
    columns = max((len(row) for row in rows), default=1)
    grid = f'<w:gridCol w:w="{width // columns}"/>' * columns
    body = "".join(
        "<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width // columns}" w:type="dxa"/></w:tcPr>{line(cell)}</w:tc>' for cell in row) + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def word(path, body):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f'<?xml version="1.0"?><w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>')


def text_document(path, body):
    kinds = " ".join(f'xmlns:{name}="{ODF}{name}:1.0"' for name in ("office", "text", "table", "style"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "META-INF/manifest.xml",
            f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{ODF}manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" '
            'manifest:media-type="text/xml"/></manifest:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {kinds} office:version="1.2"><office:body><office:text>{body}</office:text>'
            "</office:body></office:document-content>",
        )


class Shapes:
    """What each shape writes into a folder for a size, and the arguments of the program that reads it."""

    def __init__(self, vanthu, official):
        self.vanthu = vanthu
        self.official = official

    # Templates

    def filled(self, folder, body, data, writer=word, name="mau.docx"):
        writer(folder / name, body)
        (folder / "d.json").write_text(json.dumps(data, ensure_ascii=False))
        return ["render", name, "--data", "d.json", "-o", f"ra{pathlib.Path(name).suffix}", "--force"]

    def filled_odt(self, folder, body, data):
        return self.filled(folder, body, data, text_document, "mau.odt")

    def rows(self, folder, n):
        return self.filled(folder, table([["{#ds}{a}", "{b | so}", "{c}{/ds}"]]), {"ds": [{"a": f"Việc {i}", "b": i, "c": "x"} for i in range(n)]})

    def rows_odt(self, folder, n):
        cells = "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in ("{#ds}{a}", "{b}", "{c}{/ds}"))
        body = f'<table:table><table:table-column table:number-columns-repeated="3"/><table:table-row>{cells}</table:table-row></table:table>'
        return self.filled_odt(folder, body, {"ds": [{"a": f"Việc {i}", "b": i, "c": "x"} for i in range(n)]})

    def rows_csv(self, folder, n):
        word(folder / "mau.docx", table([["{#dong}{a}", "{b}", "{c}{/dong}"]]))
        (folder / "d.csv").write_text("a,b,c\n" + "".join(f"Việc {i},{i},x\n" for i in range(n)))
        return ["render", "mau.docx", "--data", "d.csv", "-o", "ra.docx", "--force"]

    def rows_spanned(self, folder, n):
        """Neighbours of equal groups are merged downwards."""
        return self.filled(folder, table([["{#ds}{a}", "{b}{/ds}"]]) + line("{#nhom}{ten}: {#muc}{.}, {/muc}{/nhom}"), {
            "ds": [{"a": i // 5, "b": i} for i in range(n)], "nhom": [{"ten": i, "muc": [1, 2, 3]} for i in range(n)]})

    def tags(self, folder, n):
        return self.filled(folder, line("{dau}") + "".join(line(f"Mục {{t{i}}} và {{t{i} | hoa}}.") for i in range(n)), {"dau": 1, **{f"t{i}": f"giá trị {i}" for i in range(n)}})

    def tags_of_a_line(self, folder, n):
        return self.filled(folder, line("{dau} " + " ".join(f"{{t{i}}}" for i in range(n))), {"dau": 1, **{f"t{i}": i for i in range(n)}})

    def unknown_names(self, folder, n):
        return self.filled(folder, line("{dau}") + "".join(line(f"{{ten_don_vy_{i}}}") for i in range(n)), {"dau": 1, **{f"ten_don_vi_{i}": i for i in range(n)}})

    def sections(self, folder, n):
        return self.filled(folder, line("{dau}") + "".join(line(f"{{#c{i % 7}}}có {i}{{^}}không{{/}}") for i in range(n)), {"dau": 1, **{f"c{i}": i % 2 for i in range(7)}})

    def split_runs(self, folder, n):
        return self.filled(folder, paragraph(run("{dau}"), *(run(part) for i in range(n) for part in ("{t", "en} ", str(i)))), {"dau": 1, "ten": "A"})

    def keys(self, folder, n):
        return self.filled(folder, line("{k0.a}"), {f"k{i}": {"a": i, "b": [i]} for i in range(n + 1)})

    def long_value(self, folder, n):
        return self.filled(folder, line("{x | hoa}"), {"x": "Việc cần làm. " * n})

    def blanks_odt(self, folder, n):
        return self.filled_odt(folder, "<text:p>{x}</text:p>", {"x": "a    b\t" * n})

    def line_breaks(self, folder, n):
        return self.filled(folder, line("{x}") + line("{@y}"), {"x": "dòng\n" * n, "y": "đoạn **đậm**\n\n" * n})

    def html(self, folder, n):
        return self.filled(folder, line("{@x | html}"), {"x": "<p>Một <b>đoạn</b></p><ul><li>mục</li></ul><table><tr><td>ô</td></tr></table>" * n})

    def pictures(self, folder, n):
        shutil.copy(HERE.parent / "docs" / "ke-hoach.png", folder / "a.png")
        for i in range(n):
            shutil.copy(folder / "a.png", folder / f"a{i}.png")
        return self.filled(folder, line("{#ds}{%anh rong=4cm}{/ds}"), {"ds": [{"anh": f"a{i}.png"} for i in range(n)]})

    def columns(self, folder, n):
        # Many rows, so that the few columns a page can have stand above the start.
        return self.filled(folder, table([["Tên", "{#cot}{.}{/cot}"]] * 60), {"cot": list(range(max(n, 1)))})

    def inspected(self, folder, n):
        word(folder / "mau.docx", line("{dau}") + "".join(line(f"{{#ds{i}}}{{a.b}} {{c | tien}}{{/}}") for i in range(n)))
        return ["inspect", "mau.docx", "--json"]

    def linted(self, folder, n):
        word(folder / "mau.docx", line("{dau}") + "".join(line(f"{{#ds{i}}}{{a | khong_co}}") for i in range(n)))
        return ["lint", "mau.docx"]

    def records(self, folder, n):
        word(folder / "mau.docx", line("Kính gửi: {ten}, số {so}."))
        (folder / "d.jsonl").write_text("".join(json.dumps({"ten": f"Ông {i}", "so": i}) + "\n" for i in range(n + 1)))
        return ["batch", "mau.docx", "--data", "d.jsonl", "--name", "{so}.docx", "-o", "ra.zip", "--force", "--jobs", "1"]

    # Documents of others

    def document(self, folder, body, name="vb.docx"):
        source = zipfile.ZipFile(self.official)
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry in source.infolist():
                data = source.read(entry.filename)
                if entry.filename == "word/document.xml":
                    text = data.decode()
                    # Before the foot, which is the last table.
                    at = text.rindex("<w:tbl>")
                    data = (text[:at] + body + text[at:]).encode()
                archive.writestr(entry.filename, data)
        return name

    def prose(self, folder, n, name="vb.docx", change=""):
        lines = (paragraph(run(f"{i // 10 + 1}. Đề mục số {i}", "<w:b/>")) if i % 10 == 0 else line(SENTENCE.format(i) + change) for i in range(n))
        return self.document(folder, "".join(lines), name)

    def checked(self, folder, n):
        return ["check", self.prose(folder, n)]

    def mended(self, folder, n):
        return ["check", self.prose(folder, n), "--fix", "ra.docx", "--force"]

    def annotated(self, folder, n):
        return ["check", self.prose(folder, n), "--annotate", "ra.docx", "--force"]

    def converted(self, folder, n):
        return ["convert", self.prose(folder, n), "ra.odt", "--force"]

    def compared(self, folder, n):
        return ["diff", self.prose(folder, n), self.prose(folder, n, "moi.docx", " Sửa.")]

    def redlined(self, folder, n):
        return ["diff", self.prose(folder, n), self.prose(folder, n, "moi.docx", " Sửa."), "--redline", "ra.docx", "--force"]

    def imported(self, folder, n):
        shutil.rmtree(folder / "hs", ignore_errors=True)
        return ["import", self.prose(folder, n), "-o", "hs"]

    def checked_tables(self, folder, n):
        return ["check", self.document(folder, "".join(table([["Ô  một", str(i), "x"]]) + line(f"Việc {i}.") for i in range(n)))]

    def checked_rows(self, folder, n):
        return ["check", self.document(folder, table([["TT", "Nội dung", "Số tiền"]] + [[str(i + 1), f"Việc  thứ {i}", f"{i}.000"] for i in range(n)]) + line("Hết."))]

    def mended_rows(self, folder, n):
        return ["check", self.document(folder, table([["TT", "Nội dung", "Số tiền"]] + [[str(i + 1), f"Việc  thứ {i}", f"{i}.000"] for i in range(n)]) + line("Hết.")), "--fix", "ra.docx", "--force"]

    def mended_runs(self, folder, n):
        looks = ('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/>', '<w:sz w:val="28"/>')
        return ["check", self.document(folder, paragraph(*(run(f"chữ  {i} ", looks[i % 2]) for i in range(n))) + line("Hết.")), "--fix", "ra.docx", "--force"]

    def checked_headings(self, folder, n):
        return ["check", self.document(folder, "".join(paragraph(run(f"{i + 1}. Đề mục  số {i}", "<w:b/>")) for i in range(n)))]

    def checked_blanks(self, folder, n):
        return ["check", self.document(folder, line("a" + " " * n + "b.") + line("Hết."))]

    def checked_long_line(self, folder, n):
        return ["check", self.document(folder, line("Việc cần làm ,theo kế hoạch. " * n))]

    def checked_marks(self, folder, n):
        return ["check", self.document(folder, line("a\u0323\u0306 " * n))]

    def checked_bases(self, folder, n):
        return ["check", self.document(folder, "".join(paragraph(run(f"Căn cứ Nghị định số {i}/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ", "<w:i/>")) for i in range(n)))]

    def checked_abbreviations(self, folder, n):
        letters = [chr(65 + i) for i in range(26)]
        names = [letters[i // 676 % 26] + letters[i // 26 % 26] + letters[i % 26] for i in range(n)]
        return ["check", self.document(folder, "".join(line(f"Đơn vị {a.lower()}x {b.lower()}x {c.lower()}x ({a}{b}{c}) là {a}{b}{c}.") for a, b, c in names))]

    def checked_own_list(self, folder, n):
        (folder / "du-lieu").mkdir(exist_ok=True)
        (folder / "du-lieu" / "chinh-ta.yaml").write_text("chinh_ta:\n" + "".join(f"  chữ sai {i}: chữ đúng {i}\n" for i in range(n + 1)))
        return ["check", self.document(folder, line("Hết."))]

    # Figures

    def figures(self, *arguments):
        subprocess.run([sys.executable, HERE / "figures.py", *map(str, arguments)], check=True)

    def estimate(self, folder, n, kind):
        shutil.rmtree(folder / "hs", ignore_errors=True)
        self.figures("estimate", folder / "hs", n + 1, kind)
        return ["budget", "hs", "--year", "2026", "--view", "theo-noi-dung", "--format", "xlsx", "-o", "ra", "--force"]

    def estimate_yaml(self, folder, n):
        return self.estimate(folder, n, "yaml")

    def estimate_csv(self, folder, n):
        return self.estimate(folder, n, "csv")

    def estimate_xlsx(self, folder, n):
        return self.estimate(folder, n, "xlsx")

    def estimate_document(self, folder, n):
        return [*self.estimate(folder, n, "csv")[:-5], "--format", "docx", "-o", "ra", "--force"]

    def log(self, folder, n):
        shutil.rmtree(folder / "hs", ignore_errors=True)
        self.figures("log", folder / "hs", n + 1)
        return ["report", "hs", "--period", "2026-Q1", "-o", "ra", "--force"]

    def units(self, folder, n):
        shutil.rmtree(folder / "hs", ignore_errors=True)
        self.figures("units", folder / "hs", n + 1, 10)
        return ["consolidate", "hs", "--year", "2026", "--format", "xlsx", "-o", "ra", "--force"]

    def tasks(self, folder, n):
        shutil.rmtree(folder / "hs", ignore_errors=True)
        self.figures("estimate", folder / "hs", 1, "csv")
        plan = folder / "hs" / "ke-hoach.yaml"
        head, task, foot = re.match(r"(.*noi_dung:\n)(  - .*?\n)(giai_phap.*)", plan.read_text(), re.S).groups()
        plan.write_text(head + task + "".join(task.replace("tin-bai", f"viec-{i}").replace("Đăng tải", f"Việc {i}") for i in range(n)) + foot)
        return ["plan", "hs", "-o", "ra", "--force"]


# Each shape with its n: small enough that the whole takes minutes under valgrind, large enough to stand above the start.
SIZES = {
    "rows": 800, "rows_odt": 800, "rows_csv": 800, "rows_spanned": 300, "tags": 100, "tags_of_a_line": 200, "unknown_names": 60, "sections": 150,
    "split_runs": 200, "keys": 1000, "long_value": 2000, "blanks_odt": 1000, "line_breaks": 300, "html": 60, "pictures": 8, "columns": 12,
    "inspected": 60, "linted": 60, "records": 40, "checked": 60, "mended": 40, "annotated": 40, "converted": 60, "compared": 60, "redlined": 40,
    "imported": 30, "checked_tables": 40, "checked_rows": 80, "mended_rows": 40, "mended_runs": 600, "checked_headings": 60, "checked_blanks": 2000,
    "checked_long_line": 60, "checked_marks": 200, "checked_bases": 30, "checked_abbreviations": 60,
    "checked_own_list": 400, "estimate_yaml": 60, "estimate_csv": 80, "estimate_xlsx": 80,
    "estimate_document": 60, "log": 1500, "units": 8, "tasks": 15,
}
SUFFICES = {0, 1}


def instructions(program, arguments, folder):
    """The instructions that one run takes."""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--branch-sim=no", "--cachegrind-out-file=/dev/null", program, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=900)
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if not found or done.returncode not in SUFFICES:
        raise RuntimeError(f"{' '.join(arguments)}: status {done.returncode}\n{done.stderr[-600:]}")
    return int(found[1].replace(",", ""))


def memory(program, arguments, folder):
    """The most memory of one run, in MB."""
    process = subprocess.Popen([program, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_maxrss / 1024


def measured(shapes, name, limit):
    """One shape's line, and whether it holds."""
    size = SIZES[name]
    counts, peaks = [], []
    for n in (0, size, 4 * size):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            arguments = getattr(shapes, name)(folder, n)
            peaks.append(memory(shapes.vanthu, arguments, folder))
            if name == "imported":
                shutil.rmtree(folder / "hs", ignore_errors=True)
            counts.append(instructions(shapes.vanthu, arguments, folder))
    one, four = max(counts[1] - counts[0], 1), max(counts[2] - counts[0], 1)
    exponent = math.log(four / one, 4)
    holds = exponent <= limit and peaks[2] - peaks[0] <= 4 * max(peaks[1] - peaks[0], 0) + 6
    return (
        f"{name.replace('_', '-'):18} {4 * size:6}  {four / 1e6:9.1f} M  exponent {exponent:5.2f}  memory "
        f"{peaks[0]:5.1f} {peaks[1]:5.1f} {peaks[2]:5.1f} MB{'' if holds else '  TOO MUCH'}"
    ), holds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vanthu")
    parser.add_argument("--only", default=",".join(SIZES))
    parser.add_argument("--limit", type=float, default=1.15)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        # Valgrind stumbles over the compiler's debugging information.
        vanthu = f"{folder}/vanthu"
        subprocess.run(["strip", "-o", vanthu, options.vanthu], check=True)
        subprocess.run([vanthu, "plan", HERE.parent / "examples" / "skhcn-dak-nong", "-o", folder, "--force"], check=True, capture_output=True)
        shapes = Shapes(vanthu, f"{folder}/ke-hoach.docx")
        names = [name.replace("-", "_") for name in options.only.split(",")]
        right = True
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for done in [pool.submit(measured, shapes, name, options.limit) for name in names]:
                said, holds = done.result()
                print(said, flush=True)
                right = right and holds
    print(f"growth: {len(names)} shapes, {'all within' if right else 'NOT all within'} an exponent of {options.limit} and four times the memory")
    sys.exit(0 if right else 1)


if __name__ == "__main__":
    main()
