#!/usr/bin/python3
"""unit_test: what the unit of systemd lets the command do is what it needs: it is run
with the capabilities of the unit, and no more."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from tool import TOOL, TOP, Tally, dump, pf

UNIT = TOP / "src/tool/systemd/sriovscope-metrics.service"
NOBODY = 65534

# As host/kmsg.c does: the kernel's log, all of it
READ_LOG = """
import ctypes, os
library = ctypes.CDLL(None, use_errno=True)
got = library.klogctl(3, ctypes.create_string_buffer(4096), 4096)
print("read" if got >= 0 else os.strerror(ctypes.get_errno()))
"""


def settings():
    return dict(re.findall(r"^(\w+)=(.*)$", UNIT.read_text(), re.M))


def setpriv(names):
    """What goes before a command to run it with these capabilities alone"""
    names = ",".join(f"+{name.removeprefix('CAP_').lower()}" for name in names)
    return ["setpriv", f"--bounding-set=-all,{names}", "--no-new-privs"]


def run(*args, **more):
    done = subprocess.run(args, capture_output=True, text=True, check=False, **more)
    return done.returncode, done.stdout, done.stderr


def test_log(tally, capabilities):
    """How many VF BARs there are is what the kernel's log tells."""
    if pathlib.Path("/proc/sys/kernel/dmesg_restrict").read_text() != "1\n":
        tally.skip("the kernel's log is for everybody")
        return
    said = run(*setpriv(capabilities), sys.executable, "-c", READ_LOG)
    tally.same("log", said, (0, "read\n", ""))


def test_metrics(tally, capabilities, folder):
    """In a folder that is not root's, as the one of the collector"""
    (folder / "dump.txt").write_bytes(dump(pf()))
    collector = folder / "collector"
    collector.mkdir(0o755)
    os.chown(collector, NOBODY, NOBODY)
    path = collector / "sriovscope.prom"
    said = run(*setpriv(capabilities), TOOL, "--from", folder / "dump.txt", "metrics",
               "-o", path)
    tally.same("metrics: status", said, (0, "", ""))
    tally.expect("metrics: text", path.exists() and "sriovscope_pfs 1" in path.read_text())


def main():
    tally = Tally("unit")
    has = settings()
    tally.expect("unit: ends some time", "TimeoutStartSec" in has, str(has))
    tally.expect("unit: the log can be read", has.get("ProtectKernelLogs") != "yes")
    capabilities = has["CapabilityBoundingSet"].split()
    if os.geteuid() or not shutil.which("setpriv"):
        tally.skip("setpriv, and root")
    else:
        test_log(tally, capabilities)
        with tempfile.TemporaryDirectory() as folder:
            test_metrics(tally, capabilities, pathlib.Path(folder))
    tally.end()


main()
