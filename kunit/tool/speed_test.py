#!/usr/bin/python3
"""speed_test: how long "check" of all real dumps takes, with a command as users have
it, without sanitizers. Counted is the time of the processor, the least of some turns:
what else the machine does comes and goes."""
import os
import pathlib
import resource
import subprocess
import sys

from tool import TOP, Tally, real_dumps

PLAIN = pathlib.Path(os.environ.get("SRIOVSCOPE_PLAIN") or TOP / "build/tool/sriovscope")
TURNS = 5
LIMIT = 0.2


def used():
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def check_all(dumps):
    """Seconds that all of them take."""
    before = used()
    for path in dumps:
        subprocess.run([PLAIN, "--from", path, "check"], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return used() - before


def main():
    tally = Tally("tool-speed")
    dumps = real_dumps()
    if not dumps:
        tally.skip("there is no folder of real dumps")
        tally.end()
    if not PLAIN.exists():
        sys.exit(f"speed_test: there is no {PLAIN}: make tool")
    least = min(check_all(dumps) for _ in range(TURNS))
    print(f"check of {len(dumps)} dumps: {least:.3f} s, ratio to {LIMIT} s:"
          f" {least / LIMIT:.0%}")
    tally.expect("all dumps in time", least < LIMIT, f"{least} s")
    tally.end()


main()
