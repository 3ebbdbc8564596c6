#!/usr/bin/python3
"""report_secrets_test: what must not be in a report of a machine, and what is said of
it."""
import pathlib
import re
import tempfile

from report_machine import (DSN_AT, HOST, MAC, PLAIN, SECRETS, SecretMachine, report_of,
                            secret_pf)
from tool import WELL, Tally, call, dump


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


def main():
    tally = Tally("report_secrets")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for test in (test_secrets, test_log_of_programs, test_log_escapes,
                     test_command_line, test_all_parts, test_learn, test_host_names,
                     test_patterns, test_span):
            test(tally, folder)
    tally.end()


main()
