#!/usr/bin/python3
"""options_test: what the command makes of its options, of a terminal, and of standard
descriptors that are closed or full."""
import json
import os
import pathlib
import pty
import re
import subprocess
import tempfile

from tool import BLIND, TOOL, TOP, USAGE, WELL, Tally, call, dump, pf

SHELL = "/bin/sh"


def on_terminal(*args, **env):
    """Runs the command on a terminal of its own: (exit status, what is seen)."""
    child, terminal = pty.fork()
    if not child:
        os.execve(TOOL, [TOOL, *map(str, args)], {**os.environ, "TERM": "dumb", **env})
    seen = b""
    try:
        while data := os.read(terminal, 4096):
            seen += data
    except OSError: # all who had it open are gone
        pass
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, seen.decode(errors="replace").replace("\r\n", "\n")


def test_pager(tally, folder, path):
    """Who sits at a terminal sees what there is, or a sentence that says why not."""
    bare = folder / "bin"
    bare.mkdir()
    (bare / "cat").symlink_to("/bin/cat")
    args = ("--from", path, "status", "01:00.0")
    plain = on_terminal(*args, "--no-pager")
    tally.expect("terminal: shows the file", plain[1].startswith("driver: "), plain[1])
    tally.same("terminal: no less", on_terminal(*args, PATH=str(bare)), plain)
    tally.same("terminal: no pager wanted", on_terminal(*args, PAGER=""), plain)
    tally.same("terminal: a pager", on_terminal(*args, PAGER="sed s/^/_/"),
               (plain[0], "".join(f"_{line}" for line in plain[1].splitlines(True))))
    tally.same("terminal: a pager that was left", on_terminal(*args, PAGER="exit 1")[0],
               plain[0])
    (folder / "plain").write_text("")
    for pager in ("no-such-pager", folder / "plain"):
        status, seen = on_terminal(*args, PAGER=str(pager))
        tally.same(f"terminal: {pager}: status", status, BLIND)
        tally.expect(f"terminal: {pager}: sentence", seen.endswith(
            f"sriovscope: the pager {pager} cannot be started: --no-pager\n"), seen)
    (bare / "less").write_text(f"#!{SHELL}\necho no such option >&2\nexit 1\n")
    (bare / "less").chmod(0o755)
    tally.same("terminal: a less that has not the options",
               on_terminal(*args, PATH=str(bare)), plain)


def in_shell(line, *args, env=None):
    """Runs the command with what a shell does to its descriptors: (status, stderr)."""
    done = subprocess.run([SHELL, "-c", f'"$0" "$@" {line}', TOOL, *map(str, args)],
                          capture_output=True, text=True, timeout=60, check=False,
                          env={**os.environ, **(env or {})})
    return done.returncode, done.stderr


def test_descriptors(tally, folder, path):
    """What is closed is nobody else's file, and what cannot be written was not."""
    report, broken = folder / "report.txt", folder / "broken.txt"
    broken.write_bytes(dump(pf(bars=(0, 0, 0, 0, 0, 0x4))))
    args = ("--from", broken, "report", "01:00.0", "-o", report)
    status, err = in_shell("", *args)
    tally.expect("closed: has sentences", "VF BARs break" in err, err)
    wanted = report.read_text()
    for closed in ("2>&-", "0<&- 1>&- 2>&-", "0<&- 2>&-"):
        report.unlink()
        tally.same(f"closed: {closed}: status", in_shell(closed, *args)[0], status)
        tally.expect(f"closed: {closed}: report", report.read_text() == wanted,
                     report.read_text()[:400])
    for line, args in (("1>&-", ("--from", path, "regs", "01:00.0")),
                       (">/dev/full", ("--from", path, "regs", "01:00.0")),
                       ("1>&-", ("--help",)), (">/dev/full", ("--help",)),
                       (">/dev/full", ("--version",))):
        status, err = in_shell(line, *args)
        tally.same(f"closed: {args[-1]} {line}", status, BLIND)
        tally.expect(f"closed: {args[-1]} {line}: says so",
                     "not all could be written" in err, err)
    status, err = in_shell("0<&-", "--from", "-", "list")
    tally.same("closed: no standard input", status, BLIND)
    tally.same("closed: usage", in_shell("", "--help"), (WELL, ""))


