#!/usr/bin/python3
"""watch_test: what watch says of a made-up /sys while it is changed."""
import datetime
import json
import os
import pathlib
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time

from tool import (BLIND, SCHEMA, TOOL, USAGE, VALIDATOR, WELL, Tally, call, dump, pf)

# So long nothing takes, in seconds.
PATIENCE = 20

FIRST, SECOND = "0000:01:00.0", "0000:02:00.0"


class Tree:
    """A folder with the sysfs of some PFs."""

    def __init__(self, folder):
        self.root = pathlib.Path(folder)
        self.bus = self.root / "sys/bus/pci/devices"
        self.bus.mkdir(parents=True)
        (self.root / "proc").mkdir()

    def put(self, function, **attributes):
        """A function, whose folder is moved to its place when all is in it."""
        name = "0000:" + function.address
        home = self.root / "sys/devices/pci0000:00" / name
        home.mkdir(parents=True)
        words = {"uevent": function.uevent(), "class": "0x020000",
                 "irq": "0", "resource": "0x0 0x0 0x0\n" * 13, "sriov_totalvfs": "8",
                 "sriov_numvfs": "0", "power_state": "D0", "numa_node": "-1",
                 **attributes}
        for attribute, word in words.items():
            (home / attribute).write_text(word + "\n")
        (home / "power").mkdir()
        (home / "power/runtime_status").write_text("active\n")
        (home / "config").write_bytes(function.bytes)
        (self.bus / name).symlink_to(os.path.relpath(home, self.bus))
        return home

    def take(self, name):
        (self.bus / name).unlink()
        shutil.rmtree(self.root / "sys/devices/pci0000:00" / name)

    def write(self, name, attribute, content):
        """As a whole: who reads it sees what was, or what is."""
        home = self.root / "sys/devices/pci0000:00" / name
        new = self.root / "new"
        new.write_bytes(content if isinstance(content, bytes) else content.encode())
        new.rename(home / attribute)


class Watch:
    """The command while it watches."""

    def __init__(self, tree, *args, json_too=True):
        self.json = json_too
        self.said = []
        self.child = subprocess.Popen(
            [TOOL, "-v", "--root", tree.root, "--from", "sysfs",
             *(["--json"] if json_too else []), "watch", *args],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.rest = {self.child.stdout: b"", self.child.stderr: b""}
        self.until(self.child.stderr, lambda line: "watching " in line)
        self.look()

    def until(self, stream, wanted, patience=PATIENCE):
        """The lines up to one that is wanted; ends short when none comes in time."""
        lines = []
        due = time.monotonic() + patience
        while True:
            while b"\n" in self.rest[stream]:
                line, self.rest[stream] = self.rest[stream].split(b"\n", 1)
                lines.append(line.decode())
                if wanted(lines[-1]):
                    return lines
            left = due - time.monotonic()
            if left <= 0 or not select.select([stream], [], [], left)[0]:
                return lines
            more = os.read(stream.fileno(), 65536)
            if not more:
                return lines
            self.rest[stream] += more

    def look(self):
        """Waits until it has looked once more."""
        return self.until(self.child.stderr, lambda line: "configuration reads" in line)

    def changes(self, tally, what, *last):
        """{(bdf, file, name): (before, after)} up to the one that is the last."""
        lines = self.until(self.child.stdout, lambda line: self.key(line) == last)
        said = [json.loads(line) for line in lines]
        faults = [error.message[:200] for one in said
                  for error in [*VALIDATOR.iter_errors(one),
                                *VALIDATOR.evolve(schema={**SCHEMA["$defs"]["cmd_watch"],
                                                          "$defs": SCHEMA["$defs"]}
                                                  ).iter_errors(one)]]
        tally.expect(f"{what}: as the schema has it", said and not faults, faults[:4])
        return {self.key(line): (one["before"], one["after"])
                for line, one in zip(lines, said)}

    @staticmethod
    def key(line):
        one = json.loads(line)
        return one["bdf"], one["file"], one["name"]

    def end(self, number=signal.SIGTERM):
        self.child.send_signal(number)
        out, err = self.child.communicate(timeout=PATIENCE)
        return self.child.returncode, self.rest[self.child.stdout] + out, err

    def cost(self):
        """(seconds of CPU, how often it has waited) so far, while it waits"""
        due = time.monotonic() + PATIENCE
        while True:
            stat = pathlib.Path(f"/proc/{self.child.pid}/stat").read_text()
            stat = stat.rsplit(")", 1)[1].split()
            if stat[0] == "S" or time.monotonic() > due:
                break
        status = pathlib.Path(f"/proc/{self.child.pid}/status").read_text()
        ticks = sum(map(int, stat[11:13]))
        waits = re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M)[1]
        return ticks / os.sysconf("SC_CLK_TCK"), int(waits)


