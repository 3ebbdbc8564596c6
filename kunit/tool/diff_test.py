#!/usr/bin/python3
"""diff_test: what the command says that changed between two dumps."""
import os
import pathlib
import tempfile

from tool import (BLIND, USAGE, WELL, WRONG, Function, Tally, call, call_json, dump, pf)


class Sides:
    """Two files in a folder, compared."""

    def __init__(self, tally, folder):
        self.tally = tally
        self.files = [folder / "a", folder / "b"]

    def write(self, *texts):
        for file, text in zip(self.files, texts):
            file.write_bytes(text)

    def changes(self, what, *texts):
        """{(file, name, field): (before, after)}, and the same of what is unknown."""
        self.write(*texts)
        status, said = call_json(self.tally, what, "diff", *self.files)
        self.tally.same(f"{what}: status", status, WRONG if said["changes"] else WELL)
        return [{(c["file"], c["name"], c["field"]): (c["before"], c["after"])
                 for c in said[kind]} for kind in ("changes", "unknown")]


def test_same(tally, sides):
    one, two = pf("01:00.0"), pf("02:00.0", num=2, enable=True)
    port = Function("00:01.0").bridge(0, 1, 2).pcie(kind=4)
    plain = dump(port, one, two)
    for what, other in {
            "itself": plain,
            "another order": dump(two, port, one),
            "a report": b"Report of a machine\n" + b"x" * 3000 + b"\n\n" + plain,
            "DOS": plain.replace(b"\n", b"\r\n"),
            "other names": plain.replace(b"made up", b"something else")}.items():
        tally.same(f"same: {what}", sides.changes(what, plain, other), [{}, {}])
        status, out, err = call("diff", *sides.files)
        tally.same(f"same: {what}: text", (status, out, err),
                   (WELL, "# 0 changes, 0 known on one side alone\n", ""))


def test_fields(tally, sides):
    changes, unknown = sides.changes("VFs come", dump(pf()),
                                     dump(pf(num=2, enable=True)))
    for key, wanted in {
            ("regs", "num_vfs", None): (0, 2),
            ("regs", "vf_enable", None): (False, True),
            ("status", "num_vfs_register", None): (0, 2),
            ("check", "vf_stride", "verdict"): ("SKIP", "PASS"),
            ("check", "num_vfs_initial", "detail"):
                ("NumVFs 0, InitialVFs 8", "NumVFs 2, InitialVFs 8")}.items():
        tally.same(f"VFs come: {key}", changes.get(key), wanted)
    tally.expect("VFs come: no more than that",
                 ("regs", "total_vfs", None) not in changes and
                 ("check", "vf_stride", "section") not in changes, changes)
    # Where they are on, their VFs would be asked, and these are not there.
    tally.same("VFs come: one side cannot judge",
               [found.get(("check", "vf_flr", "verdict"))
                for found in (changes, unknown)], [None, ("SKIP", "unknown")])
    tally.expect("VFs come: it says why",
                 unknown[("check", "vf_flr", "detail")][1].startswith("unknown: "),
                 unknown)
    tally.expect("VFs come: how many could be is unknown on both sides",
                 not [key for key in {**changes, **unknown}
                      if key[1] in ("max_vfs_now", "limited_by")], changes)
    tally.same("VFs come: there and back",
               sides.changes("back", dump(pf(num=2, enable=True)), dump(pf()))[0],
               {key: (after, before) for key, (before, after) in changes.items()})


def test_tables(tally, sides):
    changes, _ = sides.changes("constraints", dump(pf()), dump(pf(total=6)))
    tally.same("constraints: max_vfs",
               changes.get(("preflight", "total_vfs", "max_vfs")), (8, 6))
    tally.same("constraints: detail",
               changes.get(("preflight", "total_vfs", "detail")),
               ("TotalVFs of the device is 8", "TotalVFs of the device is 6"))
    tally.same("constraints: VFs that went",
               [changes[("vfs", vf, None)][1] for vf in ("6", "7")], [None, None])
    tally.same("constraints: where they were",
               changes[("vfs", "6", None)][0]["bdf"], "0000:01:11.4")

    with_ari = pf()
    with_ari.extended(0x200, 0x0e)
    changes, _ = sides.changes("caps", dump(pf()), dump(with_ari))
    tally.same("caps: one came", [value and value["id"]
                                  for value in changes[("caps", "0x200", None)]],
               [None, "0x000e"])
    tally.same("caps: the one before it ends there", changes[("caps", "0x100", "span")],
               (3840, 256))

    changes, _ = sides.changes("bars", dump(pf()), dump(pf(bars=(4, 0, 0xfe000000, 0, 0,
                                                                0))))
    tally.same("bars: one came", [value and value["type"]
                                  for value in changes[("bars", "2", None)]],
               [None, "mem32"])
    changes, _ = sides.changes("bars", dump(pf()), dump(pf(bars=(0xc, 0, 0, 0, 0, 0))))
    tally.same("bars: one is another", changes[("bars", "0", "prefetch")], (False, True))

    changes, unknown = sides.changes("no bars", dump(pf()), dump(pf(bars=[1] * 6)))
    tally.same("bars: none can be told",
               [key for key in {**changes, **unknown} if key[0] == "bars"], [])
    tally.same("bars: check says so", changes[("check", "vf_bar_type", "verdict")],
               ("PASS", "FAIL"))

    far = pf(stride=4)
    changes, _ = sides.changes("vfs", dump(pf()), dump(far))
    tally.same("vfs: where they are", changes[("vfs", "1", "bdf")],
               ("0000:01:10.2", "0000:01:10.4"))


