#!/usr/bin/python3
"""map_test: the pictures of the command, and what they are made of."""
import json
import os
import pathlib
import pty
import random
import re
import subprocess
import tempfile

from map_look import SVG, look_at_svg, look_at_text
from map_tree import Tree
from tool import (BLIND, TOOL, USAGE, WELL, WRONG, Function, Tally, call, call_json, dump,
                  pf, real_dumps)

MIB = 1 << 20
MEM, PREFETCH = 0x200, 0x2000


def port(first=1, last=1, memory=(0xfe600000, 0xfe6fffff), above=None):
    """A root port with its windows; those of 64 bits are prefetchable."""
    bridge = Function("00:01.0").bridge(0, first, last).pcie(kind=4)
    bridge.put(0x20, "HH", *((memory[0] >> 16, memory[1] >> 20 << 4) if memory
                             else (0xfff0, 0)))
    low = [(above[0] >> 16 & 0xfff0) | 1, (above[1] >> 16 & 0xfff0) | 1] if above else \
        [0xfff1, 1]
    high = [above[0] >> 32, above[1] >> 32] if above else [0, 0]
    return bridge.put(0x24, "HHII", *low, *high)


def small_tree(folder, bar=(0xfe600000, 8 * 0x4000), total=8, num=4, assigned=True,
               offset=1, needs=()):
    """A root port and a PF, half of whose VFs are on; needs: {slot: VF ReBAR size}."""
    tree = Tree(folder)
    tree.range(0x1000, 0x1000, "System RAM")
    tree.range(0x80000000, 0x7ec00000, "PCI Bus 0000:00")
    tree.range(0xfed40000, 0x5000, "PCI Bus 0000:00")
    tree.range(0xfe600000, 4 * MIB, "PCI Bus 0000:01")
    if assigned:
        tree.range(*bar, "0000:01:00.0")
    above = tree.add("pci0000:00", port(), {14: (0xfe600000, 4 * MIB, MEM)})
    device = pf(total=total, num=num, enable=bool(num), offset=offset, stride=1,
                bars=(bar[0] | 4 if assigned else 4, 0, 0, 0, 0, 0))
    for slot, size in needs:
        device.extended(0x200, 0x24)
        device.put(0x208, "I", slot | 1 << 5 | size << 8)
    where = tree.add(above, device, {7: (*bar, MEM)}, sriov_totalvfs=total,
                     sriov_numvfs=num)
    physfn = tree.root / "sys/devices" / where
    for vf in range(num):
        one = Function(id_text(0x100 + offset + vf), 0xffff, 0xffff).pcie()
        place = tree.root / "sys/devices" / tree.add(above, one, {})
        (place / "physfn").symlink_to("../0000:01:00.0")
        (physfn / f"virtfn{vf}").symlink_to(f"../0000:{one.address}")
    return tree


def id_text(routing_id):
    return f"{routing_id >> 8:02x}:{routing_id >> 3 & 31:02x}.{routing_id & 7}"


def map_json(tally, what, *args, **more):
    status, said = call_json(tally, what, *args, **more)
    return status, said["pfs"][0] if said else {}


def windows_of(said):
    """{(name, prefetchable): window}"""
    return {(w["name"], w["prefetchable"]): w for w in said.get("windows", [])}


# --- What must be at each routing ID, reckoned without the command
class Model:
    def __init__(self, total, num, offset, stride, last_bus, others):
        self.total, self.num, self.last_bus, self.others = total, num, last_bus, others
        self.vfs = {}
        for vf in range(total if offset else 0):
            routing_id = 0x100 + offset + vf * stride
            if routing_id > 0xffff or (vf and not stride):
                break
            self.vfs[routing_id] = vf
        bus = max([last_bus, 1] + [i >> 8 for i in self.vfs])
        self.last = (bus << 8) + 0xff

    def sign(self, routing_id):
        """What the picture has there."""
        vf = self.vfs.get(routing_id)
        if vf is None:
            return "P" if routing_id == 0x100 else \
                "f" if routing_id in self.others else "."
        if routing_id in self.others and vf >= self.num:
            return "!"
        if routing_id >> 8 > max(self.last_bus, 1):
            return "x"
        return "#" if vf < self.num else "o"

    def buses(self):
        """As JSON has them."""
        found = []
        for bus in range(1, (self.last >> 8) + 1):
            ids = range(bus << 8, (bus + 1) << 8)
            signs = [self.sign(i) for i in ids]
            on = sum(self.vfs.get(i, self.num) < self.num for i in ids)
            here = sum(i in self.vfs for i in ids)
            others = sum(i in self.others and self.vfs.get(i, self.num) >= self.num
                         for i in ids)
            if on + here + others + (bus == 1):
                found.append({
                    "bus": bus, "pf": int(bus == 1), "vfs_on": on,
                    "vfs_planned": here - on, "other_functions": others,
                    "vfs_out_of_range": here * (bus > max(self.last_bus, 1)),
                    "vfs_where_others_are": signs.count("!")})
        return found

    def wrong(self):
        return len(self.vfs) < self.total or any(self.sign(i) in "x!" for i in self.vfs)


