#!/usr/bin/python3
"""fuzz_test: dumps that are cut and changed, each taken as "check --from DUMP" does,
with sanitizers. FUZZ says how often each is changed, SEED with which numbers."""
import os
import pathlib
import re
import subprocess
import tempfile
import time

from tool import TOOL, Function, Tally, dump, pf, real_dumps

FUZZ = pathlib.Path(TOOL).with_name("fuzz-dump")
COUNT = int(os.environ.get("FUZZ", "200"))
SEED = int(os.environ.get("SEED", "1"))
# All of them, when each is changed often
STEP = 1 if COUNT >= 10000 else 97


def made_up():
    port = Function("00:01.0").bridge(0, 1, 2).pcie(kind=4, second=0x20)
    vfs = [Function(f"01:10.{n}", 0xffff, 0xffff).pcie() for n in (0, 2)]
    one = pf(num=2, enable=True, ari=True).extended(0x200, 0x24).extended(0x240, 0x2f)
    one.put(0x204, "II", 0x30, 0x20)
    return dump(port, one, pf("01:00.1"), *vfs)


def fuzz(tally, path):
    """Returns how many dumps were tried."""
    done = subprocess.run([FUZZ, path, str(STEP), str(COUNT), str(SEED)],
                          capture_output=True, text=True, check=False)
    said = re.fullmatch(r"(\d+) answers, (\d+) errors, (\d+) lines\n", done.stdout)
    tally.expect(f"{path.name} with seed {SEED}: no crash, no hang",
                 done.returncode == 0 and said,
                 f"exit status {done.returncode}\n{done.stdout}{done.stderr[-3000:]}")
    return [int(n) for n in said.groups()] if said else [0, 0, 0]


def main():
    tally = Tally("tool-fuzz")
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "made-up"
        path.write_bytes(made_up())
        answers, errors, lines = fuzz(tally, path)
    tally.expect("made up: both answers and errors",
                 answers > COUNT // 4 and errors and lines > 20 * answers,
                 f"{answers} {errors} {lines}")
    dumps = real_dumps()
    if not dumps:
        tally.skip("there is no folder of real dumps")
    tried = answers + errors
    for path in dumps:
        tried += sum(fuzz(tally, path)[:2])
    print(f"{tried} dumps in {time.monotonic() - start:.0f} s, {COUNT} changes of each,"
          f" cut at every {STEP}. byte, seed {SEED}")
    tally.end()


main()
