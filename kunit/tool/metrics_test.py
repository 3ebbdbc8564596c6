#!/usr/bin/python3
"""metrics_test: what the command says to Prometheus, of made-up dumps, sysfs and files
of the module, held against promtool."""
import os
import pathlib
import re
import resource
import signal
import subprocess
import tempfile

from machine import Machine
from tool import (BLIND, TOOL, TOP, WELL, Function, Tally, call, call_json, dump, pf)

SAMPLE = re.compile(r'(\w+)(?:\{(.*)\})? (\d+)')
LABEL = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"(?:,|$)')
VALUES = ["total_vfs", "num_vfs", "enabled_vfs", "max_vfs", "agree"]


def unescaped(text):
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text)


def parse(text):
    """{(name, labels): value}, where labels are pairs in the order of their names."""
    samples = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name, labels, value = SAMPLE.fullmatch(line).groups()
        pairs = [(key, unescaped(label)) for key, label in LABEL.findall(labels or "")]
        samples[name, tuple(sorted(pairs))] = int(value)
    return samples


def values(samples, name, *labels):
    """{labels: value} of a family, with the values of these labels alone."""
    return {tuple(dict(pairs).get(label) for label in labels): value
            for (family, pairs), value in samples.items()
            if family == "sriovscope_" + name}


def promtool_says(path, text):
    done = subprocess.run([path, "check", "metrics"], input=text.encode(),
                          capture_output=True, check=False)
    return done.returncode, (done.stdout + done.stderr).decode()


def find_promtool(tally):
    done = subprocess.run([TOP / "scripts/promtool"], capture_output=True, text=True,
                          check=False)
    if done.returncode:
        tally.skip(f"there is no promtool: {done.stderr.strip()}")
        return None
    path = done.stdout.strip()
    for bad in ("no metric {", "a_total 1\n", "# TYPE a counter\n# HELP a b\na 1\n"):
        tally.expect(f"promtool: refuses {bad!r}", promtool_says(path, bad)[0])
    return path


class Metrics:
    """Asks for metrics in both forms, which must say the same."""

    def __init__(self, tally):
        self.tally = tally
        self.promtool = find_promtool(tally)

    def of(self, what, *args, text=b""):
        status, out, err = call(*args, "metrics", text=text)
        self.tally.same(f"{what}: status", (status, err), (WELL, ""))
        if self.promtool:
            self.tally.same(f"{what}: promtool", promtool_says(self.promtool, out),
                            (0, ""))
        samples = parse(out)
        said = call_json(self.tally, what, *args, "metrics", text=text)[1]
        same = {(family["name"], tuple(sorted(sample["labels"].items()))):
                sample["value"]
                for family in said["families"] for sample in family["samples"]}
        self.tally.same(f"{what}: JSON has the same", same, samples)
        self.complete(what, samples)
        return samples

    def complete(self, what, samples):
        """Each PF has a sample of each family, or says that it is unknown."""
        pfs = values(samples, "pf_info", "bdf")
        self.tally.same(f"{what}: pfs", samples["sriovscope_pfs", ()], len(pfs))
        unknown = values(samples, "pf_unknown_info", "bdf", "metric")
        for (bdf,) in pfs:
            for name in VALUES + ["check_rules"]:
                known = (bdf,) in values(samples, f"pf_{name}", "bdf")
                said = (bdf, f"sriovscope_pf_{name}") in unknown
                self.tally.expect(f"{what}: {bdf} {name}", known != said,
                                  f"known {known}, said to be unknown {said}")


