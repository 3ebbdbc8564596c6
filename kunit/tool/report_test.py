#!/usr/bin/python3
"""report_test: a report, of made-up dumps and of a made-up machine: who is in it, and
what can be read of it again."""
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile

from report_machine import (DSN_AT, VPD_AT, SecretMachine, port, secret_pf, sections,
                            vf_at)
from tool import (BLIND, TOOL, TOP, USAGE, WELL, WRONG, Function, Tally, call, call_json,
                  dump, pf, real_dumps)

FROM_REGISTERS = ["check", "regs", "caps", "bars", "preflight", "vfs"]


def made_up_dumps():
    vfs = [vf_at("01:10.0"), vf_at("01:10.2")]
    return {
        "a PF": dump(secret_pf()),
        "with a port": dump(port(), secret_pf(ari=True)),
        "broken": dump(port(), secret_pf()),
        "VFs on": dump(port(), secret_pf(num=2, enable=True, ari=True), *vfs),
        "a VF is missing": dump(secret_pf(num=2, enable=True), vfs[0]),
        "neighbours": dump(port(), secret_pf(ari=True), pf("01:00.1", ari=True),
                           Function("01:00.2").pcie(), Function("02:00.0").pcie()),
        "VFs on the next bus": dump(port(), secret_pf(num=2, enable=True, offset=256),
                                    vf_at("02:00.0"), vf_at("02:00.2"),
                                    Function("02:00.1").pcie(),
                                    Function("03:00.0").pcie()),
        "nothing behind 256": dump(Function("02:00.0", size=256).pcie(), secret_pf()),
    }


def files_of(source, name):
    return {file: call("--from", source, file, name)[:2] for file in FROM_REGISTERS}


def expect_read_back(tally, what, folder, text, name):
    """A report of a dump says the same as the dump, and so does a report of it."""
    source, first, second = (folder / f for f in ("dump", "first", "second"))
    source.write_bytes(text)
    wanted = files_of(source, name)
    for at, to in ((source, first), (first, second)):
        to.unlink(missing_ok=True)
        status, out, err = call("--from", at, "report", name, "-o", to)
        tally.same(f"{what}: report", (status, out, err),
                   (WRONG if "\nFAIL " in wanted["check"][1] else WELL, "", ""))
        for file, said in files_of(to, name).items():
            tally.same(f"{what}: {file} of the report", said, wanted[file])
    said = sections(first.read_text())
    tally.same(f"{what}: the section check", said[f"{name} check"],
               wanted["check"][1])
    tally.expect(f"{what}: no other check", f"{name} check of this dump" not in said)
    tally.same(f"{what}: a report of a report", second.read_text(), re.sub(
        "(Device Serial Number|VPD): 1", r"\1: 1", first.read_text()))
    return first


def functions_in(path):
    return set(re.findall(r"^(\S+:\S+\.\d) .*\n00: ", path.read_text(), re.M))


def test_read_back(tally, folder):
    for what, text in made_up_dumps().items():
        expect_read_back(tally, what, folder, text, "0000:01:00.0")
    for path in real_dumps():
        for name in re.findall(r"^(\S+)", call("--from", path, "list")[1], re.M):
            if name[0].isdigit():
                expect_read_back(tally, path.name, folder, path.read_bytes(), name)


def test_who_is_in_it(tally, folder):
    path = folder / "report"
    for what, wanted in (
            ("with a port", "00:01.0 01:00.0"),
            ("VFs on", "00:01.0 01:00.0 01:10.0 01:10.2"),
            ("neighbours", "00:01.0 01:00.0 01:00.1 01:00.2"),
            ("VFs on the next bus", "00:01.0 01:00.0 02:00.0 02:00.1 02:00.2")):
        path.write_text(call("--from", "-", "report", "01:00.0",
                             text=made_up_dumps()[what])[1])
        tally.same(f"who is in it: {what}", functions_in(path),
                   {"0000:" + one for one in wanted.split()})
    out = call("--from", "-", "report", "01:00.0", "01:00.1",
               text=made_up_dumps()["neighbours"])[1]
    said = sections(out)
    tally.expect("two PFs", {"0000:01:00.0 check", "0000:01:00.1 check"} <= set(said))
    tally.expect("two PFs: roles", "\npf 0000:01:00.1 " in said["functions"] and
                 "\nport 0000:00:01.0 " in said["functions"] and
                 "\nneighbour 0000:01:00.2 " in said["functions"], said["functions"])


