#!/usr/bin/env python3
"""Changes the sources in many small ways and counts how many of the changes the tests notice.

All mutants are compiled into one build of a copy of the package; the environment variable VANTHU_MUTANT chooses one of them. First every test runs by
itself and notes which mutants it meets; then each mutant is asked for in processes of its own, which run only the tests that meet it, the nearest and
quickest first, and end at the first failure. A mutant is caught when a test fails, crashes, or takes many times as long or more memory than without it.
"""
import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time

from mutants import Mutants

# Whose tests can see a module's mutants, nearest first.
SEEN_BY = {
    "TemplateLanguage": ["TemplateLanguage", "DocumentTemplates", "Planning"],
    "DocumentTemplates": ["DocumentTemplates", "VanThu"],
    "OfficeDocument": ["OfficeDocument", "Recognition", "Checking", "Forms", "VanThu"],
    "Checking": ["Checking", "OfficeDocument", "VanThu"],
    "Regulations": ["Regulations", "Forms", "Recognition", "Checking"],
    "VietnameseText": ["VietnameseText", "Values", "DataFiles", "TemplateLanguage", "Regulations", "Sheets", "Planning", "Checking"],
    "Planning": ["Planning", "Importing", "VanThu"],
    "Values": ["Values", "DataFiles", "Sheets", "TemplateLanguage", "Regulations", "Planning"],
}
# A test that takes longer than this is left out: growth, masses and time are measured elsewhere.
SLOWEST = 5.0
MEMORY = 8 << 30


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="how many mutants are compiled (default: 300)")
    parser.add_argument("--modules", type=lambda text: text.split(","), default=list(SEEN_BY))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=None, help="how many of them are run (default: all)")
    parser.add_argument("--minutes", type=float, default=120, help="stop after this long (default: 120)")
    parser.add_argument("--compile-only", action="store_true", help="only make and compile them")
    parser.add_argument("--again", action="store_true", help="take over what an earlier run of the same mutants caught")
    return parser.parse_args()


def build(mutants, stopped):
    """Builds the copy with its tests; mutants at which the compiler stops are left out, and remembered in a file."""
    for number in json.loads(stopped.read_text()) if stopped.exists() else []:
        mutants.chosen.pop(number, None)
    for _ in range(40):
        mutants.write()
        built = subprocess.run(
            ["swift", "build", "--build-tests", "--disable-xctest", "-Xswiftc", "-gnone"], cwd=mutants.tree, capture_output=True, text=True)
        if built.returncode == 0:
            return
        if not mutants.drop(built.stdout + built.stderr):
            sys.exit("mutate: the copy does not build:\n" + (built.stdout + built.stderr)[-3000:])
        stopped.write_text(json.dumps([number for number in range(1, mutants.limit + 1) if number not in mutants.chosen]))
        print(f"mutate: {len(mutants.chosen)} of {mutants.limit} compile so far", file=sys.stderr, flush=True)
    sys.exit("mutate: the copy does not build after forty rounds")


class Runner:
    def __init__(self, tree):
        self.tree, self.program = tree, tree / ".build/debug/vanthuPackageTests.xctest"

    def tests(self):
        listed = subprocess.run([self.program, "--testing-library", "swift-testing", "--list-tests"], cwd=self.tree, capture_output=True, text=True)
        return [line for line in listed.stdout.split("\n") if "." in line]

    def run(self, tests, seconds, **environment):
        """Whether the tests pass, by which they fail, and the processor seconds they took. They end at the first failure."""
        chosen = [word for test in tests for word in ("--filter", "^" + re.escape(test))]

        def bounds():
            os.setsid()
            resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        process = subprocess.Popen(
            [self.program, "--testing-library", "swift-testing", "--no-parallel", *chosen], cwd=self.tree, preexec_fn=bounds,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no", **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        # A process that waits uses no processor time.
        clock = threading.Timer(30 + 10 * seconds, lambda: os.killpg(process.pid, signal.SIGKILL))
        clock.start()
        last, failed = None, None
        for line in process.stdout:
            text = line[:400].decode("utf-8", "replace")
            started = re.search(r'Test "?(.+?)"? started', text)
            last = started[1] if started else last
            if "recorded an issue" in text:
                failed = re.search(r'Test "?(.+?)"? recorded', text)
                failed = failed[1] if failed else text.strip()
                break
        if failed:
            os.killpg(process.pid, signal.SIGKILL)
        process.stdout.close()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = status
        clock.cancel()
        if failed is None and status != 0:
            failed = f"{last} (crashed, hung or ate the machine)"
        return failed is None, failed, used.ru_utime + used.ru_stime


def groups(tests, size=6):
    """Neighbours of one module, which a process runs together: most of what a small test costs is the start of its process."""
    for module in sorted({test.split(".")[0] for test in tests}):
        own = [test for test in tests if test.split(".")[0] == module]
        yield from (tuple(own[start:start + size]) for start in range(0, len(own), size))


def reached(runner, mutants, tests, cache):
    """Of each group of tests the mutants it meets and the seconds it takes; tests that are slow or fail without a mutant are left out, and told."""
    known = {tuple(entry["tests"]): entry for entry in json.loads(cache.read_text())} if cache.exists() else {}
    sources = [(path.relative_to(mutants.tree).parts[1], path.read_text()) for path in (mutants.tree / "Tests").rglob("*.swift")]
    left_out, found = [], []

    def version(group):
        names = [re.search(r"`.*`", test) or re.search(r"\w+(?=\()", test) for test in group]
        where = group[0].split(".")[0]
        texts = sorted(text for folder, text in sources if folder == where and any(name[0] in text for name in names))
        return hashlib.sha1("".join(texts).encode()).hexdigest()

    def meet(group):
        entry = known.get(group)
        if entry is None or entry["version"] != version(group):
            with tempfile.NamedTemporaryFile() as noted:
                noted.write(bytes(mutants.limit + 1))
                noted.flush()
                passed, _, seconds = runner.run(group, SLOWEST, VANTHU_MUTANTS_MET=noted.name)
                met = [number for number, byte in enumerate(pathlib.Path(noted.name).read_bytes()) if byte]
            entry = {"tests": group, "version": version(group), "seconds": seconds, "met": met if passed else None}
        found.append(entry)
        if entry["met"] is None and len(group) > 1:
            for test in group:
                meet((test,))
        elif entry["met"] is None:
            left_out.append(group[0])

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(meet, groups(tests)))
    cache.write_text(json.dumps(found))
    print(f"mutate: {len(tests)} tests, {len(left_out)} of them left out (slow, or they fail in the copy)", file=sys.stderr)
    for test in sorted(left_out):
        print(f"  left out: {test}", file=sys.stderr, flush=True)
    return [entry for entry in found if entry["met"] is not None]


