#!/usr/bin/python3
"""readiness_test: why VFs cannot be used, of machines and dumps that are made up."""
import struct

from machine import Machine
from tool import BLIND, WELL, Function, call, call_json, dump, pf, run_tests

HEADER = "# vf bdf state reason"
PORT = Function("00:01.0").pcie(kind=4).bridge(0, 1, 2)


def vf_at(address, entries=8):
    """A VF with so many entries in its MSI-X table."""
    vf = Function(address, 0xffff, 0xffff).pcie()
    if entries:
        vf.cap(0xb0, 0x11, struct.pack("<HII", entries - 1, 0, 0))
    return vf


def silent(address):
    vf = vf_at(address)
    vf.bytes[:] = b"\xff" * 4096
    return vf


def own(num=2, **more):
    function = pf("01:00.0", num=num, enable=True, **more)
    return function.put(0x04, "H", 6)


class Vfs(Machine):
    """A PF with two VFs that igbvf has."""

    def __init__(self, folder, function=None, vfs=None, **files):
        super().__init__(folder)
        self.pf = self.add(function or own(), driver="igb", sriov_totalvfs=8,
                           sriov_numvfs=2, **{"sriov_drivers_autoprobe": 1, **files})
        self.vfs = []
        for n, vf in enumerate(vfs or [vf_at("01:10.0"), vf_at("01:10.2")]):
            self.add_vf(n, vf)

    def add_vf(self, n, function):
        home = self.add(function, driver_override="(null)", enable=1)
        self.link(f"{home}/physfn", self.pf)
        self.link(f"{self.pf}/virtfn{n}", home)
        self.vfs.append(home)
        self.drive(n, "igbvf")

    def drive(self, n, driver):
        (self.root / f"{self.vfs[n]}/driver").unlink(missing_ok=True)
        if driver:
            self.link(f"{self.vfs[n]}/driver", f"sys/bus/pci/drivers/{driver}")

    def say(self, tally, what):
        """The lines of its VFs, and the same as JSON"""
        args = ("--from", "sysfs", "--root", self.root, "readiness", "01:00.0")
        status, out, err = call(*args)
        tally.same(f"{what}: status", (status, err), (WELL, ""))
        rows = call_json(tally, what, *args)[1]["pfs"][0]["readiness"]
        lines = out.splitlines()
        tally.same(f"{what}: header", lines[0], HEADER)
        said = [line.split(" ", 3) for line in lines[1:]]
        tally.same(f"{what}: JSON", [[str(row["vf"]), row["bdf"], row["state"],
                                      f'"{row["reason"]}"' if row["reason"] else "-"]
                                     for row in rows], said)
        return said

    def expect(self, tally, what, state, words, n=0):
        said = self.say(tally, what)
        tally.same(f"{what}: state", said[n][2], state)
        tally.expect(f"{what}: reason", words in said[n][3], said[n][3])


def test_well(tally, folder):
    """Two VFs, and none."""
    tally.same("well", Vfs(folder).say(tally, "well"),
               [["0", "0000:01:10.0", "ready", "-"], ["1", "0000:01:10.2", "ready", "-"]])
    machine = Machine(folder)
    machine.add(pf("01:00.0"), sriov_totalvfs=8, sriov_numvfs=0)
    out = call("--from", "sysfs", "--root", machine.root, "readiness", "01:00.0")[1]
    tally.same("no VFs", out, HEADER + "\n")


def test_drivers(tally, folder):
    """Who has it, and why nobody, as far as sysfs says."""
    machine = Vfs(folder)
    machine.drive(0, None)
    machine.expect(tally, "no driver", "no-driver", "no driver has it: modprobe $(cat ")
    machine.expect(tally, "the other one", "ready", "-", 1)
    machine.put(f"{machine.vfs[0]}/driver_override", "mine\n")
    machine.expect(tally, "override", "no-driver",
                   "which is not loaded, or keeps all away on purpose: modprobe mine; to")
    (machine.root / "sys/bus/pci/drivers/mine").mkdir(parents=True)
    machine.expect(tally, "override is loaded", "no-driver",
                   "driver_override names mine, which is loaded")
    machine.put(f"{machine.vfs[0]}/driver_override", "(null)\n")
    machine.put(f"{machine.vfs[0]}/driver_override", "none\n")
    machine.expect(tally, "override none", "no-driver", "driver_override is none, by which")
    machine.put(f"{machine.vfs[0]}/driver_override", "(null)\n")
    machine.put(f"{machine.pf}/sriov_drivers_autoprobe", "0\n")
    machine.expect(tally, "autoprobe", "no-driver",
                   "echo 1 > /sys/bus/pci/devices/0000:01:00.0/sriov_drivers_autoprobe")
    machine.drive(0, "vfio-pci")
    machine.expect(tally, "opened", "in-guest", "most likely by a program that has opened it")
    machine.put(f"{machine.vfs[0]}/enable", "0\n")
    machine.expect(tally, "not opened", "ready", "nobody has opened it")
    machine.drive(0, "pci-stub")
    machine.expect(tally, "pci-stub", "no-driver", "pci-stub has it, which does nothing")