ROW = re.compile(r"([0-9a-f]{2}):([0-9a-f]{2})   ((?:[.foP#x!]{8} ?){8})$")
SAME = re.compile(r"   \.\.\.  the same up to ([0-9a-f]{2}):([0-9a-f]{2})$")
ORDER = ".fo#Px!"


def picture_of(text):
    """{routing ID: sign} of the first of each cell, and how many a cell has."""
    signs, cells, first, per_cell = {}, "", 0, 1
    if "four functions" in text:
        per_cell = 4
    for number in ("16", "64"):
        if f"Routing IDs: {number} functions" in text:
            per_cell = int(number)
    for line in text.splitlines():
        row, same = ROW.match(line), SAME.match(line)
        if row:
            cells = row[3].replace(" ", "")
            first = int(row[1], 16) << 8 | int(row[2], 16) << 3
            last = first
        elif same:
            last = int(same[1], 16) << 8 | int(same[2], 16) << 3
        else:
            continue
        for at in range(first, last + 1, 64 * per_cell):
            for n, cell in enumerate(cells):
                signs[at + n * per_cell] = cell
    return signs, per_cell


def test_ids(tally):
    """Whatever the registers say: JSON and picture are what they mean."""
    chance = random.Random(82576)
    cases = [(8, 4, 128, 2, 1), (65535, 0, 1, 1, 255), (900, 10, 3, 67, 0x20),
             (300, 300, 0x500, 1, 2), (1, 1, 1, 0, 1), (3, 0, 1, 0, 1), (3, 0, 0, 1, 1),
             (9, 0, 65535, 1, 3), (4000, 2000, 100, 15, 255), (0, 0, 0, 0, 1)]
    cases += [(chance.choice((7, 64, 300, 2000)), chance.randrange(70),
               chance.choice((1, 16, 128, 255, 300)), chance.choice((1, 2, 3, 8, 33)),
               chance.choice((1, 2, 5, 255))) for _ in range(12)]
    for total, num, offset, stride, last_bus in cases:
        num = min(num, total)
        others = {chance.randrange(0x101, 0x400) for _ in range(chance.randrange(6))}
        # A dump has the VFs that are on, too.
        if num and offset < 0x300:
            others.add(0x100 + offset)
        model = Model(total, num, offset, stride, last_bus, others)
        what = f"ids {total} {num} {offset} {stride} {last_bus} {sorted(others)}"
        text = dump(port(1, last_bus),
                    pf(total=total, num=num, offset=offset, stride=stride,
                       enable=bool(num), bars=(0xfe600004, 0, 0, 0, 0, 0)),
                    *[Function(id_text(i)).pcie() for i in sorted(others)])
        status, said = map_json(tally, what, "--from", "-", "map", "01:00.0", text=text)
        tally.same(f"{what}: status", status, WRONG if model.wrong() else WELL)
        tally.same(f"{what}: buses", said["routing_ids"]["buses"], model.buses())
        tally.same(f"{what}: with a routing ID",
                   said["routing_ids"]["vfs"]["with_routing_id"], len(model.vfs))
        out = call("--from", "-", "map", "01:00.0", text=text)[1]
        signs, per_cell = picture_of(out)
        wanted = {}
        for at in range(0x100, model.last + 1, per_cell):
            wanted[at] = max((model.sign(at + n) for n in range(per_cell)),
                             key=ORDER.index)
        drawn = {at: sign for at, sign in signs.items() if at <= model.last}
        tally.same(f"{what}: picture", drawn, wanted)
        tally.expect(f"{what}: words are whole",
                     f"First VF Offset {offset}, VF Stride {stride}, as they are now" in
                     " ".join(out.split()), out)
        tally.expect(f"{what}: no rows behind",
                     all(sign == "." for at, sign in signs.items() if at > model.last))
        look_at_text(tally, what, out)
        look_at_svg(tally, what, "--from", "-", "map", "01:00.0", text=text)


