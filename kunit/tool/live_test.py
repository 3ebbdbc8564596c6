#!/usr/bin/python3
"""live_test: machines that are made up, also such as change while they are looked at."""
import os
import pathlib
import shutil
import subprocess
import threading

from machine import Machine
from tool import BLIND, TOOL, WELL, Function, call, call_json, pf, run_tests

HEADER = "# bdf id driver cap_offset total_vfs num_vfs mode check\n"
DEBUGFS = "sys/kernel/debug/sriovscope"


def look(machine, *args):
    return call("--from", "sysfs", "--root", machine.root, *args)


def line_of(text, word):
    return next((line for line in text.splitlines() if word in line), "")


def with_pf(folder, function=None, **files):
    """A machine with a PF that the kernel knows: (machine, folder of the PF)"""
    machine = Machine(folder)
    function = function or pf("01:00.0")
    files = {"sriov_totalvfs": 8, "sriov_numvfs": 0, "power/runtime_status": "active",
             **files}
    return machine, machine.add(function, **files)


def look_at_pipe(path, happens, *args):
    """Runs the command with a file that is a pipe; what happens does so while that is
    open, before it is read."""
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    with subprocess.Popen([TOOL, *map(str, args)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True) as run:
        timer = threading.Timer(30, run.kill)
        timer.start()
        with open(path, "w", encoding="ascii") as pipe:
            pipe.write(happens() or "")
        out, err = run.communicate()
        timer.cancel()
    return run.returncode, out, err


def devices(*names):
    return HEADER + "".join(f"{name} 1234:5678 none 0x100 8 0 observed PASS\n"
                            for name in names)


def test_list_changes(tally, folder):
    """Between two reads of "devices" a PF goes, and another comes."""
    machine = Machine(folder)
    names = [f"0000:0{bus}:00.0" for bus in (1, 2, 3)]
    for name in names:
        for file in ("check", "preflight"):
            machine.put(f"{DEBUGFS}/{name}/{file}", "")
    path = machine.root / DEBUGFS / "devices"

    def happens():
        path.unlink()
        path.write_text(devices("0000:00:09.0", names[0], names[2]))
        return devices(*names)

    status, out, err = look_at_pipe(path, happens, "--from", "debugfs", "--root",
                                    machine.root)
    tally.same("a PF goes between: the others are listed",
               [line.split()[0] for line in out.splitlines()[1:]], [names[0], names[2]])
    tally.same("a PF goes between: status", (status, err), (WELL, ""))


def test_silent(tally, folder):
    """A PF that does not answer was not looked at."""
    gone = pf("01:00.0")
    gone.bytes[:] = b"\xff" * 4096
    machine, _ = with_pf(folder, gone)
    status, out, err = look(machine)
    tally.same("no answer: list", (status, "0000:01:00.0" in out), (BLIND, True))
    tally.expect("no answer: list says so", "0000:01:00.0: there is no such device" in err,
                 err)
    status, out, err = look(machine, "explain", "Cannot allocate memory", "01:00.0")
    tally.same("no answer: explain", (status, "cause:" in out), (BLIND, True))
    tally.expect("no answer: explain says so", "or it does not answer" in err, err)
    machine.put(f"{DEBUGFS}/devices", devices("0000:01:00.0"))
    status, out, err = call("--from", "debugfs", "--root", machine.root)
    tally.same("debugfs: files that are not there",
               (status, "0000:01:00.0" in out, "cannot be read" in err), (BLIND, True, True))


def test_no_iov(tally, folder):
    """A kernel without SR-IOV has rejected nothing."""
    machine = Machine(folder)
    home = machine.add(pf("01:00.1"))
    machine.put(f"{home}/resource", 7 * "0x0000000000000000 0x0000000000000000 0x0\n")
    why = "this kernel has no SR-IOV (CONFIG_PCI_IOV)"
    out = look(machine, "preflight", "01:00.1")[1]
    tally.expect("no IOV: preflight",
                 "unknown" in line_of(out, "kernel_accepted") and why in out and
                 "takes the function for no PF" not in out, out)
    out = look(machine, "status", "01:00.1")[1]
    tally.expect("no IOV: status", "unknown" in line_of(out, "is_physfn") and
                 "rejected" not in out, out)
    out = look(machine, "bars", "01:00.1")[1]
    tally.expect("no IOV: bars", why in out, out)
    machine = Machine(folder)
    machine.add(pf("01:00.0"))
    out = look(machine, "status", "01:00.0")[1]
    tally.expect("IOV: rejected", "rejected" in line_of(out, "mode"), out)


def test_goes(tally, folder):
    """What goes while it is looked at was not rejected."""
    machine, home = with_pf(folder)

    def happens():
        shutil.rmtree(machine.root / home)

    path = machine.root / home / "sriov_totalvfs"
    status, _, err = look_at_pipe(path, happens, "--from", "sysfs", "--root", machine.root,
                                  "status", "01:00.0")
    tally.same("a PF goes meanwhile", (status, "no such device any more" in err),
               (BLIND, True))


def test_observe(tally, folder):
    """A module that was told to observe nothing does not have all PFs."""
    machine, _ = with_pf(folder)
    machine.put(f"{DEBUGFS}/devices", devices())
    for observe, source in (("Y", "debugfs"), ("N", "sysfs")):
        machine.put("sys/module/sriovscope/parameters/observe", f"{observe}\n")
        said = call_json(tally, f"observe {observe}", "--root", machine.root)[1]
        tally.same(f"observe {observe}: source", said["source"], source)


def test_names(tally, folder):
    """Why is it no PF?"""
    gone = pf("01:00.0")
    gone.bytes[:] = b"\xff" * 4096
    machine = Machine(folder)
    machine.add(gone)
    machine.add(Function("02:00.0").pcie(),
                **{"power/runtime_status": "suspended", "power_state": "D3cold"})
    machine.add(Function("03:00.0").pcie())
    for name, words in (("1:0.0", "does not answer"), ("2:0.0", "sleeps"),
                        ("3:0.0", "no SR-IOV capability")):
        status, _, err = look(machine, "regs", name)
        tally.same(f"{name}: {words}", (status, words in err), (BLIND, True))


def test_sleeps(tally, folder):
    """Was it woken up? In D0 there was nothing to wake up."""
    for state, woken in (("D0", False), ("D3hot", True), ("unknown", False)):
        machine, _ = with_pf(folder, power_state=state,
                             **{"power/runtime_status": "suspended"})
        out = look(machine, "check", "01:00.0")[1] + look(machine, "preflight", "01:00.0")[1]
        tally.same(f"{state}: woken up", "woken up" in out, woken)


def test_unseen(tally, folder):
    """What sysfs names and does not have is unknown, and not none."""
    for above, unknown in (("", False), ("0000:00:01.0/", True)):
        machine = Machine(folder)
        home = machine.add(pf("01:00.0", ari=True), above, sriov_totalvfs=8,
                           sriov_numvfs=0)
        machine.link(f"{home}/iommu_group", "sys/kernel/iommu_groups/7")
        out = look(machine, "preflight", "01:00.0")[1]
        tally.same(f"port {above or 'none'}: unknown",
                   "unknown" in line_of(out, "name: ari_forwarding"), unknown)
        tally.expect("group without its devices: unknown",
                     "its IOMMU group" in line_of(out, "name: iommu"), out)


def test_container(tally, _):
    """The root of a user namespace gets the header alone, of this machine's devices."""
    configs = list(pathlib.Path("/sys/bus/pci/devices").glob("*/config"))
    seen = subprocess.run(["unshare", "-Ur", "cat", *configs[:1]], capture_output=True,
                          stdin=subprocess.DEVNULL, check=False)
    if seen.returncode or len(seen.stdout) != 64:
        tally.skip("there is no PCI here, or no user namespace")
        return
    run = subprocess.run(["unshare", "-Ur", TOOL, "--from", "sysfs"], capture_output=True,
                         text=True, check=False)
    tally.same("root of a user namespace", (run.returncode, run.stdout, run.stderr), (
        BLIND, "",
        "sriovscope: sysfs: configuration space is for root: run it as root\n"))


def test_rejected_asleep(tally, folder):
    """A PF that the kernel takes for none sleeps: it is one, if that can be seen."""
    for state, listed in (("D3hot", True), ("D0", True), ("D3cold", False),
                          ("unknown", False)):
        machine = Machine(folder)
        machine.add(pf("01:00.0"), power_state=state,
                    **{"power/runtime_status": "suspended"})
        out = look(machine)[1]
        tally.same(f"rejected, asleep in {state}: listed", "asleep" in out, listed)


def test_bounds(tally, folder):
    """No number of VFs is larger than the registers can hold."""
    machine, _ = with_pf(folder, sriov_totalvfs=4294967295, sriov_numvfs=4294967295)
    out = look(machine, "status", "01:00.0")[1]
    tally.same("too many VFs", ("num_vfs_kernel: 65535" in out, "4294967295" in out),
               (True, False))


run_tests("tool-live", globals())