def bytes_of(report, folder):
    """The image of the PF that sriov-image makes of a report."""
    images = folder / "images"
    shutil.rmtree(images, ignore_errors=True)
    done = subprocess.run([TOP / "scripts/sriov-image", "-o", images, report],
                          capture_output=True, text=True, check=False)
    found = {line.split()[3]: pathlib.Path(line.split()[0]).read_bytes()
             for line in done.stdout.splitlines()}
    return done, found


def test_images(tally, folder):
    """What sriov-replay and lspci read of a report"""
    report = folder / "report"
    functions = [port(), secret_pf(num=2, enable=True, ari=True), vf_at("01:10.0"),
                 vf_at("01:10.2")]
    for raw in ([], ["--raw"]):
        report.unlink(missing_ok=True)
        call("--from", "-", *raw, "report", "01:00.0", "-o", report,
             text=dump(*functions))
        done, found = bytes_of(report, folder)
        tally.same(f"images {raw}: exit status", (done.returncode, done.stderr), (0, ""))
        wanted = {f"0000:{one.address}": bytearray(one.bytes) for one in functions}
        if not raw:
            of_pf = wanted["0000:01:00.0"]
            of_pf[VPD_AT + 2:VPD_AT + 8] = bytes(6)
            of_pf[DSN_AT + 4:DSN_AT + 12] = bytes(8)
        tally.same(f"images {raw}", found, wanted)
    if not shutil.which("lspci"):
        tally.skip("there is no lspci")
        return
    said = subprocess.run(["lspci", "-D", "-n", "-F", report], capture_output=True,
                          text=True, check=False)
    tally.same("lspci", ([line.split()[0] for line in said.stdout.splitlines()],
                         said.stderr),
               ([f"0000:{one.address}" for one in functions], ""))


def test_live(tally, folder):
    """What is around the device is in the report of a machine."""
    root = SecretMachine(folder).fill(2).root
    report = folder / "report"
    report.unlink(missing_ok=True)
    live = ["--root", root, "--from", "sysfs"]
    call(*live, "report", "0000:01:00.0", "-o", report)
    said = sections(report.read_text())
    for file in ("status", "preflight", "check", "bars", "room", "vfs"):
        tally.same(f"live: {file}", said[f"0000:01:00.0 {file}"],
                   call(*live, file, "01:00.0")[1])
    tally.same("live: check of the dump", said["0000:01:00.0 check of this dump"],
               call("--from", report, "check", "01:00.0")[1])
    tally.same("live: kernel", said["kernel"].splitlines()[:2] +
               said["kernel"].splitlines()[-2:],
               ["release: 6.1.0-<host name>", "version: #1 SMP",
                "command line: pci=realloc intel_iommu=on vfio-pci.ids=1234:5678"
                ' igb.note="a <MAC address> b" pcie_aspm=off',
                "# 5 other words of it are left out"])
    tally.same("live: functions", said["functions"].splitlines()[1:],
               ["port 0000:00:01.0 - - - - -",
                "pf 0000:01:00.0 igb igb 5.6.0-k 0123456789ABCDEF -",
                "neighbour 0000:01:00.1 - - - - -",
                "vf 0000:01:10.0 - - - - -", "vf 0000:01:10.2 - - - - -"])
    tally.same("live: windows", [line for line in said["resource windows"].splitlines()
                                 if "01:00.0" in line or "iomem" in line],
               ["resource 0000:01:00.0 0 0x00000000e0000000 0x00000000e000ffff"
                " 0x0000000000040200",
                "iomem e0000000-efffffff : PCI Bus 0000:00",
                "iomem   e0000000-e01fffff : PCI Bus 0000:01",
                "iomem     e0000000-e000ffff : 0000:01:00.0"])
    log = said["kernel log"]
    tally.expect("live: log", "\n[    0.000001] DMAR: [01:00.0] fault ?[31m" in log, log)
    tally.expect("live: log of others", "not of it" not in log and "no address" not in log
                 and "SUBSYSTEM" not in log, log)
    done, found = bytes_of(report, folder)
    tally.same("live: images", (done.returncode, done.stderr, len(found)), (0, "", 5))


