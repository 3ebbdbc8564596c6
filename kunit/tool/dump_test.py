#!/usr/bin/python3
"""dump_test: what the command says of made-up dumps, good and bad."""
import gzip
import os
import pathlib
import tempfile

from tool import (BLIND, USAGE, WELL, WRONG, Function, Tally, call, call_json, dump, pf,
                  real_dumps)

FILES = ["status", "preflight", "check", "regs", "caps", "bars", "room", "vfs"]


def line_of(text, word):
    return next((line for line in text.splitlines() if word in line), "")


def test_list(tally):
    text = dump(pf("01:00.0"), pf("01:00.1", total=0), Function("02:00.0").pcie())
    status, out, err = call("--from", "-", text=text)
    tally.same("list: status", status, WELL)
    rows = [line.split() for line in out.splitlines()]
    tally.same("list: PFs", [row[0] for row in rows if row[0][0].isdigit()],
               ["0000:01:00.0", "0000:01:00.1"])
    tally.same("list: complaints", err, "")
    status, said = call_json(tally, "list", "--from", "-", text=text)
    tally.same("list: total_vfs", [p["total_vfs"] for p in said["pfs"]], [8, 0])
    tally.same("list: nothing is guessed",
               {p[k] for p in said["pfs"] for k in ("driver", "mode")}, {"unknown"})
    tally.same("list: how many", [p["max_vfs_now"] for p in said["pfs"]],
               ["unknown", 0])


def test_files(tally):
    text = dump(pf())
    for file in FILES:
        status, out, err = call("--from", "-", file, "01:00.0", text=text)
        tally.same(f"{file}: status", status,
                   BLIND if file == "preflight" else WELL)
        tally.expect(f"{file}: has text", out.endswith("\n") and len(out) > 30, out)
        tally.same(f"{file}: complaints", err, "")
        call_json(tally, file, "--from", "-", file, "01:00.0", text=text)
    call_json(tally, "show", "--from", "-", "show", "0000:01:00.0", text=text)


def test_port(tally):
    """The port above is in the dump: what it says is known."""
    port = Function("00:01.0").bridge(0, 1, 2).pcie(kind=4, second=0x20)
    port.put(0x40 + 0x28, "H", 0x20)
    lines = call("--from", "-", "check", "01:00.0", text=dump(port, pf(ari=True)))[1]
    tally.expect("port: ari_hierarchy", "PASS ari_hierarchy 9.3.3.3.5 set, ARI"
                 " Forwarding Enable of 0000:00:01.0 set" in lines, lines)
    lines = call("--from", "-", "check", "01:00.0", text=dump(port, pf()))[1]
    tally.expect("port: broken", "FAIL ari_hierarchy" in lines, lines)
    lines = call("--from", "-", "check", "01:00.0", text=dump(pf(ari=True)))[1]
    tally.expect("no port: not judged", "SKIP ari_hierarchy" in lines, lines)
    far = pf(offset=256)
    out = call("--from", "-", "preflight", "01:00.0", text=dump(port, far))[1]
    tally.expect("port: buses", "buses 01 to 02 are there" in out, out)
    out = call("--from", "-", "preflight", "01:00.0", text=dump(far))[1]
    tally.expect("no port: buses unknown",
                 "{name: bus_numbers, max_vfs: unknown" in out, out)


def test_ide(tally):
    """A stream of the root port with the PF, which has VFs at 0180 and 0182"""
    cases = {0x182: "PASS", 0x181: "FAIL", 0x0ff: "SKIP"}
    for limit, verdict in cases.items():
        port = Function("00:01.0").bridge(0, 1, 2).pcie(kind=4).extended(0x100, 0x30)
        port.put(0x104, "I", 2)
        port.put(0x110, "4I", 0x07000001, 0, limit << 8, 0x100 << 8 | 1)
        out = call("--from", "-", "check", "01:00.0",
                   text=dump(port, pf(num=2, enable=True)))[1]
        line = line_of(out, " ide_routing_ids ")
        tally.expect(f"IDE up to {limit:#x}", line.startswith(verdict), line)
    out = call("--from", "-", "check", "01:00.0", text=dump(pf(num=2, enable=True)))[1]
    tally.expect("no port: no IDE", "unknown: the port above" in
                 line_of(out, " ide_routing_ids "), out)


def vf_at(address):
    vf = Function(address, 0xffff, 0xffff).pcie()
    return vf