def test_group(tally, folder):
    """VFs and PF in one IOMMU group"""
    machine = Vfs(folder)
    machine.put(f"{machine.vfs[0]}/enable", "0\n")
    machine.drive(0, "vfio-pci")
    for n, name in ((0, "0000:01:10.0"), (1, "0000:01:10.2")):
        machine.put(f"sys/kernel/iommu_groups/7/devices/{name}", "")
        machine.link(f"{machine.vfs[n]}/iommu_group", "sys/kernel/iommu_groups/7")
    machine.expect(tally, "group", "ready", "it shares IOMMU group 7 with other VFs")
    machine.drive(1, None)
    machine.expect(tally, "group of none", "no-driver", "no driver has it: modprobe", 1)
    machine.put(f"{machine.vfs[0]}/enable", "1\n")
    machine.expect(tally, "group of a guest", "no-driver",
                   "a guest most likely, has IOMMU group 7", 1)


def test_interrupts(tally, folder):
    """MSI-X Table Size, and an equal share of what there is"""
    for entries, words in ((0, "neither MSI-X nor MSI"), (1, "Table Size is 0"),
                           (2, "Table Size is 1"), (3, "-")):
        machine = Vfs(folder, vfs=[vf_at("01:10.0", entries), vf_at("01:10.2")])
        machine.expect(tally, f"{entries} entries", "ready", words)
    few = [vf_at("01:10.0", 2), vf_at("01:10.2", 8)]
    for total, words in ((5, "of the 5 of sriov_vf_total_msix is no more"),
                         (6, "of the 6 of sriov_vf_total_msix is 3: echo")):
        machine = Vfs(folder, vfs=few, sriov_vf_total_msix=total)
        machine.expect(tally, f"{total} to share", "ready", words)
        machine.expect(tally, f"{total} to share, enough", "ready", "-", 1)
        out = call("--from", "sysfs", "--root", machine.root, "status", "01:00.0")[1]
        tally.expect(f"{total} to share: status",
                     f"\nsriov_drivers_autoprobe: yes\nsriov_vf_total_msix: {total}\n"
                     in out, out)


def test_registers(tally, folder):
    """What the VF and the PF answer"""
    both = [silent("01:10.0"), silent("01:10.2")]
    machine = Vfs(folder, vfs=[both[0], vf_at("01:10.2")])
    machine.expect(tally, "silent", "not-answering", "it does not answer, and others do")
    machine.expect(tally, "beside a silent one", "ready", "-", 1)
    machine = Vfs(folder, own().put(0x108, "H", 0), both)
    machine.expect(tally, "VF Enable", "not-answering", "VF Enable of the PF is clear")
    machine = Vfs(folder, own().put(0x108, "H", 1))
    machine.expect(tally, "VF MSE", "not-answering", "VF MSE of the PF is clear")
    machine = Vfs(folder, own().put(0x04, "H", 2))
    machine.expect(tally, "bus master", "ready", "Bus Master Enable of the PF is off")
    machine = Vfs(folder, own().put(0x84, "H", 3), both)
    machine.expect(tally, "power", "not-answering", "the PF is in D3")
    machine = Vfs(folder, own(num=1).put(0x84, "H", 3), [vf_at("01:10.0"), both[1]])
    machine.expect(tally, "NumVFs", "not-answering", "NumVFs of the PF leaves this VF", 1)
    machine.expect(tally, "below NumVFs", "ready", "-")
    vf = vf_at("01:10.0").extended(0x100, 0x0f)
    function = own().extended(0x180, 0x0f).put(0x186, "H", 0x8000)
    machine = Vfs(folder, function, [vf, vf_at("01:10.2")])
    machine.expect(tally, "ATS", "ready", "ATS of the VF is off, and the PF has ATS on")
    machine.expect(tally, "no ATS", "ready", "-", 1)


