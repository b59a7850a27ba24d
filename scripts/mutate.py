#!/usr/bin/env python3
"""Changes the sources in many small ways and counts how many of the changes the tests notice.

All mutants are compiled into one build of a copy of the package; the environment variable VANTHU_MUTANT chooses one of them. A mutant is caught when
a test of its own module, or of one that stands on it, fails, crashes or takes several times as long as without it.
"""
import argparse
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time

MODULES = ["TemplateLanguage", "DocumentTemplates", "OfficeDocument", "Checking", "Regulations", "VietnameseText", "Planning", "Values"]
# Whose tests can see a module's mutants, nearest first.
SEEN_BY = {
    "VietnameseText": ["VietnameseText", "TemplateLanguage", "Planning", "Regulations"],
    "Values": ["Values", "DataFiles", "TemplateLanguage"],
    "TemplateLanguage": ["TemplateLanguage", "DocumentTemplates"],
    "DocumentTemplates": ["DocumentTemplates"],
    "OfficeDocument": ["OfficeDocument", "Checking"],
    "Regulations": ["Regulations", "Forms", "Checking"],
    "Checking": ["Checking"],
    "Planning": ["Planning", "VanThu"],
}
SWITCH = """#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

private let chosen: Int = getenv("VANTHU_MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

/// Whether this mutant is the one that was asked for.
@inline(never) public func mutant(_ number: Int) -> Bool { chosen == number }
"""
OPERAND = r"[A-Za-z_][\w.]*(?:\(\))?|\d+"
COMPARISON = re.compile(rf"(?<![\w.)\]])({OPERAND}) (<=|>=|<|>|==|!=) ({OPERAND}|nil|true|false)(?=[\s),;{{\]]|$)")
OTHER = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
NUMBER = re.compile(r"(?<=[\s(\[,+\-*/%])(\d{1,6})(?=[\s),\]]|$)")
CONDITION = re.compile(r"^(\s*(?:\} else )?(?:if|guard|while) )([^,{}]+?)( else \{.*| \{)$")
STATEMENT = re.compile(r"^(\s+)([a-z][\w.]*(?:\[[^\]]*\])?(?: (?:\+=|-=|=) [^{}]+|\(.*\)))$")
CONTINUED = re.compile(r"(?:[,(\[=?:+\-*/&|<>{]|->|\breturn|\bin|\bthrows)$")


def masked(line):
    """The line with its texts and comment blanked out, as long as it was."""
    line = re.sub(r'#*"(?:\\.|[^"\\])*"#*', lambda found: "\x01" * len(found[0]), line)
    return re.sub(r"//.*", lambda found: "\x01" * len(found[0]), line)


def candidates(path):
    """The ways to change each line: pairs of line number and a function that takes the mutant's number."""
    lines = path.read_text().split("\n")
    in_text = False
    for index, line in enumerate(lines):
        if line.count('"""') % 2:
            in_text = not in_text
            continue
        bare = masked(line)
        words = bare.split()
        if in_text or not words or words[0].startswith(("@", "//", "#", "import", "internal", "package", "public", "case", "assert", "precondition")):
            continue
        if re.search(r"\b(func|init|typealias|enum|struct|protocol|extension|subscript|static let|deinit)\b", bare) or "\x01" * 3 in bare and '"' not in line:
            continue
        ways = []
        for found in COMPARISON.finditer(bare):
            before = bare[: found.start()].rstrip()
            after = bare[found.end():].lstrip()
            if before[-1:] in ("+", "-", "*", "/", "%", "&", "|", "<", ">", ".", "!", "?") and before[-2:] not in ("&&", "||"):
                continue
            if before.endswith((" as", " is")) or after[:1] in ("+", "-", "*", "/", "%", ".", "?") :
                continue
            a, operator, b = line[found.start(1):found.end(1)], found[2], line[found.start(3):found.end(3)]
            ways.append((found.span(), f"(mutant(%d) ? {a} {OTHER[operator]} {b} : {a} {operator} {b})"))
        numbers = list(NUMBER.finditer(bare))
        # A table of measures is data.
        for found in numbers if len(numbers) < 5 else []:
            ways.append((found.span(1), f"(mutant(%d) ? {int(found[1]) + 1} : {found[1]})"))
        for value, other in (("true", "false"), ("false", "true")):
            if bare.strip() == f"return {value}":
                start = bare.index(value)
                ways.append(((start, start + len(value)), f"mutant(%d) ? {other} : {value}"))
        condition = CONDITION.match(bare)
        if condition and not re.search(r"\b(let|var|case|is|as|try|await)\b|#", condition[2]):
            start, end = condition.span(2)
            ways.append(((start, end), f"mutant(%d) != ({line[start:end]})"))
        previous = masked(lines[index - 1]).rstrip() if index else ""
        following = lines[index + 1].strip() if index + 1 < len(lines) else ""
        statement = STATEMENT.match(bare)
        if statement and not CONTINUED.search(previous) and not following.startswith((".", "?", ":", "+", "&", "|", "{", ")")):
            if bare.count("(") == bare.count(")") and bare.count("[") == bare.count("]") and not words[0].startswith(("return", "throw", "self.")):
                start, end = statement.span(2)
                ways.append(((start, end), f"if !mutant(%d) {{ {line[start:end]} }}"))
        for span, text in ways:
            yield index, span, text


