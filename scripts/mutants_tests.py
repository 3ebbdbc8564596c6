#!/usr/bin/python3
"""mutants_tests: the tests that a table of scripts/mutants can name."""
import dataclasses
import re
import subprocess

from mutants_table import Fault, TOP


# For the name of a kernel: what a suite of the core needs none for
NATIVE = "native"


@dataclasses.dataclass
class Test:
    """A boot: on which kernel, with which options and suites; none for NATIVE."""
    name: str
    kernel: str
    options: list
    suites: list
    reports: list
    seconds: float = 0


def kunit_suites():
    """As kunit_suites() of scripts/lib.sh has them."""
    return subprocess.run(
        ["bash", "-c", ". scripts/lib.sh && kunit_suites ."], cwd=TOP,
        check=True, capture_output=True, text=True).stdout.split()


def native_suites():
    """The KUnit suites that run in user space."""
    return subprocess.run(
        ["make", "-s", "-f", "kunit/user/Makefile", "suites"], cwd=TOP,
        check=True, capture_output=True, text=True).stdout.split()


def boot_rows():
    """{guest suite: (kernels, options)} of the table in scripts/boots.sh."""
    rows = {}
    for line in (TOP / "scripts/boots.sh").read_text().splitlines():
        part = line.strip().split("|")
        if len(part) == 5:
            rows.update((suite, (part[1], part[3].split()))
                        for suite in part[4].split())
    return rows


def make_kunit_test(name, suite, case):
    if not case and name == f"kunit:{suite}" and suite in native_suites():
        return Test(name, NATIVE, [], [f"sriovscope_{suite}"], [])
    suite = "sriovscope_" + suite
    if suite not in kunit_suites():
        raise Fault(f"there is no KUnit suite {suite}")
    only = f"kunit.filter_glob={suite}" + (f".{case}" if case else "")
    return Test(name, "sanitizer", ["-p", only], ["kunit"], ["kunit", suite])


def make_guest_test(name, suite, case):
    rows = boot_rows()
    if suite not in rows:
        raise Fault(f"no boot of scripts/boots.sh has the suite {suite}")
    kernels, options = rows[suite]
    if "@igb" in options:
        raise Fault("a boot with igb is not for mutants")
    kernel = kernels if kernels in ("debian", "changed") else "sanitizer"
    test = Test(name, kernel, list(options), [suite], [suite])
    if case:
        if f"\ntest_{case}()" not in (TOP / "qemu/guest" / suite).read_text():
            raise Fault(f"{suite} has no test_{case}")
        test.options += ["-p", f"only=test_{case}"]
    return test


def make_test(name):
    match = re.fullmatch(
        r"(kunit|guest):(\w+)(?:\.(\w+))?(\+leaks)?(?:@(\w+))?", name)
    if not match:
        raise Fault(f"not a test: {name}")
    kind, suite, case, leaks, kernel = match.groups()
    make = {"kunit": make_kunit_test, "guest": make_guest_test}[kind]
    test = make(name, suite, case)
    if test.kernel == NATIVE:
        return test
    test.kernel = kernel or test.kernel
    if leaks:
        # With its own test, whatever "only" is
        test.suites.append("leaks")
        test.reports.append("leaks")
    if "leaks" not in test.suites:
        # As scripts/boots.sh has it: it takes more time than all else.
        test.options += ["-p", "kmemleak=off"]
    return test
