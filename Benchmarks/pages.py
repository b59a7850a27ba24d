#!/usr/bin/env python3
"""Measures the web page on this machine: form pages a second, uploads at once, previews, idle connections. Each figure stands beside its limit.

pages.py VANTHU_SERVE [--previews 1000] [--idle 10000]   VANTHU_SERVE is a release binary with vanthu-office beside it; wrk is on the PATH.
"""
import argparse
import concurrent.futures
import http.client
import io
import os
import pathlib
import random
import re
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FORM = "/ho-so/ho-so/sua?tep=ke-hoach.yaml"
UPLOADS = 200


class Server:
    def __init__(self, program, folder):
        self.process = subprocess.Popen(
            [program, folder, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        link = ""
        while not link:
            line = self.process.stdout.readline()
            if not line:
                sys.exit("pages: the server did not start")
            link = (re.findall(r"http://\S+", line) or [""])[0]
        self.place = urllib.parse.urlsplit(link)
        first = self.ask("GET", f"{self.place.path}?{self.place.query}")
        self.cookie = first.headers["Set-Cookie"].split(";")[0]
        self.mark = re.search(r'name="_ma" value="([0-9a-f]+)"', self.get("/kiem-tra").text)[1]

    def ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection(self.place.hostname, self.place.port, timeout=600)
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer

    def get(self, path):
        return self.ask("GET", path, headers={"Cookie": self.cookie})

    def post(self, path, fields):
        body = urllib.parse.urlencode({"_ma": self.mark, **fields})
        return self.ask("POST", path, body, {
            "Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"})

    def memory(self, peak=False):
        """MiB of the server itself."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)" if peak else r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def all_memory(self):
        """MiB of the server and of everything it has started."""
        parents, sizes = {}, {}
        for status in pathlib.Path("/proc").glob("[0-9]*/status"):
            try:
                words = status.read_text()
            except OSError:
                continue
            pid = int(status.parent.name)
            parents[pid] = int(re.search(r"PPid:\s+(\d+)", words)[1])
            size = re.search(r"VmRSS:\s+(\d+)", words)
            sizes[pid] = int(size[1]) / 1024 if size else 0
        def ours(pid):
            while pid not in (0, self.process.pid):
                pid = parents.get(pid, 0)
            return pid == self.process.pid
        return sum(size for pid, size in sizes.items() if ours(pid))

    def forget_peak(self):
        pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")


def form_pages(server):
    said = subprocess.run(
        ["wrk", "-t1", "-c8", "-d10s", "--latency", "-H", f"Cookie: {server.cookie}",
         f"http://{server.place.netloc}{FORM}"], capture_output=True, text=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", said).groups()
    late = float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]
    bad = "Non-2xx" in said
    return f"{rate:.0f} form pages a second (1000), 99 % within {late:.1f} ms (20)" + (", some refused" if bad else "")


def large_document():
    """A letter of 5 MB, most of it a picture that is not compressed."""
    sample = next((ROOT / "templates").glob("cong-van.docx"))
    out = io.BytesIO()
    with zipfile.ZipFile(sample) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(entry, source.read(entry))
        target.writestr("word/media/anh.png", random.Random(1).randbytes(5_000_000), zipfile.ZIP_STORED)
    return out.getvalue()


def uploads(server):
    document = large_document()
    edge = "bien-gioi"
    head = (f'--{edge}\r\nContent-Disposition: form-data; name="_ma"\r\n\r\n{server.mark}\r\n'
            f'--{edge}\r\nContent-Disposition: form-data; name="tep"; filename="a.docx"\r\n\r\n').encode()
    body = head + document + f"\r\n--{edge}--\r\n".encode()
    request = (f"POST /kiem-tra HTTP/1.1\r\nHost: {server.place.netloc}\r\nCookie: {server.cookie}\r\n"
               f"Content-Type: multipart/form-data; boundary={edge}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n").encode()
    server.forget_peak()
    before = server.memory()
    half = len(body) // 2
    begun = time.time()

    def send(count):
        # All are half there before the first is whole.
        link = socket.create_connection((server.place.hostname, server.place.port), timeout=600)
        link.sendall(request + body[:half])
        return link

    def finish(link):
        link.sendall(body[half:])
        return link.recv(64).split(b" ")[1:2]

    with concurrent.futures.ThreadPoolExecutor(UPLOADS) as crowd:
        links = list(crowd.map(send, range(UPLOADS)))
        answers = list(crowd.map(finish, links))
    for link in links:
        link.close()
    taken = sum(answer in ([b"200"], [b"303"]) for answer in answers)
    return (f"{taken} of {UPLOADS} uploads of 5 MB at once taken in {time.time() - begun:.0f} s, "
            f"memory {before:.0f} → at most {server.memory(peak=True):.0f} MiB (100)")


def change(server, number):
    page = server.get(FORM).text
    shown = dict(re.findall(r'name="(h\.[a-z_]+|goc|duong)" value="([^"]*)"', page))
    answer = server.post(FORM, {**shown, "f.trich_yeu": f"Tuyên truyền trên mạng, lần {number}"})
    assert answer.status == 303, answer.status


def seen(server):
    """Seconds until the first page of the plan is there as a picture."""
    begun = time.time()
    page = server.get("/ho-so/ho-so/van-ban/ke-hoach")
    picture = re.search(r'<img src="([^"]+\.jpg)"', page.text)
    assert picture, page.text[:2000]
    count = len(re.findall(r"<figure", page.text))
    assert server.get(picture[1]).status == 200
    return time.time() - begun, count


def previews(server, count):
    times, sizes = [], []
    for number in range(count):
        change(server, number)
        took, pages = seen(server)
        times.append(took)
        if number in (count // 10, count - 1):
            sizes.append(server.all_memory())
    times = sorted(times[3:] or times)
    return (f"first page of {pages} seen {times[len(times) // 2]:.2f} s after a change (0.6), "
            f"memory with workers {sizes[0]:.0f} → {sizes[-1]:.0f} MiB over {count} previews")


def idle(server, count):
    resource.setrlimit(resource.RLIMIT_NOFILE, (count + 200, max(count + 200, resource.getrlimit(resource.RLIMIT_NOFILE)[1])))
    before, held, refused = server.memory(), [], 0
    for _ in range(count):
        try:
            held.append(socket.create_connection((server.place.hostname, server.place.port), timeout=20))
        except OSError:
            refused += 1
    begun = time.time()
    status = server.get("/").status
    took = time.time() - begun
    after = server.memory()
    for link in held:
        link.close()
    return f"with {len(held)} idle connections ({refused} refused) a page came ({status}) in {took * 1000:.0f} ms, memory {before:.0f} → {after:.0f} MiB"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--previews", type=int, default=1000, help="ten at least")
    arguments.add_argument("--idle", type=int, default=10_000)
    wanted = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples" / "skhcn-dak-nong", f"{folder}/ho-so")
        server = Server(wanted.program, folder)
        said = []
        try:
            for measure in (lambda: form_pages(server), lambda: uploads(server), lambda: idle(server, wanted.idle),
                            lambda: previews(server, wanted.previews)):
                said.append(measure())
                print(f"pages: {said[-1]}", file=sys.stderr, flush=True)
        finally:
            server.process.terminate()
            server.process.wait(30)
    print("pages: " + "; ".join(said))


main()
