#!/usr/bin/python3
"""drivers_test SOURCE: can the drivers that are said to enable VFs do so, by the
kernel's sources, without an option of their own?"""
import pathlib
import re
import subprocess
import sys

from tool import TOP, Tally

TABLE = TOP / "src/tool/host/drivers.c"
OWN = {"sriovscope"}  # of this tree
STRUCT = re.compile(r"static struct pci_driver \w+ = \{\n(.*?)\n\};", re.S)
NAME = re.compile(r"\.name\s*=\s*([^,\n]+)")
# Without these there are no VFs at all, nor the driver.
WITHOUT = ("CONFIG_PCI_IOV", "CONFIG_PM_SLEEP", "CONFIG_PM")


def names():
    table = re.search(r"configuring\[\] = \{(.*?)\};", TABLE.read_text(), re.S)[1]
    return re.findall(r'"([^"]+)"', table)


def literal(source, folder, word):
    """What a name is: a string, the module's name, or a macro or variable."""
    word = word.strip()
    if word.startswith('"'):
        return word.strip('"')
    if word == "KBUILD_MODNAME":
        makefile = (folder / "Makefile").read_text()
        objects = re.findall(r"^([\w-]+)-(?:y|objs)\s*:?\+?=", makefile, re.M)
        return {one.replace("-", "_") for one in objects} | set(objects)
    for file in [source, *sorted(folder.glob("*.[ch]"))]:
        found = re.search(rf'(?:#define\s+{word}\s+|\b{word}\[\]\s*=\s*)"([^"]+)"',
                          file.read_text(errors="replace"))
        if found:
            return found[1]
    return word


def needs_an_option(body):
    """Is the callback below an #if of the driver's own?"""
    inside = []
    for line in body.split("\n"):
        if line.startswith(("#if", "# if")):
            inside.append(line)
        elif line.startswith("#endif"):
            inside.pop()
        elif ".sriov_configure" in line:
            return [one for one in inside
                    if not any(option in one for option in WITHOUT)]
    return ["no callback"]


def configuring(kernel):
    """{name of a driver: its needs}, of all with a callback."""
    files = subprocess.run(["grep", "-rl", r"\.sriov_configure", "drivers"], cwd=kernel,
                           check=True, capture_output=True, text=True).stdout.split()
    found = {}
    for file in files:
        source = kernel / file
        for body in STRUCT.findall(source.read_text(errors="replace")):
            name = NAME.search(body)
            if not name or ".sriov_configure" not in body:
                continue
            what = literal(source, source.parent, name[1])
            for one in what if isinstance(what, set) else [what]:
                found[one] = needs_an_option(body)
    return found


def main():
    tally = Tally("tool-drivers")
    if len(sys.argv) < 2:
        tally.skip("no kernel sources were named")
        tally.end()
    found = configuring(pathlib.Path(sys.argv[1]))
    for name in names():
        if name not in OWN:
            tally.same(f"{name}: has a callback in any case", found.get(name), [])
    tally.expect("one with an option is seen", found.get("bnxt_en"), str(sorted(found)))
    tally.end()


main()