def test_asleep(tally, folder):
    """One that sleeps is left alone."""
    machine = Vfs(folder, vfs=[vf_at("01:10.0", 1), vf_at("01:10.2")])
    machine.put(f"{machine.vfs[0]}/power/runtime_status", "suspended\n")
    machine.expect(tally, "asleep", "ready", "-")
    for what, function, words in (
            ("VF MSE", own().put(0x108, "H", 1), "VF MSE of the PF is clear"),
            ("VF Enable", own().put(0x108, "H", 0), "VF Enable of the PF is clear"),
            ("power", own().put(0x84, "H", 3), "the PF is in D3")):
        machine = Vfs(folder, function)
        for n in range(2):
            machine.put(f"{machine.vfs[n]}/power/runtime_status", "suspended\n")
            machine.drive(n, "vfio-pci")
            machine.put(f"{machine.vfs[n]}/enable", "0\n")
        machine.expect(tally, f"asleep, {what}", "not-answering", words)


def test_pf_asleep(tally, folder):
    """One whose PF sleeps, whatever it answers while that is looked at"""
    machine = Vfs(folder)
    machine.put(f"{machine.pf}/power/runtime_status", "suspended\n")
    machine.put(f"{machine.pf}/power_state", "D3cold\n")
    machine.expect(tally, "D3cold", "not-answering", "the PF slept until this look woke it")
    machine = Vfs(folder, own().put(0x84, "H", 3))
    machine.put(f"{machine.pf}/power/runtime_status", "suspended\n")
    machine.put(f"{machine.pf}/power_state", "D3hot\n")
    machine.expect(tally, "D3hot", "not-answering", "the PF sleeps, and VFs work only")


def test_dump(tally, _):
    """A dump has no drivers, and perhaps not all VFs."""
    def say(*functions):
        status, out, err = call("--from", "-", "readiness", "01:00.0",
                                text=dump(*functions))
        tally.same("dump: status", (status, err), (WELL, ""))
        rows = call_json(tally, "dump", "--from", "-", "readiness", "01:00.0",
                         text=dump(*functions))[1]["pfs"][0]["readiness"]
        tally.same("dump: JSON", len(rows), len(out.splitlines()) - 1)
        return [line.split(" ", 3) for line in out.splitlines()[1:]]

    lack = '"unknown: its driver (a dump does not say)"'
    tally.same("dump", say(PORT, own(), vf_at("01:10.0"), vf_at("01:10.2")),
               [["0", "0000:01:10.0", "unknown", lack],
                ["1", "0000:01:10.2", "unknown", lack]])
    said = say(PORT, own().put(0x108, "H", 1), vf_at("01:10.0"), vf_at("01:10.2"))
    tally.same("dump: VF MSE", [row[2] for row in said], 2 * ["not-answering"])
    lack = '"unknown: its driver, its VFs (a dump does not say)"'
    said = say(PORT, own(), vf_at("01:10.0"))
    tally.same("dump: one is missing", [row[1:] for row in said],
               [["0000:01:10.0", "unknown", lack], ["0000:01:10.2", "unknown", lack]])
    tally.same("dump: VFs are off", say(PORT, pf("01:00.0")), [])
    wraps = own(num=8).put(0x114, "H", 0xfe00).put(0x116, "H", 0x100)
    tally.same("dump: past the last bus", [row[1] for row in say(PORT, wraps)],
               ["0000:ff:00.0"] + 7 * ["-"])


def test_in_report(tally, folder):
    """It is in a report, and in "show"."""
    machine = Vfs(folder)
    live = ("--from", "sysfs", "--root", machine.root)
    out = call(*live, "readiness", "01:00.0")[1]
    for command in ("report", "show"):
        said = call(*live, command, "01:00.0")[1]
        tally.expect(command, f"== 0000:01:00.0 readiness\n{out}" in said, said)
    status, _, err = call(*live, "readiness")
    tally.expect("without a PF", status not in (WELL, BLIND), err)


run_tests("tool-readiness", globals())