def test_vfs(tally):
    """VFs that are on are judged when all of them are there."""
    on = pf(num=2, enable=True)
    out = call("--from", "-", "check", "01:00.0",
               text=dump(on, vf_at("01:10.0"), vf_at("01:10.2")))[1]
    tally.expect("VFs: judged", "PASS vf_flr 9.2.2.3 2 VFs" in out, out)
    out = call("--from", "-", "vfs", "01:00.0",
               text=dump(on, vf_at("01:10.0"), vf_at("01:10.2")))[1]
    tally.expect("VFs: present", "1 0000:01:10.2 present unknown unknown" in out, out)
    tally.expect("VFs: planned", "2 0000:01:10.4 planned - -" in out, out)
    out = call("--from", "-", "check", "01:00.0", text=dump(on, vf_at("01:10.0")))[1]
    tally.expect("VFs: one is missing", "SKIP vf_flr 9.2.2.3 unknown: its VFs" in out,
                 out)
    broken = vf_at("01:10.2").put(0x3d, "B", 1)
    status, out, _ = call("--from", "-", "check", "01:00.0",
                          text=dump(on, vf_at("01:10.0"), broken))
    tally.same("VFs: broken", (status, "FAIL vf_interrupt_pin" in out), (WRONG, True))


def test_preflight(tally):
    text = dump(pf())
    for number, wanted, word in (("9", WRONG, "no"), ("8", BLIND, "unknown")):
        status, out, _ = call("--from", "-", "preflight", "01:00.0", number, text=text)
        tally.same(f"preflight {number}", (status, out.splitlines()[0]),
                   (wanted, f"{number} VFs now: {word}"))
        status, said = call_json(tally, f"preflight {number}", "--from", "-",
                                 "preflight", "01:00.0", number, text=text)
        tally.same(f"preflight {number}: JSON",
                   (status, said["pfs"][0]["works"]), (wanted, word))
    for number in ("0", "+1", "65536", "x", "", "99999999999999999999", "1 "):
        status, out, err = call("--from", "-", "preflight", "01:00.0", number, text=text)
        tally.same(f"preflight {number!r}", (status, out), (USAGE, ""))
        tally.expect(f"preflight {number!r}: says why", "no number of VFs" in err, err)


def test_copy(tally, folder):
    """A copy of the file config of sysfs has no address."""
    copy = folder / "config"
    copy.write_bytes(pf().bytes)
    status, said = call_json(tally, "copy", "--from", copy)
    tally.same("copy: list", (status, len(said["pfs"])), (WELL, 1))
    name = said["pfs"][0]["bdf"]
    out = call("--from", copy, "vfs", name)[1]
    tally.expect("copy: VFs have no address",
                 "\n0 unknown unknown unknown unknown" in out, out)
    out = call("--from", copy, "check", name)[1]
    tally.expect("copy: no routing ID", "SKIP routing_id_range 9.2.1.2" in out, out)
    call_json(tally, "copy: show", "--from", copy, "show", name)


def lines_of(text, change):
    lines = text.decode().splitlines()
    change(lines)
    return "\n".join(lines).encode() + b"\n"


# What is sent, exit status, and words of the complaint
BAD = [
    ("nothing", b"", BLIND, "no hex lines"),
    ("no hex", b"01:00.0 Ethernet controller: x\n", BLIND, "without hex lines"),
    ("a line is missing", lines_of(dump(pf()), lambda l: l.pop(20)), BLIND,
     "lines are missing, from 130: to 140:"),
    ("a line twice", lines_of(dump(pf()), lambda l: l.insert(20, l[19])), BLIND,
     "is there twice"),
    ("no byte", dump(pf()).replace(b"00: 34", b"00: 3x", 1), BLIND, "no byte"),
    ("a short line", lines_of(dump(pf()), lambda l: l.__setitem__(5, l[5][:-3])), BLIND,
     "not all of its 16 bytes"),
    ("cut", lines_of(dump(pf()), lambda l: l.__delitem__(slice(100, None))), BLIND,
     "cut short, 1584 bytes are there of 4096"),
    ("the header alone",
     lines_of(dump(pf()), lambda l: l.__delitem__(slice(5, None))), BLIND,
     "only the header, 64 bytes, of 1 functions"),
    ("no address", lines_of(dump(pf()), lambda l: l.pop(0)), BLIND,
     "hex lines are of no function"),
    ("gzip", gzip.compress(dump(pf())), BLIND, "compressed with gzip"),
    ("xz", b"\xfd7zXZ\0rest", BLIND, "compressed with xz"),
]


def test_bad(tally):
    for what, text, wanted, words in BAD:
        status, out, err = call("--from", "-", text=text)
        tally.same(f"bad: {what}", (status, out), (wanted, ""))
        tally.expect(f"bad: {what}: says why", words in err, err)
    half = dump(pf("01:00.0")) + BAD[2][1].replace(b"01:00.0", b"02:00.0")
    status, out, err = call("--from", "-", text=half)
    tally.expect("bad: the others are used", status == WELL and "01:00.0" in out and
                 "02:00.0" not in out and "0000:02:00.0: lines are missing" in err,
                 out + err)


