#!/usr/bin/python3
"""room_test: who has the memory and the buses above a PF, of machines that are made up."""
import tempfile

from map_tree import Tree
from tool import WELL, Function, call, call_json, pf, run_tests

MIB = 1 << 20
MEM, PREFETCH = 0x200, 0x2000
HEADER = "# level bdf kind start size used largest_free holders\n"


def bridge(address, *buses, prefetches=True):
    one = Function(address).bridge(*buses).pcie(kind=4)
    return one.put(0x24, "HH", 0xfff1, 1) if prefetches else one


def machine(folder, window=(0xfe600000, 4 * MIB)):
    """Two ports of a host bridge, of which firmware keeps a part, and a PF below one."""
    tree = Tree(tempfile.mkdtemp(dir=folder))
    tree.range(0x1000, 0x1000, "System RAM")
    tree.range(0xfe000000, 16 * MIB, "PCI Bus 0000:00")
    tree.range(0xfe400000, 2 * MIB, "pnp 00:01")
    tree.range(0xfe400000, MIB, "Reserved")
    tree.range(*window, "PCI Bus 0000:01")
    tree.range(0xfe600000, MIB, "0000:01:00.0")
    if window[1] > 2 * MIB:
        tree.range(0xfe800000, 0x20000, "0000:01:00.0")
    above = tree.add("pci0000:00", bridge("00:01.0", 0, 1, 2), {14: (*window, MEM)})
    tree.add("pci0000:00", bridge("00:02.0", 0, 3, 6, prefetches=False), {})
    # One that is not in the tree of resources has no place.
    tree.add(above, pf(total=8), {0: (0xfe600000, MIB, MEM), 6: (0xfe700000, MIB, MEM),
                                  7: (0xfe800000, 0x20000, MEM)},
             sriov_totalvfs=8, sriov_numvfs=0)
    return tree


def room(tree, *args):
    return call("--from", "sysfs", "--root", tree.root, *args, "room", "01:00.0")


def test_text(tally, folder):
    tree = machine(folder)
    bars = "0000:01:00.0:bar0:0x100000,0000:01:00.0:vf_bar0:0x20000"
    expected = (
        HEADER +
        f"0 0000:00:01.0 mem 0xfe600000 0x400000 0x120000 0x1e0000 {bars}\n"
        "0 0000:00:01.0 prefetch - 0x0 0x0 0x0 -\n"
        "0 0000:00:01.0 bus 0x1 0x2 0x1 0x1 0000:00:01.0:own:0x1\n"
        "1 pci0000:00 mem 0xfe000000 0x1000000 0x600000 0x600000"
        " -:other:0x200000,0000:00:01.0:mem:0x400000\n"
        "1 pci0000:00 bus unknown unknown unknown unknown unknown\n")
    tally.same("text", room(tree), (WELL, expected, ""))
    status, said = call_json(tally, "json", "--from", "sysfs", "--root", tree.root,
                             "room", "01:00.0")
    rows = said["pfs"][0]["room"]
    tally.same("json", (status, len(rows), rows[1]["start"], rows[4]["used"]),
               (WELL, 5, None, "unknown"))


def test_shared(tally, folder):
    """PFs of one bus have the same, and those of another their own."""
    tree = machine(folder)
    other = tree.add("pci0000:00/0000:00:02.0", pf("03:00.0"), {}, sriov_totalvfs=8,
                     sriov_numvfs=0)
    tree.add("pci0000:00/0000:00:01.0", pf("01:00.1"), {}, sriov_totalvfs=8,
             sriov_numvfs=0)
    texts = {bdf: call("--from", "sysfs", "--root", tree.root, "room", bdf)[1]
             for bdf in ("01:00.0", "01:00.1", "03:00.0")}
    out = call("--from", "sysfs", "--root", tree.root, "room", *texts)[1]
    tally.same("one after the other", out,
               "".join(f"# 0000:{bdf}\n{text}" for bdf, text in texts.items()))
    tally.same("of one bus", texts["01:00.0"], texts["01:00.1"])
    tally.expect(f"of another: {other}", "0 0000:00:02.0 mem - 0x0 0x0 0x0 -\n"
                 "0 0000:00:02.0 bus 0x3 0x4 0x1 0x3 0000:00:02.0:own:0x1\n"
                 in texts["03:00.0"], texts["03:00.0"])


def test_unknown(tally, folder):
    """Where addresses are secret, and where a bridge cannot be seen."""
    expected = (WELL, HEADER + "0 " + " ".join(7 * ["unknown"]) + "\n# unknown: who has"
                " the memory and the buses above it (sysfs does not say)\n", "")
    tree = machine(folder)
    (tree.root / "proc/iomem").write_text("00000000-00000000 : PCI Bus 0000:00\n")
    tally.same("secret", room(tree), expected)
    tree = machine(folder)
    (tree.root / "sys/bus/pci/devices/0000:00:01.0").unlink()
    tally.same("no bridge", room(tree), expected)


def test_preflight(tally, folder):
    """What is too small is said of this machine, too."""
    tree = machine(folder, window=(0xfe600000, 2 * MIB))
    resource = tree.root / "sys/bus/pci/devices/0000:01:00.0/resource"
    lines = resource.read_text().splitlines(True)
    lines[7] = f"{0:#018x} {8 * MIB - 1:#018x} {MEM:#018x}\n"
    resource.write_text("".join(lines))
    out = call("--from", "sysfs", "--root", tree.root, "preflight", "01:00.0")[1]
    line = next(line for line in out.splitlines() if "vf_bar0_window" in line)
    tally.expect("preflight: detail", "the window 0xfe600000-0xfe7fffff of 0000:00:01.0 has"
                 " 0x100000 free in one piece, and would have to be 0x900000 large; largest in it:"
                 " 0000:01:00.0 bar0 0x100000" in line, line)
    tally.expect("preflight: remedy", "pci=realloc, which may take it from pci0000:00"
                 in line, line)


run_tests("tool-room", globals())