def test_changes(tally, tree):
    watch = Watch(tree)
    now = datetime.datetime.now(datetime.timezone.utc)
    tree.write(FIRST, "config", bytes(pf(num=3).bytes))
    tree.write(FIRST, "sriov_numvfs", "3\n")
    changes = watch.changes(tally, "a register", FIRST, "check", "routing_id_range")
    tally.same("a register: from, to", changes.get((FIRST, "regs", "num_vfs")), (0, 3))
    tally.same("a register: the kernel too",
               changes.get((FIRST, "status", "num_vfs_kernel")), (0, 3))
    tally.same("a register: of no other PF", {key[0] for key in changes}, {FIRST})

    home = tree.root / "sys/devices/pci0000:00" / FIRST
    (home / "driver").symlink_to("../../../bus/pci/drivers/some")
    changes = watch.changes(tally, "a driver", FIRST, "status", "driver")
    tally.same("a driver: from, to", changes.get((FIRST, "status", "driver")),
               ("none", "some"))
    (home / "driver").unlink()
    watch.changes(tally, "a driver that went", FIRST, "status", "driver")
    tree.write(FIRST, "config", bytes(pf().bytes))
    tree.write(FIRST, "sriov_numvfs", "0\n")

    third = pf("03:00.0")
    tree.put(third)
    key = ("0000:03:00.0", "devices", "present")
    changes = watch.changes(tally, "a PF came", *key)
    tally.same("a PF came: it is there", changes.get(key), (False, True))
    tally.same("what was is again", changes.get((FIRST, "regs", "num_vfs")), (3, 0))
    tree.write("0000:03:00.0", "config", bytes(pf("03:00.0", total=5).bytes))
    changes = watch.changes(tally, "it is watched", "0000:03:00.0", "regs", "total_vfs")
    tally.same("it is watched: from, to",
               changes.get(("0000:03:00.0", "regs", "total_vfs")), (8, 5))
    tree.take("0000:03:00.0")
    changes = watch.changes(tally, "a PF went", *key)
    tally.same("a PF went: it is gone", changes.get(key), (True, False))
    lines = watch.end()
    tally.same("SIGTERM ends it well", lines[0], WELL)
    tally.expect("it is not long ago",
                 datetime.datetime.now(datetime.timezone.utc) - now <
                 datetime.timedelta(minutes=5), now)


def test_named(tally, tree):
    """A PF that was not asked for changes first, and is not told of."""
    watch = Watch(tree, "02:00.0")
    tree.write(FIRST, "config", bytes(pf(num=1).bytes))
    watch.look()
    tree.write(SECOND, "config", bytes(pf("02:00.0", num=1).bytes))
    changes = watch.changes(tally, "named", SECOND, "regs", "num_vfs")
    tally.same("named: no other", {key[0] for key in changes}, {SECOND})
    tree.write(FIRST, "config", bytes(pf().bytes))
    tree.write(SECOND, "config", bytes(pf("02:00.0").bytes))
    tally.same("SIGINT ends it well", watch.end(signal.SIGINT)[0], WELL)