def test_twice(tally, folder):
    """A PF that is named twice is in it once."""
    machine = SecretMachine(folder).fill()
    call_it = ["--root", machine.root, "--from", "sysfs", "report"]
    tally.same("twice", call(*call_it, "01:00.0", "0000:01:00.0")[1],
               call(*call_it, "01:00.0")[1])


def test_other_vfs(tally, folder):
    """VFs of another PF on the bus are not in it."""
    machine = SecretMachine(folder).fill()
    home = machine.add(pf("01:00.2", num=1, enable=True), "0000:00:01.0/",
                       sriov_totalvfs=8, sriov_numvfs=1)
    vf = machine.add(vf_at("01:10.2"), "0000:00:01.0/")
    machine.link(f"{vf}/physfn", home)
    machine.link(f"{home}/virtfn0", vf)
    out = call("--root", machine.root, "--from", "sysfs", "report", "01:00.0")[1]
    said = sections(out)["functions"]
    tally.expect("other VFs", "\nneighbour 0000:01:00.2 " in said and
                 "0000:01:10.2" not in said, said)


def test_sleeping(tally, folder):
    """A neighbour that sleeps is left alone."""
    machine = SecretMachine(folder).fill()
    machine.put("sys/devices/pci0000:00/0000:00:01.0/0000:01:00.1/power/runtime_status",
                "suspended\n")
    out = call("--root", machine.root, "--from", "sysfs", "report", "01:00.0")[1]
    tally.expect("sleeping: is said", "\n# 0000:01:00.1 was not read: it sleeps" in out)
    tally.expect("sleeping: not read", "\n0000:01:00.1 " not in out)
    (machine.root / "dev/kmsg").unlink()
    out = call("--root", machine.root, "--from", "sysfs", "report", "01:00.0")[1]
    tally.expect("no log: is said", "# the kernel's log cannot be read: No such file" in out)


def test_no_dump(tally, folder):
    """Of a PF with no more than a header there is a report, and a complaint."""
    machine = SecretMachine(folder).fill()
    machine.put("sys/devices/pci0000:00/0000:00:01.0/0000:01:00.0/config",
                secret_pf().bytes[:64])
    status, out, err = call("--root", machine.root, "--from", "sysfs", "report", "01:00.0")
    tally.same("no dump: status", status, BLIND)
    tally.expect("no dump: is said", "0000:01:00.0: there is no whole" in err, err)
    tally.expect("no dump: the rest is there", "\nrelease: " in out and
                 "== 0000:01:00.0 check of this dump\n# the dump has not" in out)