def cells_of(root, kind):
    return sum(one.get("d").count("M") for one in root.iter(SVG + "path")
               if one.get("class") == kind)


def test_svg_cells(tally):
    text = dump(port(), pf(num=4, enable=True), Function("01:00.3").pcie())
    root = look_at_svg(tally, "cells", "--from", "-", "map", "01:00.0", text=text)
    tally.same("cells: each kind", [cells_of(root, f"c{n}") for n in range(7)],
               [256 - 10, 1, 4, 4, 1, 0, 0])
    text = dump(port(), pf(offset=250, stride=1), Function("01:1f.3").pcie())
    root = look_at_svg(tally, "bad cells", "--from", "-", "map", "01:00.0", text=text)
    tally.same("bad cells: each kind", [cells_of(root, f"c{n}") for n in range(4, 7)],
               [1, 2, 1])


# --- Windows
def test_dump_windows(tally):
    """What base and limit of a bridge say, and what is not within."""
    bars = (0x0000000c, 0x40, 0xfe700004, 0, 0, 0)
    text = dump(port(1, 1, (0xfe600000, 0xfe6fffff), (0x4000000000, 0x40001fffff)),
                pf(bars=bars))
    status, said = map_json(tally, "windows", "--from", "-", "map", "01:00.0", text=text)
    found = windows_of(said)
    tally.same("windows: status", status, WRONG)
    memory, above = (found["0000:00:01.0", kind] for kind in (False, True))
    tally.same("windows: memory", (memory["start"], memory["end"], memory["state"]),
               ("0xfe600000", "0xfe6fffff", "fits"))
    tally.same("windows: prefetchable", (above["start"], above["end"]),
               ("0x4000000000", "0x40001fffff"))
    inside, outside = found["VF BAR 0", True], found["VF BAR 2", False]
    tally.same("windows: inside", (inside["start"], inside["end"], inside["state"],
                                   said["windows"][inside["within"]]["name"]),
               ("0x4000000000", None, "fits", "0000:00:01.0"))
    tally.same("windows: outside", (outside["state"], outside["within"]),
               ("outside", None))
    tally.same("windows: host bridge", found["host bridge", None]["state"], "unknown")
    out = call("--from", "-", "map", "01:00.0", text=text)[1]
    tally.expect("windows: said", "it is outside of all windows above it" in
                 " ".join(out.split()), out)
    for what, bridge, states in (
            ("closed", port(1, 1, None), ("closed", "closed")),
            ("at 0", Function("00:01.0").bridge(0, 1, 1).pcie(kind=4),
             ("closed", "closed"))):
        said = map_json(tally, what, "--from", "-", "map", "01:00.0",
                        text=dump(bridge, pf()))[1]
        found = windows_of(said)
        tally.same(f"windows: {what}",
                   tuple(found["0000:00:01.0", kind]["state"] for kind in (False, True)),
                   states)
    said = map_json(tally, "no port", "--from", "-", "map", "01:00.0", text=dump(pf()))[1]
    gone = windows_of(said)["port above", None]
    tally.same("windows: no port", (gone["state"], gone["why"]),
               ("unknown", "the dump has no bridge that leads to bus 01"))
    tally.same("windows: unassigned", windows_of(said)["VF BAR 0", False]["state"],
               "unassigned")
    status, said = map_json(tally, "broken", "--from", "-", "map", "01:00.0",
                            text=dump(port(), pf(bars=(0, 0, 0, 0, 0, 4))))
    tally.same("windows: broken", (status, windows_of(said)["VF BARs", None]["state"]),
               (WRONG, "broken"))