def judge(runner, module, number, known):
    """The test that catches the mutant, or nil, and how many groups of tests meet it."""
    seers = [f"{seer}Tests" for seer in SEEN_BY[module]]
    meeting = [entry for entry in known if number in entry["met"] and entry["tests"][0].split(".")[0] in seers]
    meeting.sort(key=lambda entry: (entry["tests"][0].split(".")[0] != f"{module}Tests", entry["seconds"]))
    count, bound = len(meeting), 2.0
    while meeting:
        tests, seconds = [], 0.0
        while meeting and (not tests or seconds + meeting[0]["seconds"] < bound) and len(tests) < 150:
            seconds += meeting[0]["seconds"]
            tests += meeting.pop(0)["tests"]
        passed, by, _ = runner.run(tests, 10 + 4 * seconds, VANTHU_MUTANT=str(number))
        if not passed:
            return by, count
        bound = min(2.5 * bound, 30)
    return None, count


def equals(path):
    """Mutants that change nothing anyone could see: file, line, column, change, and why."""
    lines = path.read_text().split("\n") if path.exists() else []
    return {"\t".join(line.split("\t")[:4]) for line in lines if line and not line.startswith("#")}


def report(mutants, results, equal, folder):
    rows = {module: collections.Counter() for module in SEEN_BY}
    survivors = []
    for number, key in ((number, mutants.key(number)) for number in mutants.chosen):
        if key in results:
            fate = "caught" if results[key]["by"] else "equal" if key in equal else "survived"
            rows[mutants.chosen[number][0]][fate] += 1
            if fate == "survived":
                survivors.append(f"{mutants.describe(number)}\n      {results[key]['tests']} groups of tests meet it\n      {key}")
    total = sum(rows.values(), collections.Counter())
    share = 100 * total["caught"] / max(total["caught"] + total["survived"], 1)
    text = f"{'module':20} caught  equal  survived\n" + "".join(
        f"{module:20} {row['caught']:6} {row['equal']:6} {row['survived']:9}\n" for module, row in [*rows.items(), ("all", total)])
    line = f"{total.total()} mutants: {total['caught']} caught, {total['equal']} change nothing, {total['survived']} survived ({share:.1f} % caught)"
    (folder / "mutations.txt").write_text(line + "\n")
    (folder / "mutations-table.txt").write_text(text + "".join(f"{survivor}\n" for survivor in survivors))
    print(text + "\n".join(survivors) + "\n" + line)
    return share


def main():
    options = arguments()
    root = pathlib.Path(__file__).resolve().parent.parent
    tree = root / ".build/mutants"
    deadline = time.monotonic() + options.minutes * 60
    modules = {seer for module in options.modules for seer in SEEN_BY[module]}
    mutants = Mutants(root, tree, options.modules, options.count, options.seed)
    # What an earlier run knows holds for the same mutants only.
    same = hashlib.sha1(repr(mutants.chosen).encode()).hexdigest()[:12]
    mutants.copy_package(sorted(modules))
    build(mutants, tree / f"stopped-{same}.json")
    if options.compile_only:
        return
    runner = Runner(tree)
    tests = [test for test in runner.tests() if test.split(".")[0][: -len("Tests")] in modules]
    print(f"mutate: {len(mutants.chosen)} mutants, {len(tests)} tests", file=sys.stderr, flush=True)
    known = reached(runner, mutants, tests, tree / f"reached-{same}.json")
    log = tree / f"results-{same}.json"
    results = json.loads(log.read_text()) if options.again and log.exists() else {}
    writing = threading.Lock()
    order = list(mutants.chosen)
    random.Random(options.seed).shuffle(order)
    order = order[: options.first or options.count]

    def decide(number):
        key = mutants.key(number)
        if time.monotonic() > deadline or results.get(key, {}).get("by"):
            return
        by, count = judge(runner, mutants.chosen[number][0], number, known)
        with writing:
            results[key] = {"by": by, "tests": count}
            log.write_text(json.dumps(results, ensure_ascii=False, indent=1))
        if by is None:
            print("survived:", mutants.describe(number), file=sys.stderr, flush=True)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(decide, order))
    if time.monotonic() > deadline:
        print("mutate: out of time", file=sys.stderr)
    share = report(mutants, results, equals(root / "scripts/mutants-equal.tsv"), root / ".build")
    sys.exit(0 if results and share >= 85 else 1)


main()
