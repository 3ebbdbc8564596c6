"""What the tests of the command share: how it is called, what is counted, and dumps
that are made up."""
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile

import jsonschema

TOP = pathlib.Path(__file__).resolve().parents[2]
TOOL = os.environ.get("SRIOVSCOPE") or str(TOP / "build/toolsan/sriovscope")
SCHEMA = json.loads((TOP / "Documentation/sriovscope.schema.json").read_text())
VALIDATOR = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)

WELL, WRONG, USAGE, BLIND = range(4)


class Tally:
    """Counts what is expected, and says what is not so."""

    def __init__(self, name):
        self.name = name
        self.passed = self.failed = self.skipped = 0

    def expect(self, what, holds, said=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"not ok {what}\n{said}")
        return holds

    def same(self, what, got, wanted):
        return self.expect(what, got == wanted, f"got    {got!r}\nwanted {wanted!r}")

    def skip(self, why):
        self.skipped += 1
        print(f"SKIP {self.name}: {why}")

    def end(self):
        print(f"{self.name}: {self.passed} passed, {self.failed} failed,"
              f" {self.skipped} skipped")
        sys.exit(bool(self.failed or not self.passed + self.skipped))


def run_tests(name, members):
    """Runs what begins with test_ of the members of a file, with a folder for what it
    makes up."""
    os.environ.pop("NO_COLOR", None)
    tally = Tally(name)
    with tempfile.TemporaryDirectory() as folder:
        for member, test in list(members.items()):
            if member.startswith("test_"):
                test(tally, pathlib.Path(folder))
    tally.end()


def call(*args, text=b"", env=None):
    """Runs the command: (exit status, standard output, standard error)."""
    done = subprocess.run([TOOL, *map(str, args)], input=text, capture_output=True,
                          env={**os.environ, **(env or {})}, check=False)
    return (done.returncode, done.stdout.decode(errors="replace"),
            done.stderr.decode(errors="replace"))


def call_json(tally, what, *args, **more):
    """Runs it with --json, holds what it says against the schema: (status, object)."""
    status, out, err = call("--json", *args, **more)
    try:
        said = json.loads(out)
    except json.JSONDecodeError as error:
        tally.expect(f"{what}: JSON", False, f"{error}\n{out[:400]}\n{err}")
        return status, None
    faults = [f"{list(e.absolute_path)}: {e.message[:200]}"
              for e in VALIDATOR.iter_errors(said)]
    # What oneOf says is of no use: the part of this command says where.
    part = SCHEMA["$defs"].get("cmd_" + str(said.get("command")))
    if faults and part:
        one = VALIDATOR.evolve(schema={**part, "$defs": SCHEMA["$defs"]})
        faults = [f"{list(e.absolute_path)}: {e.message[:200]}"
                  for e in one.iter_errors(said)]
    tally.expect(f"{what}: as the schema has it", not faults, "\n".join(faults[:5]))
    return status, said


class Function:
    """A configuration space that is made up."""

    def __init__(self, address, vendor=0x1234, device=0x5678, size=4096):
        self.address = address
        self.bytes = bytearray(size)
        self.last = 0
        self.last_extended = 0
        self.put(0x00, "H", vendor)
        self.put(0x02, "H", device)
        self.put(0x08, "I", 0x02000001)

    def put(self, at, form, *values):
        struct.pack_into("<" + form, self.bytes, at, *values)
        return self

    def get(self, at, form):
        return struct.unpack_from("<" + form, self.bytes, at)[0]

    def bridge(self, primary, secondary, subordinate):
        self.put(0x0e, "B", 1)
        self.put(0x08, "I", 0x06040001)
        return self.put(0x18, "BBB", primary, secondary, subordinate)

    def cap(self, at, number, body=b""):
        """A conventional capability, linked behind the last one."""
        self.put(0x06, "H", self.get(0x06, "H") | 0x10)
        self.put(self.last + 1 if self.last else 0x34, "B", at)
        self.last = at
        self.put(at, "BB", number, 0)
        self.bytes[at + 2:at + 2 + len(body)] = body
        return self

    def pcie(self, at=0x40, kind=0, flr=True, second=0):
        self.cap(at, 0x10, struct.pack("<HI", 2 | kind << 4, flr << 28))
        return self.put(at + 0x24, "I", second)

    def power(self, at=0x80, state=0):
        return self.cap(at, 0x01, struct.pack("<HH", 3, state | 8))

    def extended(self, at, number, version=1):
        """An extended capability, linked behind the last one."""
        if self.last_extended:
            header = self.get(self.last_extended, "I")
            self.put(self.last_extended, "I", header & 0xfffff | at << 20)
        self.last_extended = at
        return self.put(at, "I", number | version << 16)

    def sriov(self, at=0x100, total=8, num=0, offset=128, stride=2, enable=False,
              bars=(0x4, 0, 0, 0, 0, 0), ari=False):
        self.extended(at, 0x10)
        self.put(at + 0x08, "H", (0x9 if enable else 0) | ari << 4)
        self.put(at + 0x0c, "HHH", total, total, num)
        self.put(at + 0x12, "B", int(self.address[-1]))
        self.put(at + 0x14, "HH", offset, stride)
        self.put(at + 0x1a, "H", 0x5679)
        self.put(at + 0x1c, "II", 0x553, 1)
        return self.put(at + 0x24, "6I", *bars)

    def uevent(self):
        """Of sysfs, what the command asks for"""
        return (f"PCI_CLASS=20000\nPCI_ID={self.get(0, 'H'):04X}:{self.get(2, 'H'):04X}\n"
                "PCI_SUBSYS_ID=0000:0000\n")

    def text(self):
        lines = [f"{self.address} Ethernet controller: made up"]
        for at in range(0, len(self.bytes), 16):
            row = " ".join(f"{byte:02x}" for byte in self.bytes[at:at + 16])
            lines.append(f"{at:02x}: {row}")
        return "\n".join(lines) + "\n\n"


def pf(address="01:00.0", **more):
    """A PF that keeps the specification."""
    return Function(address).pcie().power().sriov(**more)


def dump(*functions):
    return "".join(function.text() for function in functions).encode()


def real_dumps():
    folder = os.environ.get("SRIOVSCOPE_DUMPS")
    return sorted(pathlib.Path(folder).glob("*.lspci")) if folder else []