def test_pfs(tally, sides):
    one, two, three = pf("01:00.0"), pf("02:00.0"), pf("03:00.0")
    came = {("devices", "present", None): (False, True)}
    tally.same("PFs: one came", sides.changes("came", dump(one), dump(one, two))[0], came)
    tally.same("PFs: one went", sides.changes("went", dump(one, two), dump(two))[0],
               {("devices", "present", None): (True, False)})
    tally.same("PFs: all came", sides.changes("all", dump(Function("00:00.0")),
                                              dump(one))[0], came)
    said = call_json(tally, "PFs", "diff", *sides.files)[1]
    tally.same("PFs: which", [said[side]["pfs"] for side in "ab"], [[], ["0000:01:00.0"]])
    tally.same("PFs: it is named", said["changes"][0]["bdf"], "0000:01:00.0")
    sides.write(dump(one, two), dump(one, three))
    said = call_json(tally, "PFs: another", "diff", *sides.files)[1]
    tally.same("PFs: of two they are known by address",
               [(c["bdf"], c["after"]) for c in said["changes"]],
               [("0000:02:00.0", False), ("0000:03:00.0", True)])


def test_moved(tally, sides):
    """The only PF of each side, at different addresses"""
    moved = sides.changes("moved", dump(pf("01:00.0")), dump(pf("02:00.0")))[0]
    tally.same("moved: VFs are elsewhere, and that is all but words",
               {key for key in moved if key[2] != "detail"}, set())
    moved = sides.changes("moved", dump(pf("01:00.0")), dump(pf("02:00.0", total=7)))[0]
    tally.same("moved: a field", moved[("regs", "total_vfs", None)], (8, 7))


def test_unknown(tally, sides):
    """A dump with the port above against one without it"""
    port = Function("00:01.0").bridge(0, 1, 2).pcie(kind=4, second=0x20)
    port.put(0x40 + 0x28, "H", 0x20)
    with_port, without = dump(port, pf(ari=True)), dump(pf(ari=True))
    for what, texts in (("after", (with_port, without)), ("before", (without, with_port))):
        changes, unknown = sides.changes(f"unknown {what}", *texts)
        tally.same(f"unknown {what}: no change", changes, {})
        tally.expect(f"unknown {what}: it is said",
                     "unknown" in unknown[("check", "ari_hierarchy", "verdict")] and
                     "unknown" in unknown[("preflight", "ari_forwarding", "max_vfs")],
                     unknown)
        out = call("diff", *sides.files)[1]
        tally.expect(f"unknown {what}: text", out.startswith("# 0 changes, ") and
                     out.endswith(" known on one side alone: -v lists them\n"), out)
        out = call("-v", "diff", *sides.files)[1]
        tally.expect(f"unknown {what}: -v lists it", "\n    ari_hierarchy verdict: " in out,
                     out)


def test_limit(tally, sides):
    """Without VFs none could be, and that is known; of others a dump knows nothing."""
    changes, unknown = sides.changes("limit", dump(pf(total=0)), dump(pf()))
    for name in ("max_vfs_now", "limited_by"):
        key = ("preflight", name, None)
        tally.same(f"limit: {name}", (key in changes, unknown.get(key, [None])[-1]),
                   (False, "unknown"))


def test_versions(tally, folder):
    """Files of modules of which one has a rule and a field more than the other"""
    scope = folder / "sys/kernel/debug/sriovscope"
    texts = {file: call("--from", "-", file, "01:00.0", text=dump(pf()))[1]
             for file in ("status", "regs", "check", "preflight", "caps", "bars", "vfs")}
    for name in ("0000:01:00.0", "0000:02:00.0"):
        (scope / name).mkdir(parents=True)
        for file, text in texts.items():
            (scope / name / file).write_text(text)
    (scope / "devices").write_text(
        "# bdf id\n0000:01:00.0 1234:5678\n0000:02:00.0 1234:5678\n")
    (scope / "0000:02:00.0/check").write_text(
        texts["check"].replace("PASS total_vfs", "PASS more 1.2 of it\nPASS total_vfs"))
    (scope / "0000:02:00.0/regs").write_text(texts["regs"] + "more: yes\n")
    status, said = call_json(tally, "versions", "--root", folder, "diff", "01:00.0",
                             "02:00.0")
    tally.same("versions: no change", (status, said["changes"]), (WELL, []))
    tally.same("versions: it is unknown",
               {(c["file"], c["name"]): c["before"] for c in said["unknown"]},
               {("regs", "more"): "unknown", ("check", "more"): None})


