#!/usr/bin/python3
"""report_test: a report, of made-up dumps and of a made-up machine: what can be read
of it again, and what must not be in it."""
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile

from machine import Machine
from tool import (BLIND, TOOL, TOP, USAGE, WELL, WRONG, Function, Tally, call, call_json,
                  dump, pf, real_dumps)

FROM_REGISTERS = ["check", "regs", "caps", "bars", "preflight", "vfs"]

# What must not be told of the machine, in the spellings in which it is there
SERIAL = "S64GNE0R123456"
DSN = "001b21fffeab54c7"
EUI = "00-1b-21-ff-fe-ab-54-c7"
MAC = "3c:fd:fe:9e:5f:21"
GUID = "0002:c903:00fa:b1c2"
HOST = "db-7"
SECRETS = {
    "MAC": ["3c:fd:fe:9e:5f:21", "3C-FD-FE-9E-5F-21", "3cfd.fe9e.5f21", "3cfdfe9e5f21",
            "3c fd fe 9e 5f 21", "3c_fd_fe_9e_5f_21"],
    "MAC of the serial number": ["00:1b:21:ab:54:c7", "001b21ab54c7"],
    "MAC of others": ["52:54:00:12:34:56", "52-54-00-12-34-57", "5254.0012.3458",
                      "enx525400123459"],
    "GUID": ["guid " + GUID, "00:02:c9:03:00:fa:b1:c2"],
    "Device Serial Number": [EUI, EUI.upper(), DSN, "0x" + DSN.upper(),
                             EUI.replace("-", ":")],
    "host": [HOST, HOST.upper(), HOST + ".example.org"],
    "serial number": [SERIAL, "serial number: XK8812A", "S/N: 9Q1Z77", "SN=AB99Z1",
                      "Serial Number 7711223"],
    "UUID": ["4c4c4544-0042-3510-8051-b7c04f4e3332"],
}
# What is none of it, and stays
PLAIN = ["0000:01:00.0", "serial 0000:01:00.0 console", "[8086:10c9]",
         "0x3c00000000-0x3c000fffff", "10:20:30.5 later", "version 5.6.0-k"]

VPD_AT = 0xa0
DSN_AT = 0x180


def secret_pf(address="01:00.0", **more):
    """A PF with a serial number in its configuration space, and in its VPD."""
    function = pf(address, **more)
    function.cap(VPD_AT, 0x03)
    function.put(VPD_AT + 2, "HI", 0x8014, int(SERIAL[:4].encode().hex(), 16))
    function.extended(DSN_AT, 0x03)
    return function.put(DSN_AT + 4, "II", int(DSN[8:], 16), int(DSN[:8], 16))


def port(address="00:01.0"):
    function = Function(address).bridge(0, 1, 2).pcie(kind=4, second=0x20)
    return function.put(0x40 + 0x28, "H", 0x20)


def vf_at(address):
    return Function(address, 0xffff, 0xffff).pcie()


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


