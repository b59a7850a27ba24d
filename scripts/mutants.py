"""The small ways in which scripts/mutate.py changes the sources, and the copy of the package that holds them all."""
import random
import re
import shutil
import subprocess

SWITCH = """#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

private let chosen: Int = unsafe getenv("VANTHU_MUTANT").flatMap { unsafe Int(String(cString: $0)) } ?? 0

/// A file of one byte a mutant, in which those that are met are noted: it outlives a crash and is shared with child processes.
private nonisolated(unsafe) let met: UnsafeMutablePointer<UInt8>? = unsafe {
    guard let path = unsafe getenv("VANTHU_MUTANTS_MET") else { return nil }
    let file = unsafe open(path, O_RDWR)
    let size = lseek(file, 0, Int32(SEEK_END))
    guard size > 0, let bytes = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) else { return nil }
    return unsafe bytes.assumingMemoryBound(to: UInt8.self)
}()

/// Whether this mutant is the one that was asked for.
@inline(never) public func mutant(_ number: Int) -> Bool {
    if let bytes = unsafe met { unsafe bytes[number] = 1 }
    return chosen == number
}
"""
OPERAND = r"[A-Za-z_][\w.]*(?:\(\))?|\d+"
COMPARISON = re.compile(rf"(?<![\w.)\]])({OPERAND}) (<=|>=|<|>|==|!=) ({OPERAND}|nil|true|false)(?=[\s),;{{\]]|$)")
OTHER = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
NUMBER = re.compile(r"(?<=[\s(\[,+\-*/%])(\d[\d_]{0,9}(?:\.\d+)?)(?=[\s),\]]|$)")
CONDITION = re.compile(r"^(\s*(?:\} else )?(?:if|guard|while) )([^,{}]+?)( else \{.*| \{)$")
STATEMENT = re.compile(r"^(\s+)([a-z][\w.]*(?:\[[^\]]*\])?(?: (?:\+=|-=|=) [^{}]+|\(.*\)))$")
CONTINUED = re.compile(r"(?:[,(\[=?:+\-*/&|<>{]|->|\breturn|\bin|\bthrows)$")
# A constant with a name is a threshold more often than not.
CONSTANT = re.compile(r"^\s*(?:(?:public|package|private|fileprivate|static) )*let \w+(?:: \w+)? = [\d_.]+$")
DECLARATION = re.compile(r"\b(func|init|typealias|enum|struct|protocol|extension|subscript|static let|deinit)\b")
PASSED_OVER = ("@", "//", "#", "import", "internal", "package", "public", "case", "assert", "precondition")


def masked(line):
    """The line with its texts and comment blanked out, as long as it was."""
    line = re.sub(r'#*"(?:\\.|[^"\\])*"#*', lambda found: "\x01" * len(found[0]), line)
    return re.sub(r"//.*", lambda found: "\x01" * len(found[0]), line)


def comparisons(line, bare):
    for found in COMPARISON.finditer(bare):
        before, after = bare[: found.start()].rstrip(), bare[found.end():].lstrip()
        if before[-1:] in ("+", "-", "*", "/", "%", "&", "|", "<", ">", ".", "!", "?") and before[-2:] not in ("&&", "||"):
            continue
        if before.endswith((" as", " is")) or after[:1] in ("+", "-", "*", "/", "%", ".", "?"):
            continue
        a, operator, b = line[found.start(1):found.end(1)], found[2], line[found.start(3):found.end(3)]
        yield found.span(), f"(mutant(%d) ? {a} {OTHER[operator]} {b} : {a} {operator} {b})"


def numbers(bare):
    found = list(NUMBER.finditer(bare))
    # A table of measures is data.
    for number in found if len(found) < 5 else []:
        text = number[1]
        if "." in text:
            digits = len(text) - text.index(".") - 1
            other = f"{float(text.replace('_', '')) + 10 ** -digits:.{digits}f}"
        else:
            other = int(text.replace("_", "")) + 1
        yield number.span(1), f"(mutant(%d) ? {other} : {text})"


def conditions(line, bare):
    for value, other in (("true", "false"), ("false", "true")):
        if bare.strip() == f"return {value}":
            start = bare.index(value)
            yield (start, start + len(value)), f"mutant(%d) ? {other} : {value}"
    condition = CONDITION.match(bare)
    if condition and not re.search(r"\b(let|var|case|is|as|try|await)\b|#", condition[2]):
        start, end = condition.span(2)
        yield (start, end), f"mutant(%d) != ({line[start:end]})"


def statements(lines, index, bare):
    previous = masked(lines[index - 1]).rstrip() if index else ""
    following = lines[index + 1].strip() if index + 1 < len(lines) else ""
    statement = STATEMENT.match(bare)
    if not statement or CONTINUED.search(previous) or following.startswith((".", "?", ":", "+", "&", "|", "{", ")")):
        return
    if bare.count("(") != bare.count(")") or bare.count("[") != bare.count("]") or bare.split()[0].startswith(("return", "throw", "self.")):
        return
    start, end = statement.span(2)
    yield (start, end), f"if !mutant(%d) {{ {lines[index][start:end]} }}"