class Mutants:
    def __init__(self, root, tree, arguments):
        self.root, self.tree, self.arguments = root, tree, arguments
        self.chosen = {}
        pick = random.Random(arguments.seed)
        for module in arguments.modules:
            found = [
                (file.relative_to(root), *way) for file in sorted((root / "Sources" / module).rglob("*.swift")) for way in candidates(file)
            ]
            pick.shuffle(found)
            taken = set()
            for file, line, span, text in found:
                # One a line, and a few more than asked for: some do not compile.
                if (file, line) not in taken and len(taken) < arguments.count * 1.3 / len(arguments.modules):
                    taken.add((file, line))
                    self.chosen[len(self.chosen) + 1] = (module, file, line, span, text)

    def write(self):
        """Writes every file that has mutants anew."""
        for file in {mutant[1] for mutant in self.chosen.values()} | getattr(self, "written", set()):
            lines = (self.root / file).read_text().split("\n")
            for number, (_, other, line, span, text) in self.chosen.items():
                if other == file:
                    start, end = span
                    lines[line] = lines[line][:start] + text % number + lines[line][end:]
            whole = "internal import Mutants; " + "\n".join(lines)
            if (self.tree / file).read_text() != whole:
                (self.tree / file).write_text(whole)
        self.written = {mutant[1] for mutant in self.chosen.values()} | getattr(self, "written", set())

    def drop(self, output):
        """Leaves out the mutants at which the compiler stops; false when there are none."""
        gone = set()
        for path, line in set(re.findall(r"(\S+\.swift):(\d+):\d+: error", output)):
            near = [
                (abs(mutant[2] + 1 - int(line)), number) for number, mutant in self.chosen.items() if path.endswith(str(mutant[1]))
            ]
            if near:
                gone.add(min(near)[1])
        for number in gone:
            del self.chosen[number]
        return bool(gone)

    def describe(self, number):
        module, file, line, span, text = self.chosen[number]
        source = (self.root / file).read_text().split("\n")[line]
        return f"{file}:{line + 1}: {source.strip()[:110]}   [{text.split('?')[0].split('(mutant')[0] or 'changed'} at column {span[0] + 1}]"


def build(tree):
    return subprocess.run(
        ["swift", "build", "--build-tests", "--disable-index-store", "-Xswiftc", "-gnone"], cwd=tree, capture_output=True, text=True)


def run(tree, module, number, limit):
    """Seconds that the tests of a module took, and whether they passed; no seconds when they were stopped."""
    begun = time.monotonic()
    program = tree / ".build/debug/vanthuPackageTests.xctest"
    try:
        done = subprocess.run(
            [program, "--testing-library", "swift-testing", "--filter", f"^{module}Tests\\."], cwd=tree, timeout=limit,
            env={**os.environ, "VANTHU_MUTANT": str(number)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return None, False
    return time.monotonic() - begun, done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300, help="how many mutants (default: 300)")
    parser.add_argument("--modules", type=lambda text: text.split(","), default=MODULES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=120, help="stop after this long (default: 120)")
    arguments = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parent.parent
    tree = root / ".build/mutants"
    tree.mkdir(parents=True, exist_ok=True)
    for name in subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout.split("\n"):
        if name and (root / name).exists():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            if not (tree / name).exists() or (tree / name).read_bytes() != (root / name).read_bytes():
                shutil.copy2(root / name, tree / name)
    (tree / "Sources/Mutants").mkdir(exist_ok=True)
    (tree / "Sources/Mutants/Mutants.swift").write_text(SWITCH)
    with open(tree / "Package.swift", "a") as package:
        names = ", ".join(f'"{module}"' for module in arguments.modules)
        package.write(
            '\npackage.targets.append(.target(name: "Mutants"))\n'
            f'for target in package.targets where [{names}].contains(target.name) {{ target.dependencies.append("Mutants") }}\n')
    mutants = Mutants(root, tree, arguments)
    deadline = time.monotonic() + arguments.minutes * 60
    for _ in range(12):
        mutants.write()
        built = build(tree)
        if built.returncode == 0:
            break
        if not mutants.drop(built.stdout + built.stderr):
            sys.exit("mutate: the copy does not build:\n" + (built.stdout + built.stderr)[-3000:])
        print(f"mutate: {len(mutants.chosen)} compile", file=sys.stderr)
    else:
        sys.exit("mutate: the copy does not build after twelve rounds")

    usual = {}
    for name in sorted({seer for module in arguments.modules for seer in SEEN_BY[module]}):
        seconds, passed = run(tree, name, 0, 1800)
        if not passed:
            sys.exit(f"mutate: the tests of {name} fail without a mutant")
        usual[name] = seconds
    table = {module: [0, 0] for module in arguments.modules}
    survivors = []
    order = list(mutants.chosen)
    random.Random(arguments.seed).shuffle(order)
    for number in order[: arguments.count]:
        if time.monotonic() > deadline:
            print("mutate: out of time", file=sys.stderr)
            break
        module = mutants.chosen[number][0]
        caught = any(not run(tree, seer, number, 20 + 5 * usual[seer])[1] for seer in SEEN_BY[module])
        table[module][0 if caught else 1] += 1
        if not caught:
            survivors.append(number)
    print(f"{'module':20} caught  survived")
    for module, (caught, survived) in table.items():
        print(f"{module:20} {caught:6}  {survived:8}")
    caught = sum(row[0] for row in table.values())
    count = caught + len(survivors)
    print(f"{'all':20} {caught:6}  {len(survivors):8}   {100 * caught / max(count, 1):.1f} %")
    for number in survivors:
        print(mutants.describe(number))
    sys.exit(0 if count and caught >= 0.85 * count else 1)


main()