def sections(text):
    """{title: text} of a report, in which an empty line is before each title."""
    parts = re.split(r"^\n== (.*)\n", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


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


class SecretMachine(Machine):
    """One with a name, numbers and a log."""

    def __init__(self, folder):
        super().__init__(folder)
        self.put("proc/sys/kernel/hostname", HOST + ".example.org\n")
        self.put("proc/sys/kernel/osrelease", f"6.1.0-{HOST}\n")
        self.put("proc/sys/kernel/version", "#1 SMP\n")
        self.put("proc/cmdline", f"BOOT_IMAGE=/vmlinuz-{HOST} root=UUID=1234 quiet"
                 f' pci=realloc intel_iommu=on vfio-pci.ids=1234:5678 igb.note="a'
                 f' {MAC} b" ip=dhcp nfsroot={HOST}:/x pcie_aspm=off\n')
        self.put("proc/iomem", "00000000-00000fff : Reserved\n"
                 "e0000000-efffffff : PCI Bus 0000:00\n"
                 "  e0000000-e01fffff : PCI Bus 0000:01\n"
                 "    e0000000-e000ffff : 0000:01:00.0\n"
                 "  e0200000-e02fffff : 0000:00:1f.0\n")
        self.put("sys/class/net/eth0/address", MAC + "\n")
        self.put("sys/class/net/lo/address", "00:00:00:00:00:00\n")
        self.put("sys/class/dmi/id/board_serial", "To be filled by O.E.M.\n")
        self.put("sys/class/dmi/id/product_serial", "J7XY312\n")
        self.put("sys/class/nvme/nvme0/serial", SERIAL + "      \n")
        self.put("sys/module/igb/version", "5.6.0-k\n")
        self.put("sys/module/igb/srcversion", "0123456789ABCDEF\n")
        self.put("sys/bus/pci/drivers/igb/bind", "")
        self.link("sys/bus/pci/drivers/igb/module", "sys/module/igb")
        lines = PLAIN + sum(SECRETS.values(), []) + ["J7XY312"]
        self.put("dev/kmsg", "".join(
            f"6,{n},{n}000000,-;igb 0000:01:00.0: {line}\n SUBSYSTEM=pci\n"
            for n, line in enumerate(lines)) +
            "6,98,1,-;DMAR: [01:00.0] fault \x1b[31m\n"
            "6,99,1,-;nvme 0000:05:00.0: not of it\n"
            "6,99,1,-;igb 0000:01:00.01 is no address\n")

    def fill(self, num=0):
        self.add(port(), subordinate_bus_number=2)
        home = self.add(secret_pf(num=num, enable=bool(num), ari=True), "0000:00:01.0/",
                        driver="igb", sriov_totalvfs=8, sriov_numvfs=num)
        self.add(Function("01:00.1").pcie(), "0000:00:01.0/")
        for n in range(num):
            vf = self.add(vf_at(f"01:10.{2 * n}"), "0000:00:01.0/")
            self.link(f"{vf}/physfn", home)
            self.link(f"{home}/virtfn{n}", vf)
        return self


def secrets_in(text):
    """What of them is in a text. The two words before a serial number may be."""
    text = text.lower()
    plain = {re.sub(r"^(serial number:?|s/n:|sn=|guid) ?", "", one.lower())
             for one in sum(SECRETS.values(), []) + ["J7XY312"]}
    return sorted(one for one in plain if one in text)


def test_secrets(tally, folder):
    root = SecretMachine(folder).fill(2).root
    live = ["--root", root, "--from", "sysfs"]
    status, out, err = call(*live, "report", "01:00.0")
    tally.same("secrets: report", (status, err), (WELL, ""))
    tally.same("secrets: in it", secrets_in(out), [])
    tally.expect("secrets: not as bytes", "c7 54 ab fe" not in out and
                 "14 80 " not in out)
    for line in PLAIN:
        tally.expect(f"secrets: {line} stays", line in out)
    for kind in ("MAC address", "host name", "serial number", "VPD",
                 "Device Serial Number"):
        tally.expect(f"secrets: {kind} is said", re.search(rf"^#   {kind}: [1-9]", out, re.M))
    tally.expect("secrets: --raw is said", "With --raw they stay." in out)
    not_looked = " ".join(re.sub("\n# ", " ", out).split("Not looked for", 1)[-1].split())
    for what in ("names of users", "virtual machines", "paths", "e-mail", "IP addresses",
                 "registers of their own", "no list of capabilities"):
        tally.expect(f"secrets: {what}: not looked for is said",
                     what in not_looked.split("\n== ")[0][:500], not_looked[:500])
    status, raw, err = call(*live, "--raw", "report", "01:00.0")
    tally.same("raw: in it", [one for one in sum(SECRETS.values(), []) if one not in raw],
               [])
    tally.expect("raw: bytes", "c7 54 ab fe" in raw and "03 00 14 80 " in raw)
    tally.expect("raw: is said", "# Nothing was replaced (--raw)" in raw)
    tally.same("raw: the same but for them", len(raw.splitlines()) + 10,
               len(out.splitlines()))


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


def report_of(machine, *args):
    """What a report of the PF of a machine says, by sections; "" has the head."""
    out = call("--root", machine.root, "--from", "sysfs", *args, "report", "01:00.0")[1]
    return {"": out.split("\n== ")[0], **sections(out)}


def log_of(*lines):
    """A log of the kernel in which the PF's driver says them."""
    return "".join(f"6,{n},1,-;igb 0000:01:00.0: {line}\n" for n, line in enumerate(lines))


def test_log_of_programs(tally, folder):
    """What programs wrote into the kernel's log is not in it."""
    machine = SecretMachine(folder).fill()
    lines = [f"{priority},1,1,-;0000:01:00.0 said by {priority}\n"
             for priority in (0, 7, 8, 14, 30, 1024, 2046, 1 << 32)]
    machine.put("dev/kmsg", "".join(lines))
    for args in ([], ["--raw"]):
        tally.same(f"log of programs {args}", re.findall(
            "said by ([0-9]+)", report_of(machine, *args)["kernel log"]), ["0", "7"])


def test_log_escapes(tally, folder):
    """A tab is no part of what is behind it."""
    machine = SecretMachine(folder).fill()
    lines = {f"a\\x09{MAC}": "a?<MAC address>", "b\\x0952:54:00:12:34:56": "b?<MAC address>",
             f"\\x09{HOST}": "?<host name>", "serial number:\\x09XK881":
             "serial number:?<serial number>", "\\x5cx09\\x00\\xc3\\x9bc\\x1":
             "\\x09\\x00\\xc3\\x9bc\\x1", "\\x0a00: 11\\x1b[": "?00: 11?["}
    machine.put("dev/kmsg", log_of(*lines))
    said = report_of(machine)["kernel log"].splitlines()
    tally.same("log escapes", [line.split("0000:01:00.0: ", 1)[1] for line in said],
               list(lines.values()))


def test_command_line(tally, folder):
    """A quote that nothing ends takes no other words with it, and lines stay lines."""
    machine = SecretMachine(folder).fill()
    for what, line, wanted in (
            ("open quote", 'pci=realloc pci="x root=LABEL=mine nfs=nas\n',
             ["command line: pci=realloc", "# 1 other words of it are left out"]),
            ("quote in a word", 'iommu=pt pci=no"x quiet user=me\n',
             ["command line: iommu=pt", "# 1 other words of it are left out"]),
            ("quoted lines", 'pci="a\n0000:09:00.0 x\n00: 11 22\x1b"\n',
             ['command line: pci="a?0000:09:00.0 x?00: 11 22?"',
              "# 0 other words of it are left out"])):
        machine.put("proc/cmdline", line)
        for args in ([], ["--raw"]):
            tally.same(f"command line: {what} {args}",
                       report_of(machine, *args)["kernel"].splitlines()[4:], wanted)


def test_all_parts(tally, folder):
    """Secrets in names of drivers and of windows, and names of two lines"""
    machine = SecretMachine(folder).fill()
    machine.put("sys/module/igb/version", f"1.0-{HOST}\n")
    machine.put("proc/iomem", f"e0000000-efffffff : {HOST} window\n"
                f"  e0000000-e01fffff : 0000:01:00.0 {MAC}\n")
    neighbour = "sys/devices/pci0000:00/0000:00:01.0/0000:01:00.1"
    machine.put("sys/bus/pci/drivers/a\n00: 11 22/bind", "")
    machine.link(f"{neighbour}/driver", "sys/bus/pci/drivers/a\n00: 11 22")
    said = report_of(machine)
    tally.same("all parts: windows", re.findall("^iomem.*", said["resource windows"], re.M),
               ["iomem e0000000-efffffff : <host name> window",
                "iomem   e0000000-e01fffff : 0000:01:00.0 <MAC address>"])
    tally.same("all parts: functions", said["functions"].splitlines()[2:],
               ["pf 0000:01:00.0 igb igb 1.0-<host name> 0123456789ABCDEF -",
                "neighbour 0000:01:00.1 a?00: 11 22 - - - -"])


def expect_gone(tally, what, said, secrets):
    text = "".join(said.values()).lower()
    tally.same(f"{what}: in it", [one for one in secrets if one.lower() in text], [])


def test_learn(tally, folder):
    """What else the machine says of itself"""
    machine = SecretMachine(folder).fill()
    for file, text in {
            "infiniband/mlx5_0/node_guid": "0002:c903:00fa:b1c2",
            "infiniband/mlx5_0/sys_image_guid": "0002:c903:00fa:b1c5",
            "fc_host/host3/port_name": "0x21000024ff7a1b2c",
            "fc_host/host3/node_name": "0x20000024ff7a1b2d",
            "net/ib0/address": "80:00:00:48:fe:80:00:00:00:00:00:00:f4:52:14:03:00:2d:21:71",
            "dmi/id/chassis_asset_tag": "IT-004417"}.items():
        machine.put(f"sys/class/{file}", text + "\n")
    secrets = ["0002c90300fab1c2", "0002:c903:00fa:b1c5", "0002.c903.00fa.b1c5",
               "21000024ff7a1b2c", "20:00:00:24:ff:7a:1b:2d", "f45214 03002d2171",
               "f4:52:14:03:00:2d:21:71", "IT-004417", "nas.example.org",
               f"{HOST}.example.org", "@example.org"]
    machine.put("dev/kmsg", log_of(*secrets, "0x21000024ff7a1b2c"))
    machine.put("proc/cmdline", "igb.ids=0002:c903:00fa:b1c2\n")
    said = report_of(machine)
    expect_gone(tally, "learn", said, secrets[:-3] + ["example.org", HOST])
    tally.expect("learn: nothing of a GUID", "21000" not in said["kernel log"])


def test_host_names(tally, folder):
    """A host that is named as a driver takes its name from nobody."""
    machine = SecretMachine(folder).fill()
    for name, line, looked in (("igb", "igb 0000", False), ("db", "the db", False),
                               ("host-9.corp", "host-9 corp", True),
                               ("host-9.igb", "host-9 igb", False),
                               ("localhost", "localhost", True),
                               ("mail.local", "some local", True)):
        machine.put("proc/sys/kernel/hostname", name + "\n")
        machine.put("dev/kmsg", log_of(line))
        said = report_of(machine)
        tally.expect(f"host {name}: what is said",
                     ("host name, or its domain, was not looked for" in said[""]) != looked,
                     said[""])
        tally.expect(f"host {name}: the driver", " igb igb 5.6.0-k" in said["functions"])
        tally.same(f"host {name}", said["kernel log"].split(": ", 1)[1].strip(),
                   line.replace("host-9", "<host name>").replace("corp", "<host name>"))


def test_patterns(tally, folder):
    """What says of itself that it is secret, and what looks so and is not"""
    machine = SecretMachine(folder).fill()
    lines = {
        "from fe80::5054:ff:fe12:3456: no": "from fe80::<MAC>: no",
        "fe80::21b:21ff:feab:54c7%eth0": "fe80::<MAC>%eth0",
        "FE80:0:0:0:5054:ff:fe12:3456": "FE80:<MAC>",
        "fe80:0000:0000:0000:0002:c903:00fa:b1c2": "<MAC>",
        "fe80::1, gone": "fe80::<MAC>, gone",
        "2001:db8::5054:ff:fe12:3457": "2001:db8::<MAC>",
        "mac 525400123450": "mac <MAC>",
        "MAC: 525400123451.": "MAC: <MAC>.",
        "hwaddr=525400123452": "hwaddr=<MAC>",
        "permanent address is 525400123453": "permanent address is <MAC>",
        "fault addr 7ffff0001000": "fault addr 7ffff0001000",
        "of 123456789012 bytes": "of 123456789012 bytes",
        "address 0x7ffff0001000": "address 0x7ffff0001000",
        "uuid 4c4c4544004235108051b7c04f4e3331": "uuid <serial>",
        "UUID=4c4c4544004235108051b7c04f4e3330": "UUID=<serial>",
        "node_guid: 0x0002c90300fab1c0": "node_guid: <MAC>",
        "sys guid 0002:c903:00fa:b1c1": "sys guid <MAC>",
        "digest 4c4c4544004235108051b7c04f4e3330": "digest 4c4c4544004235108051b7c04f4e3330",
        "SN 9Q1Z78": "SN <serial>",
        "S/N 9Q1Z79 here": "S/N <serial> here",
        "sn 12 is sent": "sn 12 is sent",
        "its serial is 9Q1Z80": "its serial is <serial>",
        "serial number is: ABC DEFGH": "serial number is: <serial>",
        "Serial number: XK 8813, rev 3": "Serial number: <serial>, rev 3",
        "Serial number: XKABCD": "Serial number: <serial>",
        "Serial number: X9 0000:01:00.0": "Serial number: <serial> 0000:01:00.0",
        "serial port 3": "serial port 3",
        "8086:10c9:8086:a03c": "8086:10c9:8086:a03c",
        "add [8086:10c9[ffff:ffff]]": "add [8086:10c9[ffff:ffff]]",
    }
    machine.put("dev/kmsg", log_of(*lines))
    said = report_of(machine)["kernel log"].replace("<MAC address>", "<MAC>").replace(
        "<serial number>", "<serial>")
    for line, got in zip(lines, said.splitlines()):
        tally.same(f"pattern {line}", got.split("0000:01:00.0: ", 1)[1], lines[line])
    words = ("vfio-pci.ids=8086:10c9:8086:a03c,8086:10ff:fe12:1 "
             "pci=resource_alignment=pci:8086:9c22:103c:198f;pci:8086:10ff:fe12:1 "
             "pci=noats,realloc")
    machine.put("proc/cmdline", words + "\n")
    tally.expect("pattern: words with IDs stay",
                 f"\ncommand line: {words}\n" in report_of(machine)["kernel"])
    machine.put("proc/cmdline", "igb.ids=52:54:00:12:34:56,8086:10c9\n")
    tally.expect("pattern: a MAC address among IDs", "command line: igb.ids=<MAC address>,"
                 "8086:10c9\n" in report_of(machine)["kernel"])


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


def test_span(tally, folder):
    """A serial number that another capability cuts off takes nothing of that."""
    function = secret_pf()
    function.extended(DSN_AT + 8, 0x0e)
    status, out, _ = call("--from", "-", "report", "01:00.0", text=dump(function))
    tally.same("span: report", status, WELL)
    row = re.search(r"^180: (.*)$", out, re.M)[1].split()
    tally.same("span: the next capability stays", row[8:12],
               [f"{byte:02x}" for byte in function.bytes[DSN_AT + 8:DSN_AT + 12]])
    tally.same("span: what is its own goes", row[4:8], 4 * ["00"])


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
        for test in (test_read_back, test_who_is_in_it, test_images, test_secrets,
                     test_live, test_log_of_programs, test_log_escapes,
                     test_command_line,
                     test_all_parts, test_learn, test_host_names,
                     test_patterns, test_twice,
                     test_other_vfs, test_sleeping, test_no_dump, test_span,
                     test_files, test_json):
            test(tally, folder)
    tally.end()


main()