def test_text(tally, tree):
    watch = Watch(tree, json_too=False)
    tree.write(FIRST, "config", bytes(pf(num=1).bytes))
    lines = watch.until(watch.child.stdout, lambda line: " regs num_vfs: " in line)
    tally.expect("text: a line", lines and re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[-+]\d{4} 0000:01:00\.0 regs num_vfs: 0 -> 1",
        lines[-1]), lines)
    tree.write(FIRST, "config", bytes(pf().bytes))
    tally.same("text: status", watch.end()[0], WELL)


def test_closed(tally, tree):
    """Without a standard output the first change is the last."""
    child = subprocess.Popen(
        [TOOL, "-v", "--root", tree.root, "--from", "sysfs", "watch"],
        stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1))
    for line in child.stderr:
        if b"watching " in line:
            break
    tree.write(FIRST, "config", bytes(pf(num=1).bytes))
    err = child.communicate(timeout=PATIENCE)[1].decode()
    tally.same("closed: status", child.returncode, BLIND)
    tally.expect("closed: says why", "not all could be written" in err, err)
    tree.write(FIRST, "config", bytes(pf().bytes))


def test_asleep(tally, tree):
    """Who sleeps is not read, and what changed meanwhile is told when it wakes up."""
    watch = Watch(tree)
    tree.write(FIRST, "power/runtime_status", "suspended\n")
    tree.write(FIRST, "config", bytes(pf(total=7).bytes))
    watch.look()
    # Had it been read, that would be told of before this.
    tree.write(SECOND, "config", bytes(pf("02:00.0", total=7).bytes))
    changes = watch.changes(tally, "asleep", SECOND, "vfs", "7")
    tally.same("asleep: nothing of it", {key[0] for key in changes}, {SECOND})
    tree.write(FIRST, "power/runtime_status", "active\n")
    tree.write(FIRST, "irq", "0\n")
    changes = watch.changes(tally, "awake", FIRST, "regs", "total_vfs")
    tally.same("awake: from, to", changes.get((FIRST, "regs", "total_vfs")), (8, 7))
    for name, function in ((FIRST, pf()), (SECOND, pf("02:00.0"))):
        tree.write(name, "config", bytes(function.bytes))
    watch.end()


def test_idle(tally, tree):
    """It waits, and does nothing else."""
    watch = Watch(tree)
    before = watch.cost()
    time.sleep(3)
    after = watch.cost()
    tally.same("idle: waits in 3 seconds, and seconds of CPU",
               (after[1] - before[1], after[0] - before[0]), (0, 0))
    tally.same("idle: nothing is said", watch.end()[1], b"")


def test_quiet(tally, tree):
    """What changes at once is looked at once, and what never ends is not waited for."""
    watch = Watch(tree)
    for _ in range(20):
        tree.write(FIRST, "irq", "0\n")
    tree.write(FIRST, "config", bytes(pf(total=7).bytes))
    watch.changes(tally, "quiet", FIRST, "regs", "total_vfs")
    tree.write(FIRST, "config", bytes(pf().bytes))
    watch.changes(tally, "quiet", FIRST, "regs", "total_vfs")
    lines = watch.until(watch.child.stderr, lambda line: False, 0.2)
    looks = len([line for line in lines if "reads" in line])
    tally.expect("quiet: few looks", 2 <= looks <= 3, looks)
    due = time.monotonic() + PATIENCE
    while not watch.until(watch.child.stderr, lambda line: "reads" in line, 0.001):
        if time.monotonic() > due:
            break
        tree.write(SECOND, "irq", "0\n")
    tally.expect("quiet: never quiet, and looked at", time.monotonic() < due)
    seconds, waits = watch.cost()
    tally.expect("quiet: a storm of events costs little", seconds < 3 and waits < 200,
                 (seconds, waits))
    watch.end()