# An option that is not for all, and which commands have it
OF_SOME = {
    ("-o", "x"): {"metrics", "report"},
    ("--output", "-"): {"metrics", "report"},
    ("--svg", "x"): {"map"},
    ("--raw",): {"report"},
    ("--list",): {"explain"},
    ("--interval", "5"): {"watch"},
}


def test_of_some(tally, path):
    """An option of another command is said to be none, and nothing is done."""
    table = (TOP / "src/tool/cmd/table.c").read_text()
    names = re.findall(r'^\t\{ "(\w+)"', table, re.M)
    tally.expect("of some: there are commands", len(names) > 10, str(names))
    for name in names:
        for option, owners in OF_SOME.items():
            if name in owners:
                continue
            short = option[0].replace("--output", "-o")
            tally.same(f"of some: {name} {option}",
                       call("--from", path, name, *option),
                       (USAGE, "", f"sriovscope: {name} has no option {short}\n"))
    tally.same("of some: list without its name", call("--from", path, "--raw")[2],
               "sriovscope: list has no option --raw\n")
    tally.same("of some: no JSON", call("--json", "explain", "--list"),
               (USAGE, "", "sriovscope: explain --list has no JSON\n"))
    tally.same("of some: a list", call("explain", "--list")[0], WELL)


def test_help(tally, path):
    """What there is is in --help, as it is."""
    said = call("--help")[1]
    source = (TOP / "src/tool/main.c").read_text()
    names = re.findall(r'\{ "([a-z-]+)", (?:no|required)_argument', source)
    tally.expect("help: there are options", len(names) > 10, str(names))
    for name in names:
        tally.expect(f"help: --{name}", re.search(rf"^  (-., )?--{name}\b", said, re.M), said)
    for name in ("status", "regs", "caps", "bars", "room", "vfs"):
        out = call("--from", path, name, "01:00.0", "01:00.0")[1]
        tally.same(f"help: {name} takes several", out.count("# 0000:01:00.0\n"), 2)
        tally.expect(f"help: {name} says so", f"\n  {name} BDF..." in said, said)
    tally.same("help: fits", [line for line in said.splitlines() if len(line) > 80], [])


BYTES = [
    (b"\xff", r"\xff"), (b"a\x80b", r"a\x80b"), ("\u00e9\u20ac\U0001f600".encode(),
                                           "\u00e9\u20ac\U0001f600"),
    (b"\xc0\xaf", r"\xc0\xaf"), (b"\xc3", r"\xc3"), (b"\xe2\x82", r"\xe2\x82"),
    (b"\xe0\x80\x80", r"\xe0\x80\x80"), (b"\xed\xa0\x80", r"\xed\xa0\x80"),
    (b"\xf4\x90\x80\x80", r"\xf4\x90\x80\x80"), (b"\xf0\x9f\x98", r"\xf0\x9f\x98"),
    (b"\xf4\x8f\xbf\xbf", "\U0010ffff"), (b"\xef\xbf\xbf", "\uffff"),
]


def json_of(*args):
    """What is printed is UTF-8: json.loads() of bytes takes nothing else."""
    done = subprocess.run([TOOL, "--json", *args], capture_output=True, check=False)
    try:
        return json.loads(done.stdout.decode("utf-8", "strict"))
    except ValueError as error:
        return {"text": str(error), "driver": str(error)}


def test_bytes(tally, folder):
    for given, wanted in BYTES:
        tally.same(f"bytes: {given}", json_of("explain", given)["text"], wanted)
    files = folder / "root/sys/kernel/debug/sriovscope"
    (files / "0000:01:00.0").mkdir(parents=True)
    (files / "devices").write_bytes(b"# bdf driver\n0000:01:00.0 a\xffb\n")
    (files / "0000:01:00.0/status").write_bytes(b"driver: a\xffb\nmode: \"\xe2\x82\"\n")
    said = json_of("--root", folder / "root", "status", "01:00.0")
    status = said.get("pfs", [{}])[0].get("status", said)
    tally.same("bytes: of a file", (status.get("driver"), status.get("mode")),
               (r"a\xffb", r"\xe2\x82"))


def main():
    tally = Tally("options")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        path = folder / "dump.txt"
        path.write_bytes(dump(pf()))
        test_pager(tally, folder, path)
        test_descriptors(tally, folder, path)
        test_of_some(tally, path)
        test_help(tally, path)
        test_bytes(tally, folder)
    tally.end()


main()