def test_resized(tally):
    """With VF Resizable BAR a dump tells the size."""
    device = pf(bars=(0xfe600004, 0, 0, 0, 0, 0)).extended(0x200, 0x24)
    device.put(0x208, "I", 0 | 1 << 5 | 0 << 8)
    for bridge, state in ((port(memory=(0xfe600000, 0xfedfffff)), "fits"),
                          (port(memory=(0xfe600000, 0xfecfffff)), "outside"),
                          (port(memory=(0xfe400000, 0xfe9fffff)), "outside")):
        text = dump(bridge, device)
        said = map_json(tally, "resized", "--from", "-", "map", "01:00.0", text=text)[1]
        bar = windows_of(said)["VF BAR 0", False]
        tally.same(f"resized: {state}", (bar["end"], bar["needed"], bar["vf_size"],
                                         bar["state"]),
                   ("0xfedfffff", "0x800000", "0x100000", state))
        look_at_svg(tally, "resized", "--from", "-", "map", "01:00.0", text=text)


def test_deep(tally):
    """The longest addresses, far to the right"""
    top = 0xfffff00000000000
    bridges = []
    for depth in range(6):
        one = port(1, 1, None, (top, top + 0xfffffffffff))
        one.address = f"{0x10 - depth:02x}:00.0" if depth < 5 else "0b:00.0"
        one.put(0x18, "BBB", 0x10 - depth, 0x11 - depth if depth else 1, 0x11)
        bridges.append(one)
    device = pf(total=63, bars=(0xc, top >> 32, 0, 0, 0, 0)).extended(0x200, 0x24)
    device.put(0x208, "I", 0 | 1 << 5 | 9 << 8)
    text = dump(*bridges, device)
    said = map_json(tally, "deep", "--from", "-", "map", "01:00.0", text=text)[1]
    bar = windows_of(said)["VF BAR 0", True]
    tally.same("deep: depth", (bar["depth"], bar["state"], bar["end"]),
               (7, "fits", "0xfffff007dfffffff"))
    look_at_text(tally, "deep", call("--from", "-", "map", "01:00.0", text=text)[1])
    look_at_svg(tally, "deep", "--from", "-", "map", "01:00.0", text=text)


def test_circles(tally):
    """Bridges of a dump may lead in circles."""
    for what, bridges in (("itself", [Function("01:01.0").bridge(1, 1, 1)]),
                          ("two", [Function("02:01.0").bridge(2, 1, 1),
                                   Function("01:01.0").bridge(1, 2, 2)])):
        text = dump(*bridges, pf())
        said = map_json(tally, what, "--from", "-", "map", "01:00.0", text=text)[1]
        tally.expect(f"circle, {what}: ends", len(said["windows"]) <= 64)
        look_at_text(tally, what, call("--from", "-", "map", "01:00.0", text=text)[1])
        look_at_svg(tally, what, "--from", "-", "map", "01:00.0", text=text)


def live(tally, what, tree, more=("--from", "sysfs")):
    args = ["--root", tree.root, *more, "map", "01:00.0"]
    status, said = map_json(tally, what, *args)
    look_at_text(tally, what, call(*args)[1])
    look_at_svg(tally, what, *args)
    return status, said, windows_of(said)


def state_of(window):
    return window["start"], window["end"], window["needed"], window["state"]