def test_forms(tally):
    """The same dump in the forms in which people send it."""
    plain = dump(pf())
    wanted = call("--from", "-", "check", text=plain)[1]
    forms = {
        "DOS": plain.replace(b"\n", b"\r\n"),
        "UTF-16": plain.decode().encode("utf-16"),
        "UTF-8 with a mark": b"\xef\xbb\xbf" + plain,
        "with -vvv": plain.replace(b"made up\n", b"made up\n\tControl: I/O- Mem+\n", 1),
        "in a log": b"x" * 5000 + b"\n\n" + plain + b"01:00.0 listed again\n\n",
        "twice": plain + plain,
        "with its domain": plain.replace(b"01:00.0", b"0000:01:00.0"),
        "in capitals": b"\n".join(line if line.startswith(b"01:00") else line.upper()
                                  for line in plain.split(b"\n")),
        "without a last newline": plain.rstrip(b"\n"),
    }
    for what, text in forms.items():
        _, out, err = call("--from", "-", "check", text=text)
        tally.same(f"form: {what}", (out, err), (wanted, ""))


def test_calls(tally):
    text = dump(pf())
    for args, wanted, words in (
            (["nonsense"], USAGE, "there is no command nonsense"),
            (["--nonsense"], USAGE, "--help"),
            (["preflight"], USAGE, "usage: sriovscope preflight BDF [N]"),
            (["regs", "01:00.1"], BLIND, "there is no such PF"),
            (["regs", "01:00"], BLIND, "there is no such PF"),
            (["regs", "\n%s%n"], BLIND, "there is no such PF")):
        status, out, err = call("--from", "-", *args, text=text)
        tally.same(f"call {args}", (status, out), (wanted, ""))
        tally.expect(f"call {args}: says why", words in err, err)
    status, _, err = call("--from", "/there/is/no/such/file")
    tally.same("call: no file", (status, "there is no such file" in err), (BLIND, True))
    text = dump(pf(), Function("02:00.0", size=256).pcie(), Function("03:00.0").pcie())
    for name, words in (("02:00.0", "256 bytes"), ("03:00.0", "no SR-IOV capability")):
        status, _, err = call("--from", "-", "regs", name, text=text)
        tally.same(f"call: {name}", (status, words in err), (BLIND, True))
    text = dump(pf("0a:00.0"))
    for name in ("a:0.0", "0A:00.0", "0:0a:00.0", "0000:a:00.0"):
        status, out, _ = call("--from", "-", "regs", name, text=text)
        tally.same(f"call: {name}", (status, "total_vfs: 8" in out), (WELL, True))
    for name in ("0a:00. 0", "0a: 0.0", "0a:00.0x", "0a:00.0 "):
        status, _, err = call("--from", "-", "regs", name, text=text)
        tally.same(f"call: {name}", (status, "no such PF" in err), (BLIND, True))
    status, out, _ = call("--help")
    tally.same("call: --help", (status, "Exit status" in out), (WELL, True))


def test_integrated(tally):
    """The link of one that is integrated into the Root Complex is in its own device."""
    for kind, of in ((9, "itself: "), (0, "depends on function 00.1 ")):
        function = Function("00:1e.1").pcie(kind=kind).power().sriov()
        out = call("--from", "-", "regs", "00:1e.1", text=dump(function))[1]
        tally.expect(f"kind {kind}: regs: {of}", of in line_of(out, "_link"), out)


def test_no_pf(tally):
    """Who has not seen where SR-IOV would be does not say that there is none."""
    whole = dump(Function("03:00.0").pcie(), Function("04:00.0", size=256))
    for args in ([], ["check"]):
        status, out, err = call("--from", "-", *args, text=whole)
        tally.same(f"no PF {args}", (status, "There is no PF" in out + err), (WELL, True))
    for what, more in (("alone", []), ("with others", [Function("03:00.0").pcie()])):
        text = dump(Function("02:00.0", size=256).pcie(), *more)
        for args in ([], ["check"], ["metrics"]):
            status, out, err = call("--from", "-", *args, text=text)
            tally.same(f"256 bytes {what} {args}", (status, out), (BLIND, ""))
            tally.expect(f"256 bytes {what} {args}: says why",
                         "of 1 PCI Express functions" in err and "lspci -xxxx" in err, err)


def test_real(tally):
    dumps = real_dumps()
    if not dumps:
        tally.skip("there is no folder of real dumps")
        return
    for path in dumps:
        status, _, err = call("--from", path)
        if status == BLIND:
            tally.expect(f"{path.name}: says why", "take it again" in err, err)
            continue
        said = call_json(tally, path.name, "--from", path)[1]
        for one in said["pfs"]:
            call_json(tally, f"{path.name} show", "--from", path, "show", one["bdf"])


def main():
    tally = Tally("tool-dump")
    test_list(tally)
    test_files(tally)
    test_port(tally)
    test_ide(tally)
    test_vfs(tally)
    test_preflight(tally)
    with tempfile.TemporaryDirectory() as folder:
        test_copy(tally, pathlib.Path(folder))
    test_bad(tally)
    test_forms(tally)
    test_calls(tally)
    test_integrated(tally)
    test_no_pf(tally)
    test_real(tally)
    tally.end()


os.environ.pop("NO_COLOR", None)
main()
