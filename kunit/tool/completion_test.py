#!/usr/bin/python3
"""completion_test: what bash offers behind "sriovscope". Which commands and options
there are is held against the sources by scripts/docs-test."""
import os
import pathlib
import re
import subprocess
import tempfile

from tool import TOOL, TOP, Tally, dump, pf

LIBRARY = "/usr/share/bash-completion/bash_completion"
SCRIPT = TOP / "src/tool/completion/sriovscope"

# As bash calls it: the words are split at what COMP_WORDBREAKS has.
CALL = r"""
shopt -s extglob
. "$1" && . "$2" || exit
complete -p sriovscope >/dev/null || exit
COMP_LINE=$3 COMP_POINT=${#3}
COMP_WORDS=("${@:4}") COMP_CWORD=$(($# - 4))
compopt() { :; }
_sriovscope sriovscope "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
printf '%s\n' "${COMPREPLY[@]}"
"""


def split(line):
    words = re.findall(r"[:=]+|[^\s:=]+", line)
    return words + [""] if line.endswith((" ", "=")) else words


def offered(line, folder):
    """What is offered at the end of a line, and what bash complains about."""
    path = f"{pathlib.Path(folder) / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(["bash", "--norc", "-c", CALL, "bash", LIBRARY, SCRIPT, line,
                           *split(line)], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "PATH": path}, check=False)
    return sorted(filter(None, done.stdout.splitlines())) or done.stderr


def make_folder(folder):
    """A dump and a machine, each with its own PFs, and the command in PATH."""
    folder = pathlib.Path(folder)
    (folder / "two.lspci").write_bytes(dump(pf("01:00.0"), pf("02:00.1")))
    for name in ("0000:41:00.0", "0001:41:00.0"):
        device = folder / "root/sys/bus/pci/devices" / name
        device.mkdir(parents=True)
        (device / "sriov_totalvfs").write_text("8\n")
    (folder / "root/sys/bus/pci/devices/0000:42:00.0").mkdir()
    (folder / "bin").mkdir()
    (folder / "bin/sriovscope").symlink_to(pathlib.Path(TOOL).resolve())


# A line, and what is offered behind it. What is before the last colon is in the line
# already.
LINES = [
    ("sriovscope pre", ["preflight"]),
    ("sriovscope --json pre", ["preflight"]),
    ("sriovscope --ver", ["--verbose", "--version"]),
    ("sriovscope regs --js", ["--json"]),
    ("sriovscope --from ", ["bin", "debugfs", "root", "sysfs", "two.lspci"]),
    ("sriovscope --from=s", ["sysfs"]),
    ("sriovscope --from t", ["two.lspci"]),
    ("sriovscope --from=t", ["two.lspci"]),
    ("sriovscope --svg t", ["two.lspci"]),
    ("sriovscope metrics -o t", ["two.lspci"]),
    ("sriovscope metrics --output=t", ["two.lspci"]),
    ("sriovscope --root ", ["bin", "root"]),
    ("sriovscope --from two.lspci regs ", ["0000:01:00.0", "0000:02:00.1"]),
    ("sriovscope --from=two.lspci check 0000:01:00.0 0000:0",
     ["01:00.0", "02:00.1"]),
    ("sriovscope --from two.lspci show 0000:02:", ["00.1"]),
    ("sriovscope --root root preflight ", ["0000:41:00.0", "0001:41:00.0"]),
    ("sriovscope --root=root -o x vfs 0001:", ["41:00.0"]),
    ("sriovscope --root root preflight 0000:41:00.0 ", ""),
    ("sriovscope --root root show 0000:41:00.0 ", ""),
    ("sriovscope --root root diff ", ["0000:41:00.0", "0001:41:00.0", "bin", "root",
                                      "two.lspci"]),
    ("sriovscope --root root diff two.lspci 0000:", ["41:00.0"]),
    ("sriovscope --root root diff a b ", ""),
    ("sriovscope --root root watch --interval 5 0001:", ["41:00.0"]),
    ("sriovscope --root root list ", ""),
    ("sriovscope --root root explain ", ""),
    ("sriovscope --root root explain text ", ["0000:41:00.0", "0001:41:00.0"]),
    ("sriovscope --root root metrics ", ""),
    ("sriovscope --from no.lspci --root root bars ", ["0000:41:00.0", "0001:41:00.0"]),
]


def main():
    tally = Tally("completion")
    if pathlib.Path(LIBRARY).exists():
        with tempfile.TemporaryDirectory() as folder:
            make_folder(folder)
            for line, wanted in LINES:
                tally.same(f"{line!r}", offered(line, folder), wanted)
    else:
        tally.skip("there is no bash-completion")
    tally.end()


main()