def test_text(tally, sides):
    sides.write(dump(pf(), pf("02:00.0")),
                dump(pf(num=1, stride=4, total=7), pf("02:00.0")))
    status, out, err = call("diff", *sides.files)
    tally.same("text: status", (status, err), (WRONG, ""))
    lines = out.splitlines()
    tally.same("text: PFs", [line for line in lines if line.startswith("0000:")],
               ["0000:01:00.0"])
    tally.same("text: files", [line for line in lines if line[:2] == "  " != line[2:4]],
               ["  status", "  regs", "  check", "  preflight", "  vfs"])
    tally.expect("text: a field", "    num_vfs: 0 -> 1" in lines, out)
    tally.expect("text: a row", "    7: 7 0000:01:11.6 planned - - unknown"
                 " -> -" in lines, out)
    sides.write(dump(pf(total=64)), dump(pf(total=64, num=1, enable=True)))
    out = call("-v", "diff", *sides.files)[1]
    tally.expect("text: VFs that have the same are one line",
                 "\n    0-63 state: planned -> unknown\n" in out, out)


def test_pf_of_machine(tally, sides):
    """PFs of a source, and a file with more than one"""
    sides.write(dump(pf("01:00.0"), pf("02:00.0", total=7)),
                dump(pf("01:00.0", total=6), pf("02:00.0")))
    a, b = sides.files
    for what, args, wanted in (
            ("two of a source", ("01:00.0", "02:00.0"), (8, 7)),
            ("a PF and a file", ("01:00.0", b), (8, 6)),
            ("a file and a PF", (b, "0000:02:00.0"), (8, 7))):
        said = call_json(tally, what, "--from", a, "diff", *args)[1]
        tally.same(f"{what}: total_vfs",
                   [(c["before"], c["after"]) for c in said["changes"]
                    if c["name"] == "total_vfs" and c["file"] == "regs"], [wanted])
        tally.same(f"{what}: one of each", [len(said[side]["pfs"]) for side in "ab"],
                   [1, 1])
    b.write_bytes(bytes(pf().bytes))
    said = call_json(tally, "a copy of config", "--from", a, "diff", "02:00.0", b)[1]
    tally.same("a copy of config: total_vfs",
               [(c["before"], c["after"]) for c in said["changes"]
                if c["name"] == "total_vfs" and c["file"] == "regs"], [(7, 8)])


def test_calls(tally, sides):
    sides.write(dump(pf()), b"no dump\n")
    a, b = sides.files
    for args, wanted, words in (
            (["diff", a], USAGE, "usage: sriovscope diff A B"),
            (["diff", a, a, a], USAGE, "usage: sriovscope diff A B"),
            (["diff", "-", "-"], USAGE, "standard input is one dump"),
            (["diff", a, b], BLIND, "no function in it can be used"),
            (["diff", b, a], BLIND, "no function in it can be used"),
            (["diff", a, "/no/such/file"], BLIND, "there is no such file"),
            (["--from", a, "diff", a, "03:00.0"], BLIND, "there is no such PF"),
            (["--root", "/no/such", "--from", "sysfs", "diff", a, "01:00.0"], BLIND,
             "there is no PCI bus")):
        status, out, err = call(*args)
        tally.same(f"call {args}", (status, out), (wanted, ""))
        tally.expect(f"call {args}: says why", words in err, err)
    status, out, _ = call("diff", "-", a, text=dump(pf(total=9)))
    tally.expect("call: standard input", status == WRONG and "    total_vfs: 9 -> 8\n"
                 in out, out)


def main():
    tally = Tally("diff")
    with tempfile.TemporaryDirectory() as folder:
        sides = Sides(tally, pathlib.Path(folder))
        test_same(tally, sides)
        test_fields(tally, sides)
        test_tables(tally, sides)
        test_pfs(tally, sides)
        test_moved(tally, sides)
        test_unknown(tally, sides)
        test_limit(tally, sides)
        test_versions(tally, pathlib.Path(folder))
        test_text(tally, sides)
        test_pf_of_machine(tally, sides)
        test_calls(tally, sides)
    tally.end()


os.environ.pop("NO_COLOR", None)
main()