def test_interval(tally, tree):
    """What nobody hears of is seen by the clock: here through a link from outside."""
    home = tree.root / "sys/devices/pci0000:00" / FIRST
    os.link(home / "config", tree.root / "outside")
    watch = Watch(tree, "--interval", "1")
    with open(tree.root / "outside", "r+b") as file:
        file.write(pf(total=7).bytes)
    changes = watch.changes(tally, "interval", FIRST, "regs", "total_vfs")
    tally.same("interval: from, to", changes.get((FIRST, "regs", "total_vfs")), (8, 7))
    with open(tree.root / "outside", "r+b") as file:
        file.write(pf().bytes)
    changes = watch.changes(tally, "interval", FIRST, "regs", "total_vfs")
    tally.same("interval: and back", changes.get((FIRST, "regs", "total_vfs")), (7, 8))
    watch.end()
    (tree.root / "outside").unlink()


def test_events(tally, tree):
    """The module's file "events", for which the name of this machine stands in: it
    too is polled for POLLPRI. The name is written in a namespace, and not changed."""
    folder = tree.root / "sys/kernel/debug/sriovscope" / FIRST
    folder.mkdir(parents=True)
    (folder / "events").symlink_to("/proc/sys/kernel/hostname")
    home = tree.root / "sys/devices/pci0000:00" / FIRST
    os.link(home / "config", tree.root / "outside")
    watch = Watch(tree)
    before = watch.cost()
    time.sleep(1)
    tally.same("events: it is waited for", watch.cost(), before)
    with open(tree.root / "outside", "r+b") as file:
        file.write(pf(total=7).bytes)
    done = subprocess.run(["unshare", "--map-root-user", "--uts", "hostname", "other"],
                          capture_output=True, check=False)
    if done.returncode:
        tally.skip("events: there can be no namespace here")
    else:
        changes = watch.changes(tally, "events", FIRST, "regs", "total_vfs")
        tally.same("events: from, to", changes.get((FIRST, "regs", "total_vfs")), (8, 7))
        watch.look()
        before = watch.cost()
        time.sleep(1)
        tally.same("events: then there is quiet", watch.cost(), before)
    watch.end()
    shutil.rmtree(tree.root / "sys/kernel")
    (tree.root / "outside").unlink()
    tree.write(FIRST, "config", bytes(pf().bytes))


def test_reader(tally, tree):
    """Nobody reads it any more: it ends at once, though there is nothing to say."""
    watch = Watch(tree)
    watch.child.stdout.close()
    try:
        ended = watch.child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        ended = None
        watch.child.kill()
    tally.same("reader: that is well", ended, WELL)
    err = watch.child.stderr.read().decode()
    tally.expect("reader: no complaint", "written" not in err, err)
    watch.child.stderr.close()


def test_calls(tally, tree):
    file = tree.root / "dump"
    file.write_bytes(dump(pf()))
    for args, wanted, words in (
            (["--from", file, "watch"], USAGE, "a dump does not change"),
            (["--root", tree.root, "--from", "sysfs", "watch", "09:00.0"], BLIND,
             "there is no such PF"),
            (["--root", "/no/such", "--from", "sysfs", "watch"], BLIND,
             "there is no PCI bus"),
            *((["watch", "--interval", text], USAGE, "is no number of seconds")
              for text in ("0", "-1", "x", "", "1.5", "86401", "99999999999"))):
        status, out, err = call(*args)
        tally.same(f"call {args}", (status, out), (wanted, ""))
        tally.expect(f"call {args}: says why", words in err, err)


def main():
    tally = Tally("watch")
    with tempfile.TemporaryDirectory() as folder:
        tree = Tree(folder)
        tree.put(pf())
        tree.put(pf("02:00.0"))
        test_changes(tally, tree)
        test_named(tally, tree)
        test_text(tally, tree)
        test_closed(tally, tree)
        test_asleep(tally, tree)
        test_idle(tally, tree)
        test_quiet(tally, tree)
        test_interval(tally, tree)
        test_events(tally, tree)
        test_reader(tally, tree)
        test_calls(tally, tree)
    tally.end()


main()