def test_dump(tally, metrics):
    broken = pf("02:00.0", total=4, num=2, enable=True, offset=0)
    samples = metrics.of("dump", "--from", "-", text=dump(pf(), broken))
    one, other = ("0000:01:00.0",), ("0000:02:00.0",)
    tally.same("dump: total_vfs", values(samples, "pf_total_vfs", "bdf"),
               {one: 8, other: 4})
    tally.same("dump: num_vfs", values(samples, "pf_num_vfs", "bdf"), {one: 0, other: 2})
    tally.same("dump: info",
               values(samples, "pf_info", "bdf", "id", "driver", "mode", "source"),
               {one + ("1234:5678", "unknown", "unknown", "dump"): 1,
                other + ("1234:5678", "unknown", "unknown", "dump"): 1})
    tally.same("dump: what the kernel believes is unknown",
               [values(samples, f"pf_{name}", "bdf") for name in ("enabled_vfs", "agree")],
               [{}, {}])
    rules = values(samples, "pf_check_rules", "bdf", "verdict")
    tally.same("dump: verdicts", sorted({verdict for _, verdict in rules}),
               ["fail", "pass", "skip", "warn"])
    check = call("--from", "-", "check", "02:00.0", text=dump(pf(), broken))[1]
    for verdict in ("pass", "warn", "fail", "skip"):
        tally.same(f"dump: {verdict}", rules[other + (verdict,)],
                   sum(line.startswith(verdict.upper()) for line in check.splitlines()))
    tally.expect("dump: fails", rules[other + ("fail",)] and not rules[one + ("fail",)],
                 str(rules))
    version = call("--version")[1].split()[1]
    tally.same("dump: version", values(samples, "build_info", "version"), {(version,): 1})


def test_none(tally, metrics):
    samples = metrics.of("none", "--from", "-", text=dump(Function("02:00.0").pcie()))
    tally.same("none: no PF", samples["sriovscope_pfs", ()], 0)
    tally.same("none: nothing more", len(samples), 2)


def test_sysfs(tally, metrics, folder):
    machine = Machine(pathlib.Path(folder))
    machine.add(pf("01:00.0", num=2, enable=True), driver='we"ird\\', sriov_numvfs=2,
                sriov_totalvfs=8)
    machine.add(pf("02:00.0", num=3, enable=True), sriov_numvfs=0, sriov_totalvfs=8)
    machine.add(pf("03:00.0"), sriov_numvfs=0, sriov_totalvfs=8,
                **{"power/runtime_status": "suspended"})
    samples = metrics.of("sysfs", "--root", machine.root, "--from", "sysfs")
    pfs = [(f"0000:0{bus}:00.0",) for bus in (1, 2, 3)]
    tally.same("sysfs: enabled_vfs", values(samples, "pf_enabled_vfs", "bdf"),
               dict(zip(pfs, (2, 0, 0))))
    tally.same("sysfs: num_vfs", values(samples, "pf_num_vfs", "bdf"),
               dict(zip(pfs, (2, 3))))
    tally.same("sysfs: agree", values(samples, "pf_agree", "bdf"), dict(zip(pfs, (1, 0))))
    tally.same("sysfs: drivers", values(samples, "pf_info", "driver"),
               {('we"ird\\',): 1, ("",): 1})
    unknown = values(samples, "pf_unknown_info", "bdf", "metric", "reason")
    tally.same("sysfs: who sleeps is left alone",
               {what[1:] for what in unknown if what[:1] == pfs[2]},
               {(f"sriovscope_pf_{name}", "asleep") for name in
                ("total_vfs", "num_vfs", "max_vfs", "agree", "check_rules")})


STATUS = """driver: {driver}
num_vfs_register: 4
num_vfs_kernel: {kernel}
agree: {agree}  # made up
total_vfs_register: 16
"""


def test_bytes(tally, metrics, folder):
    """A name that is no UTF-8 must not spoil the file for everything else in it."""
    machine = Machine(pathlib.Path(folder))
    machine.add(pf(), driver=b"a\xff\x01\x7fb".decode(errors="surrogateescape"))
    out = call("--root", machine.root, "--from", "sysfs", "metrics")[1]
    tally.same("bytes: driver", values(parse(out), "pf_info", "driver"),
               {("a\\xff\\x01\\x7fb",): 1})
    if metrics.promtool:
        tally.same("bytes: promtool", promtool_says(metrics.promtool, out), (0, ""))