def test_live(tally, folder):
    tree = small_tree(folder)
    status, said, found = live(tally, "live", tree)
    tally.same("live: status", status, WELL)
    tally.same("live: host bridge", [w["start"] for w in said["windows"]
                                     if w["level"] == "host_bridge"],
               ["0x80000000", "0xfed40000"])
    tally.same("live: port", state_of(found["0000:00:01.0", False]),
               ("0xfe600000", "0xfe9fffff", "0x20000", "fits"))
    tally.same("live: no prefetchable one", found["0000:00:01.0", True]["state"], "closed")
    bar = found["VF BAR 0", False]
    tally.same("live: VF BAR", (*state_of(bar), bar["vf_size"]),
               ("0xfe600000", "0xfe61ffff", "0x20000", "fits", "0x4000"))
    tally.same("live: path", [said["windows"][w["within"]]["name"]
                              for w in (bar, found["0000:00:01.0", False])],
               ["0000:00:01.0", "host bridge, bus 0000:00"])
    ids = said["routing_ids"]
    tally.same("live: ids", (ids["vfs"]["on"], ids["bus_range"]["last"],
                             ids["all_functions"], ids["buses"][0]["other_functions"]),
               (4, 1, True, 0))
    out = call("--root", tree.root, "--from", "sysfs", "map", "01:00.0")[1]
    tally.expect("live: small windows are left out", "0xfed40000" not in out, out)
    tally.expect("live: half of it is on", "[" + 32 * "#" + 32 * "o" + "]" in out, out)

    debugfs = tree.root / "sys/kernel/debug/sriovscope"
    debugfs.mkdir(parents=True)
    (debugfs / "devices").write_text("# bdf id\n0000:01:00.0 1234:5678\n")
    tally.same("live: debugfs has the same", live(tally, "debugfs", tree, ())[1], said)

    (tree.root / "proc/iomem").write_text("00000000-00000000 : PCI Bus 0000:00\n")
    status, said, found = live(tally, "secret", tree)
    tally.same("secret: host bridge", (status, found["host bridge, bus 0000:00", None]["why"]),
               (WELL, "/proc/iomem shows addresses to root alone"))
    tally.same("secret: VF BAR", found["VF BAR 0", False]["state"], "fits")
    resource = tree.root / "sys/bus/pci/devices/0000:00:01.0/resource"
    lines = resource.read_text().splitlines(True)
    resource.write_text("".join(lines[:7] + lines[13:]))
    found = live(tally, "without SR-IOV", tree)[2]
    tally.same("without SR-IOV: port", found["0000:00:01.0", False]["end"], "0xfe9fffff")
    resource.write_text("".join(lines[:9]))
    found = live(tally, "no windows", tree)[2]
    tally.same("no windows: port", found["0000:00:01.0", None]["state"], "unknown")
    (tree.root / "sys/bus/pci/devices/0000:01:00.0/sriov_totalvfs").unlink()
    status, _, found = live(tally, "rejected", tree)
    tally.same("rejected: VF BAR", (status, found["VF BAR 0", False]["why"]),
               (WRONG, "the kernel takes the function for no PF, and has no place for it"))


def test_live_bad(tally, folder):
    def at(name):
        (folder / name).mkdir()
        return folder / name

    status, _, found = live(tally, "past", small_tree(at("past"), (0xfe9fc000, 0x20000)))
    tally.same("past: VF BAR", (status, found["VF BAR 0", False]["state"]),
               (WRONG, "outside"))
    tree = small_tree(at("none"), (0, 512 * 0x4000), 512, 0, False)
    status, said, found = live(tally, "none", tree)
    tally.same("none: VF BAR", (status, state_of(found["VF BAR 0", False])),
               (WRONG, (None, None, "0x800000", "unassigned")))
    tally.same("none: port", found["0000:00:01.0", False]["state"], "too_small")
    tally.same("none: out of range",
               [bus["vfs_out_of_range"] for bus in said["routing_ids"]["buses"]],
               [0, 256, 1])
    tree = small_tree(at("resized"), needs=[(0, 0)])
    status, _, found = live(tally, "resized", tree)
    tally.same("resized: VF BAR", (status, state_of(found["VF BAR 0", False])),
               (WRONG, ("0xfe600000", "0xfe61ffff", "0x800000", "too_small")))
    root = look_at_svg(tally, "resized", "--root", tree.root, "--from", "sysfs", "map",
                       "01:00.0")
    tally.expect("resized: is red in the picture",
                 any(one.get("class") == "open wrong" for one in root.iter(SVG + "rect")))


# --- How it is called
def on_terminal(*args, text=b"", env=None):
    """Standard output, where it is a terminal"""
    master, slave = pty.openpty()
    done = subprocess.Popen([TOOL, "--no-pager", *args], stdin=subprocess.PIPE,
                            stdout=slave, env={**os.environ, "TERM": "xterm",
                                               **(env or {})})
    os.close(slave)
    done.stdin.write(text)
    done.stdin.close()
    out = b""
    try:
        while more := os.read(master, 65536):
            out += more
    except OSError:
        pass  # the other end is closed
    os.close(master)
    done.wait()
    return out.decode().replace("\r\n", "\n")


def test_color(tally):
    text = dump(port(), pf(offset=250, stride=1, num=2, enable=True))
    args = ["--from", "-", "map", "01:00.0"]
    plain = call(*args, text=text)[1]
    tally.expect("color: none in a file", "\033" not in plain, plain)
    color = on_terminal(*args, text=text)
    tally.expect("color: on a terminal", "\033[1;31mx" in color, repr(color[:900]))
    tally.same("color: the same picture", re.sub("\033\\[[0-9;]*m", "", color), plain)
    tally.expect("color: each ends", re.search("\033\\[0m[^\033]*$", color), color)
    tally.same("color: NO_COLOR", on_terminal(*args, text=text, env={"NO_COLOR": "1"}),
               plain)


