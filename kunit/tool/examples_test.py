#!/usr/bin/python3
"""examples_test: do the examples of the manual page and of README.md say what the
command says?"""
import pathlib
import shlex
import tempfile

from tool import TOP, Function, Tally, call, dump, pf


def made_up():
    """The dump of the examples: a PF that says it has no ARI, below a port that has."""
    port = Function("00:01.0", 0x1b36, 0x000c).bridge(0, 1, 2).pcie(kind=4, second=0x20)
    port.put(0x40 + 0x28, "H", 0x20)
    return dump(port, pf(total=16, num=4, enable=True))


def examples(text):
    """(arguments, output) of each call that has its output below it."""
    found = []
    for block in text.split("\n$ sriovscope ")[1:]:
        lines = block.split("\n")
        said = []
        for line in lines[1:]:
            if line.startswith((".EE", "```", "$ ")):
                break
            said.append(line + "\n")
        found.append((shlex.split(lines[0]), "".join(said)))
    return found


def main():
    tally = Tally("examples")
    page = (TOP / "Documentation/sriovscope.8").read_text().replace(r"\-", "-")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "dump.txt"
        path.write_bytes(made_up())
        for name, text in (("page", page), ("README", (TOP / "README.md").read_text())):
            found = examples(text)
            tally.expect(f"{name}: has examples", found)
            for args, said in found:
                args = [str(path) if word == "dump.txt" else word for word in args]
                tally.same(f"{name}: {args}", call(*args)[1], said)
    tally.end()


main()