def test_debugfs(tally, metrics, folder):
    """Of the module there is what it says, and no device behind it."""
    machine = Machine(pathlib.Path(folder))
    files = "sys/kernel/debug/sriovscope"
    machine.put(f"{files}/devices",
                  "# bdf id driver cap_offset total_vfs num_vfs mode check\n"
                  "0000:01:00.0 8086:10c9 igb 0x160 16 4 observed FAIL\n"
                  "0001:02:00.0 8086:10ca - - - - rejected -\n")
    machine.put(f"{files}/0000:01:00.0/status",
                  STATUS.format(driver="igb", kernel=0, agree="no"))
    machine.put(f"{files}/0000:01:00.0/check",
                  "# verdict rule section detail\nFAIL a 1 b\n"
                  "# 12 pass, 3 warn, 1 fail, 14 skip\n")
    machine.put(f"{files}/0000:01:00.0/preflight",
                  "max_vfs_now: 7\nlimited_by: driver\nconstraints:\n")
    samples = metrics.of("debugfs", "--root", machine.root)
    one = ("0000:01:00.0",)
    tally.same("debugfs: values", [values(samples, f"pf_{name}", "bdf") for name in VALUES],
               [{one: value} for value in (16, 4, 0, 7, 0)])
    tally.same("debugfs: verdicts", values(samples, "pf_check_rules", "verdict"),
               {("pass",): 12, ("warn",): 3, ("fail",): 1, ("skip",): 14})
    tally.same("debugfs: info", values(samples, "pf_info", "bdf", "mode", "source"),
               {one + ("observed", "debugfs"): 1,
                ("0001:02:00.0", "rejected", "debugfs"): 1})
    tally.same("debugfs: who does not answer is unknown",
               set(values(samples, "pf_unknown_info", "bdf", "reason")),
               {("0001:02:00.0", "unknown")})


def test_file(tally, folder):
    path = pathlib.Path(folder) / "sriovscope.prom"
    text = dump(pf())
    wanted = call("--from", "-", "metrics", text=text)[1]

    def write(*more, to=path, **env):
        return call("--from", "-", *more, "metrics", "-o", to, text=text, **env)

    os.umask(0o027)
    tally.same("file: status", write(), (WELL, "", ""))
    tally.same("file: text", path.read_text(), wanted)
    tally.same("file: mode", oct(path.stat().st_mode & 0o777), oct(0o640))
    os.umask(0o022)
    os.link(path, path.with_name("old"))
    path.with_name("old").write_text("who reads the old one\n")
    write("--json")
    tally.same("file: is replaced", path.with_name("old").read_text(),
               "who reads the old one\n")
    tally.same("file: keeps its mode", oct(path.stat().st_mode & 0o777), oct(0o640))
    tally.same("file: -", write(to="-")[:2], (WELL, wanted))
    tally.expect("file: JSON", path.read_text().startswith("{"))
    path.with_name("old").unlink()
    write()

    path.with_name("link").symlink_to("sriovscope.prom")
    for to, words in ((folder, "is no file"), (path.with_name("link"), "is no file"),
                      ("/dev/null", "is no file"), (path / "x", "Not a directory"),
                      (f"{folder}/no/x", "No such file"),
                      ("x" * 300, "File name too long"),
                      ("x" * 5000, "File name too long")):
        status, out, err = write(to=to)
        tally.same(f"file: {str(to)[-40:]}", (status, out), (BLIND, ""))
        tally.expect(f"file: {str(to)[-40:]}: says why", words in err, err)
    path.with_name("link").unlink()
    test_file_kept(tally, path, wanted)
    tally.same("file: nothing is left beside", os.listdir(folder), [path.name])


def test_file_kept(tally, path, wanted):
    """What cannot be looked at or written leaves the file that there is."""
    status = call("--from", "/nowhere", "metrics", "-o", path)[0]
    tally.same("file: could not look", (status, path.read_text()), (BLIND, wanted))

    def little_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(pathlib.Path(folder))
        machine.put("sys/kernel/debug/sriovscope/devices", "# bdf\n0000:01:00.0\n")
        done = subprocess.run([TOOL, "--root", machine.root, "metrics", "-o", path],
                              preexec_fn=little_room, capture_output=True, check=False)
    tally.same("file: no room", (done.returncode, path.read_text()), (BLIND, wanted))
    tally.expect("file: no room: says why", b"File too large" in done.stderr,
                 done.stderr.decode())


def main():
    tally = Tally("metrics")
    metrics = Metrics(tally)
    test_dump(tally, metrics)
    test_none(tally, metrics)
    for test in (test_sysfs, test_bytes, test_debugfs):
        with tempfile.TemporaryDirectory() as folder:
            test(tally, metrics, folder)
    with tempfile.TemporaryDirectory() as folder:
        test_file(tally, folder)
    tally.end()


main()
