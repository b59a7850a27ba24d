#!/usr/bin/env python3
"""peers.py ENGINE TEMPLATE RECORDS FOLDER COUNT   Fills a template for each record and writes the documents, in one process.

ENGINE is relatorio (ODT) or docxtpl (DOCX), from PyPI. Prints CPU and wall seconds as JSON. The documents are spread over folders of 1,000 and put in
their places by a rename, as vanthu batch does."""
import io
import json
import os
import sys
import time


def main():
    engine, template, records, folder, count = sys.argv[1:6]
    if engine == "relatorio":
        from relatorio.templates.opendocument import Template

        compiled = Template(source="", filepath=template)

        def fill(data):
            return compiled.generate(**data).render().getvalue()

    else:
        from docxtpl import DocxTemplate

        raw = open(template, "rb").read()

        def fill(data):
            document = DocxTemplate(io.BytesIO(raw))
            document.render(data, autoescape=True)
            result = io.BytesIO()
            document.save(result)
            return result.getvalue()

    ending = os.path.splitext(template)[1]
    start, processor = time.perf_counter(), time.process_time()
    done = 0
    with open(records, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == int(count):
                break
            inner = os.path.join(folder, "%03d" % (number // 1000))
            os.makedirs(inner, exist_ok=True)
            temporary = os.path.join(folder, "peer.tmp")
            with open(temporary, "wb") as file:
                file.write(fill(json.loads(line)))
            os.rename(temporary, os.path.join(inner, "%d%s" % (number, ending)))
            done += 1
    print(json.dumps({"documents": done, "cpu_s": time.process_time() - processor, "wall_s": time.perf_counter() - start}))


main()