def test_files(tally, folder):
    path = folder / "new"
    text = dump(secret_pf())
    path.unlink(missing_ok=True)
    status, out, err = call("--from", "-", "report", "01:00.0", "-o", path, text=text)
    tally.same("file: new", (status, out, err), (WELL, "", ""))
    tally.same("file: mode", stat.S_IMODE(path.stat().st_mode), 0o600)
    same = call("--from", "-", "report", "01:00.0", text=text)[1]
    tally.same("file: standard output is the same", path.read_text(), same)
    tally.same("file: -", call("--from", "-", "report", "01:00.0", "-o", "-",
                               text=text)[1], same)
    path.write_text("old")
    status, out, err = call("--from", "-", "report", "01:00.0", "-o", path, text=text)
    tally.same("file: one that is there", (status, out, path.read_text()),
               (BLIND, "", "old"))
    tally.expect("file: one that is there: is said", "is there already" in err, err)
    for to, words in ((folder / "no/such/folder", "No such file"), (folder, "already")):
        status, out, err = call("--from", "-", "report", "01:00.0", "-o", to, text=text)
        tally.same(f"file: {words}", (status, out), (BLIND, ""))
        tally.expect(f"file: {words}: is said", words in err, err)
    gone = folder / "gone"
    for args, wanted, words in ((["01:00.7"], BLIND, "there is no such PF"),
                                ([], USAGE, "usage: sriovscope report BDF...")):
        status, out, err = call("--from", "-", "report", *args, "-o", gone, text=text)
        tally.same(f"call {args}", (status, out), (wanted, ""))
        tally.expect(f"call {args}: is said", words in err, err)
        tally.expect(f"call {args}: leaves no file", not gone.exists())
    expect_no_room(tally, folder, gone)


def expect_no_room(tally, folder, path):
    """A file that cannot have all of it is not left, wherever the room ended."""
    machine = ["--root", SecretMachine(folder).fill().root, "--from", "sysfs"]
    size = len(call(*machine, "report", "01:00.0")[1].encode())
    for what, blocks in (("the dumps", 1), ("the report", size // 1024 - 1)):
        done = subprocess.run(
            ["bash", "-c", f'ulimit -f {blocks}; trap "" XFSZ; exec "$@"', "bash", TOOL,
             *machine, "report", "01:00.0", "-o", path],
            capture_output=True, text=True, check=False)
        tally.same(f"no room for {what}", (done.returncode, path.exists()),
                   (BLIND, False))
        tally.expect(f"no room for {what}: is said", "File too large" in done.stderr,
                     done.stderr)


def test_json(tally, folder):
    path = folder / "json"
    path.unlink(missing_ok=True)
    text = made_up_dumps()["VFs on"]
    status, said = call_json(tally, "JSON: file", "--from", "-", "report", "01:00.0", "-o",
                             path, text=text)
    tally.same("JSON: file", (status, said["output"], said["text"], said["bytes"]),
               (WELL, str(path), None, path.stat().st_size))
    tally.same("JSON: replaced", said["replaced"],
               {"device_serial_numbers": 1, "vpd": 1, "mac_addresses": 0, "host_names": 0,
                "serial_numbers": 0})
    tally.same("JSON: PFs", said["pfs"],
               [{"bdf": "0000:01:00.0", "check_of_dump": "same"}])
    tally.same("JSON: functions", [(f["bdf"], f["role"], f["bytes"])
                                   for f in said["functions"]],
               [("0000:00:01.0", "port", 4096), ("0000:01:00.0", "pf", 4096),
                ("0000:01:10.0", "vf", 4096), ("0000:01:10.2", "vf", 4096)])
    status, said = call_json(tally, "JSON: text", "--from", "-", "--raw", "report",
                             "01:00.0", text=text)
    tally.same("JSON: text", (said["output"], said["raw"], said["bytes"]),
               (None, True, len(said["text"].encode())))
    root = SecretMachine(folder).fill().root
    said = call_json(tally, "JSON: live", "--root", root, "--from", "sysfs", "report",
                     "01:00.0")[1]
    tally.same("JSON: live", said["pfs"][0]["check_of_dump"], "differs")


def main():
    tally = Tally("report")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for test in (test_read_back, test_who_is_in_it, test_images, test_live,
                     test_twice, test_other_vfs, test_sleeping, test_no_dump,
                     test_files, test_json):
            test(tally, folder)
    tally.end()


main()