def candidates(path):
    """The ways to change each line of a file: line number, stretch of columns, and what stands there instead, with a place for the mutant's number."""
    lines = path.read_text().split("\n")
    in_text = False
    for index, line in enumerate(lines):
        if line.count('"""') % 2:
            in_text = not in_text
            continue
        bare = masked(line)
        words = bare.split()
        if CONSTANT.match(bare) and not in_text:
            for span, text in numbers(bare):
                yield index, span, text
            continue
        if in_text or not words or words[0].startswith(PASSED_OVER) or DECLARATION.search(bare) or "\x01" * 3 in bare and '"' not in line:
            continue
        for span, text in (*comparisons(line, bare), *numbers(bare), *conditions(line, bare), *statements(lines, index, bare)):
            yield index, span, text


class Mutants:
    """The chosen mutants by number, and the copy of the package in which they are compiled."""

    def __init__(self, root, tree, modules, count, seed):
        self.root, self.tree, self.written = root, tree, set()
        self.chosen, self.lines = {}, {}
        pick = random.Random(seed)
        for module in modules:
            found = [(str(file.relative_to(root)), *way) for file in sorted((root / "Sources" / module).rglob("*.swift")) for way in candidates(file)]
            pick.shuffle(found)
            taken = set()
            for file, line, span, text in found:
                # One a line, and a few more than asked for: some do not compile.
                if (file, line) not in taken and len(taken) < count * 1.25 / len(modules):
                    taken.add((file, line))
                    self.chosen[len(self.chosen) + 1] = (module, file, line, span, text)
        self.limit = len(self.chosen)

    def copy_package(self, targets):
        """Copies what git knows, cut down to what the test targets need."""
        self.tree.mkdir(parents=True, exist_ok=True)
        for name in subprocess.run(["git", "ls-files", "-z"], cwd=self.root, capture_output=True, text=True, check=True).stdout.split("\0"):
            source, copy = self.root / name, self.tree / name
            if not name or name == "Package.swift" or not source.is_file():
                continue
            # A file with mutants is written by `write`; comparing it here would make the build begin anew.
            if any(name == mutant[1] for mutant in self.chosen.values()) and copy.exists():
                continue
            if not copy.exists() or copy.read_bytes() != source.read_bytes():
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, copy)
        (self.tree / "Sources/Mutants").mkdir(exist_ok=True)
        self.put("Sources/Mutants/Mutants.swift", SWITCH)
        kept = ", ".join(f'"{name}Tests"' for name in targets)
        changed = ", ".join(sorted({f'"{mutant[0]}"' for mutant in self.chosen.values()}))
        self.put("Package.swift", (self.root / "Package.swift").read_text() + f"""
var kept: Set<String> = [{kept}]
var queue = Array(kept)
while let name = queue.popLast() {{
    for dependency in package.targets.first(where: {{ $0.name == name }})?.dependencies ?? [] {{
        if case .byNameItem(let other, _) = dependency, kept.insert(other).inserted {{ queue.append(other) }}
    }}
}}
package.products = []
package.targets.removeAll {{ !kept.contains($0.name) }}
package.targets.append(.target(name: "Mutants"))
for target in package.targets where [{changed}].contains(target.name) {{ target.dependencies.append("Mutants") }}
""")
        shutil.rmtree(self.tree / "Snippets", ignore_errors=True)

    def put(self, name, text):
        """Writes a file of the copy where it says something else: what is written anew is compiled anew."""
        path = self.tree / name
        if not path.exists() or path.read_text() != text:
            path.write_text(text)

    def write(self):
        """Writes every file that has mutants anew."""
        files = {mutant[1] for mutant in self.chosen.values()}
        for file in files | self.written:
            lines = (self.root / file).read_text().split("\n")
            for number, (_, other, line, (start, end), text) in self.chosen.items():
                if other == file:
                    lines[line] = lines[line][:start] + text.replace("mutant(%d)", f"mutant({number})") + lines[line][end:]
            self.put(file, "internal import Mutants; " + "\n".join(lines))
        self.written |= files

    def drop(self, output):
        """Leaves out the mutants at which the compiler stops; false when there are none."""
        gone = set()
        for path, line in set(re.findall(r"(\S+\.swift):(\d+):\d+: error", output)):
            near = [(abs(mutant[2] + 1 - int(line)), number) for number, mutant in self.chosen.items() if path.endswith("/" + mutant[1])]
            if near:
                gone.add(min(near)[1])
        for number in gone:
            del self.chosen[number]
        return bool(gone)

    def key(self, number):
        """What a mutant is called in lists that outlive a change elsewhere in its file."""
        _, file, line, (start, _), text = self.chosen[number]
        source = (self.root / file).read_text().split("\n")[line]
        change = text.replace("mutant(%d) ", "").replace("(? ", "(").replace("!mutant(%d)", "false")
        return f"{file}\t{source.strip()}\t{start - len(source) + len(source.lstrip())}\t{change[:60]}"

    def describe(self, number):
        _, file, line, (start, _), text = self.chosen[number]
        source = (self.root / file).read_text().split("\n")[line]
        return f"{number:4}  {file}:{line + 1}:{start + 1}: {source.strip()}\n      => {text[:110]}"