def test_calls(tally, folder):
    text = dump(pf())
    for args, wanted, words in (
            (["map"], USAGE, "usage: sriovscope map BDF"),
            (["map", "01:00.0", "01:00.1"], USAGE, "usage"),
            (["map", "01:00.1"], BLIND, "there is no such PF"),
            (["map", "01:00.0", "--svg", folder / "no" / "x.svg"], BLIND,
             "x.svg: No such file"),
            (["map", "01:00.0", "--svg", "/dev/full"], BLIND, "is no file"),
            (["--json", "map", "01:00.0", "--svg", "-"], USAGE, "name a file for --svg")):
        status, out, err = call("--from", "-", *args, text=text)
        tally.same(f"call {args}", (status, out), (wanted, ""))
        tally.expect(f"call {args}: says why", words in err, err)
    both = folder / "both.svg"
    status, said = map_json(tally, "both", "--from", "-", "map", "01:00.0", "--svg", both,
                            text=text)
    tally.expect("call: JSON and SVG", said and both.read_text().endswith("</svg>\n"))

    picture = both.read_text()
    tally.same("call: -", call("--from", "-", "map", "01:00.0", "--svg", "-", text=text),
               (status, picture, ""))
    both.write_text("old")
    both.chmod(0o640)
    os.link(both, folder / "old.svg")
    call("--from", "-", "map", "01:00.0", "--svg", both, text=text)
    tally.same("call: is replaced", [path.read_text() for path in
                                     (both, folder / "old.svg")], [picture, "old"])
    tally.same("call: mode", oct(both.stat().st_mode & 0o777), oct(0o640))

    copy = folder / "config"
    copy.write_bytes(pf(bars=(0xfe600004, 0, 0, 0, 0, 0)).bytes)
    name = json.loads(call("--json", "--from", copy)[1])["pfs"][0]["bdf"]
    status, said = map_json(tally, "copy", "--from", copy, "map", name)
    tally.same("copy: has no address", (status, said["routing_ids"]), (WELL, "unknown"))
    out = call("--from", copy, "map", name)[1]
    tally.expect("copy: says so", "where the PF was is unknown" in " ".join(out.split()),
                 out)
    look_at_svg(tally, "copy", "--from", copy, "map", name)


def test_escape(tally):
    """Names of devices come from a list, and may have anything in them."""
    names = pathlib.Path("/usr/share/misc/pci.ids")
    lines = names.read_text(errors="replace").splitlines() if names.exists() else []
    odd = [line for line in lines if re.match("[0-9a-f]{4}  .*[&<>]", line)][:3]
    odd += [line for line in lines if re.match("[0-9a-f]{4}  .*[^ -~]", line)][:2]
    if not odd:
        tally.skip("there is no list of names with such characters")
    for line in odd:
        device = Function("01:00.0", int(line[:4], 16)).pcie().power().sriov()
        root = look_at_svg(tally, f"escape {line}", "--from", "-", "map", "01:00.0",
                           text=dump(port(), device))
        shown = "".join(c if " " <= c <= "~" else "?" for c in line[6:])[:20]
        tally.expect(f"escape {line}: shown", root is not None and any(
            shown[:5] in one.text for one in root.iter(SVG + "text")))


def test_real(tally):
    dumps = real_dumps()
    if not dumps:
        tally.skip("there is no folder of real dumps")
    for path in dumps:
        out = call("--json", "--from", path)[1]
        for one in json.loads(out)["pfs"] if out else []:
            args = ["--from", path, "map", one["bdf"]]
            said = map_json(tally, path.name, *args)[1]
            ids = said["routing_ids"]
            tally.same(f"{path.name}: VFs", (ids["vfs"]["total"], ids["vfs"]["on"]),
                       (one["total_vfs"], sum(b["vfs_on"] for b in ids["buses"])))
            look_at_text(tally, path.name, call(*args)[1])
            look_at_svg(tally, path.name, *args)


def main():
    tally = Tally("map")
    test_ids(tally)
    test_svg_cells(tally)
    test_dump_windows(tally)
    test_resized(tally)
    test_deep(tally)
    test_circles(tally)
    for test in (test_live, test_live_bad, test_calls):
        with tempfile.TemporaryDirectory() as folder:
            test(tally, pathlib.Path(folder))
    test_color(tally)
    test_escape(tally)
    test_real(tally)
    tally.end()


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    main()
