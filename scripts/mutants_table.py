#!/usr/bin/python3
"""mutants_table: the tables of scripts/mutants.

They are the files "mutants" beside the sources that they break, in src/ and
include/. A mutant is lines

	name: what_breaks
	file: FILE, from the folder of the table
	test: where it is seen
	why: what would go wrong
	-	the lines of the file that go
	+	the lines that come

with " " before lines that stay. Together "-" and " " must be found in the file
once. "@@" alone is between two changes of one file, and "file:" begins another.
A test is kunit:SUITE or guest:SUITE (a file of qemu/guest, whose boot is taken
from scripts/boots.sh), perhaps with ".CASE", then "+leaks" for what is only lost, and
"@debian", "@sanitizer" or "@changed" for a kernel other than its own. A KUnit suite
of the core, with none of these, runs in user space.
"""
import dataclasses
import fnmatch
import os
import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent


class Fault(Exception):
    """Why something cannot be told of a mutant."""


@dataclasses.dataclass
class Mutant:
    name: str
    folder: pathlib.Path
    text: str = ""
    test: str = ""
    why: str = ""
    changes: list = dataclasses.field(default_factory=list)


def find_tables():
    return sorted(path for folder in ("include", "src")
                  for path in (TOP / folder).rglob("mutants"))


def room(folder):
    """The name that a folder of sources has here."""
    below = pathlib.Path(os.path.relpath(folder, TOP))
    return below.name if below.parts[0] == "src" else below.parts[0]


def read_table(path):
    mutant = file = None
    for number, line in enumerate(path.read_text().splitlines(), 1):
        key, _, value = line.partition(": ")
        if key == "name":
            mutant = Mutant(f"{room(path.parent)}/{value}", path.parent)
            file = None
            yield mutant
        if not mutant:
            if line and not line.startswith("#"):
                sys.exit(f"mutants: {path}:{number}: not in a mutant: {line}")
            continue
        mutant.text += line + "\n"
        if key == "file":
            file = os.path.normpath(path.parent / value)
        if key == "file" or line == "@@":
            mutant.changes.append((file, [], []))
        elif key in ("test", "why"):
            setattr(mutant, key, value)
        elif key != "name":
            read_change(mutant, line, f"{path}:{number}")


def read_change(mutant, line, where):
    """One line of a change: it goes, comes or stays."""
    if not line:
        # Between two mutants, or an empty line that stays
        line = " "
    if line[0] not in "-+ " or not mutant.changes:
        sys.exit(f"mutants: {where}: neither a key nor a change: {line}")
    _, old, new = mutant.changes[-1]
    if line[0] != "+":
        old.append(line[1:])
    if line[0] != "-":
        new.append(line[1:])


def whole_lines(lines):
    return "\n" + "".join(line + "\n" for line in lines)


def broken(mutant):
    """The files of a mutant, {path below TOP: text}."""
    texts = {}
    for file, old, new in mutant.changes:
        while old and new and not old[-1] and not new[-1]:
            old.pop()
            new.pop()
        path = os.path.relpath(file, TOP)
        try:
            text = texts.get(path) or (TOP / path).read_text()
        except OSError as error:
            raise Fault(f"does not apply: {error.strerror}: {path}") from error
        text = "\n" + text
        found = text.count(whole_lines(old)) if old else 0
        if found != 1:
            raise Fault(f"does not apply: its lines are {found} times in {path}")
        if old == new:
            raise Fault("does not apply: it changes nothing")
        texts[path] = text.replace(whole_lines(old), whole_lines(new))[1:]
    if not texts or not mutant.test or not mutant.why:
        raise Fault("lacks one of file, test, why")
    return texts


def select(mutants, patterns):
    names = [mutant.name for mutant in mutants]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        sys.exit("mutants: two have the name " + ", ".join(sorted(twice)))
    return [mutant for mutant in mutants if not patterns or
            any(fnmatch.fnmatch(mutant.name, pattern) for pattern in patterns)]
