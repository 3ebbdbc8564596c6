#!/usr/bin/python3
"""mutants_build: the broken tree of scripts/mutants, built and packed for a guest."""
import functools
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

from mutants_table import Fault, TOP

WORK = TOP / "build/mutants"
TREE = WORK / "tree"
# What decides about a mutant
COPIED = ("Kbuild", "include", "src", "kunit", "qemu", "scripts")
# NAME@KERNEL: the scripts that build it
KERNELS = {
    "debian": ["kernel-debian"],
    "sanitizer": ["kernel-sanitizer"],
    "changed": ["kernel-sanitizer", "6.12", "rescan-in-core"],
}


def copy_sources():
    """Brings TREE up to date, and returns a hash of all that is in it."""
    found = hashlib.sha256()
    files = sorted(path for name in COPIED
                   for path in [TOP / name, *(TOP / name).rglob("*")]
                   if path.is_file() and path.name != "mutants"
                   or path == TOP / "scripts/mutants")
    for path in files:
        copy = TREE / path.relative_to(TOP)
        text = path.read_bytes()
        found.update(f"{path.relative_to(TOP)} {len(text)}\n".encode() + text)
        if not copy.exists() or copy.read_bytes() != text:
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
            os.utime(copy)
    kept = {TREE / path.relative_to(TOP) for path in files}
    for path in [path for path in TREE.rglob("*") if path.is_file()]:
        if path not in kept:
            path.unlink()
    return found.hexdigest()


def find_kernel(name):
    if name not in KERNELS:
        sys.exit(f"mutants: there is no kernel {name}")
    script, *which = KERNELS[name]
    return pathlib.Path(subprocess.run(
        [TOP / "scripts" / script, *which], check=True,
        stdout=subprocess.PIPE, text=True).stdout.strip())


def module_build(kernel, objects, *options):
    """Warnings are not errors: what a mutant leaves is often unused."""
    return subprocess.run(
        [TREE / "scripts/module-build", *options, kernel, objects, "KCFLAGS=",
         "W="], capture_output=True, text=True, check=False)


def build(kernel, initramfs):
    """Builds TREE for a kernel, where it was built before, and packs it."""
    objects = WORK / (kernel / "release").read_text().strip()
    done = module_build(kernel, objects)
    if done.returncode:
        lines = done.stderr.splitlines()
        fault = next((line for line in lines if " error: " in line), lines[-1])
        raise Fault("does not build: " + fault.replace(f"{objects}/", ""))
    pack(kernel, objects, sorted(objects.glob("*.ko")), initramfs)


def build_native(program):
    """Builds the suites of TREE that run in user space, where they were before."""
    out = WORK / "native"
    done = subprocess.run(
        ["make", "-s", f"-j{os.cpu_count()}", "-C", TREE, "-f",
         "kunit/user/Makefile", f"O={out}", "CC=gcc",
         "SANITIZE=-fsanitize=address,undefined -fno-sanitize-recover=all -w"],
        capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.splitlines()
        fault = next((line for line in lines if " error: " in line), lines[-1])
        raise Fault("does not build: " + fault.replace(f"{TREE}/", ""))
    program.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(out / "quick", program)


@functools.lru_cache(maxsize=None)
def pack_all(kernel, objects, modules):
    """What a guest has, with the modules as they are the first time."""
    tools = objects.with_name(objects.name + "-guest")
    module_build(kernel, tools, "-g").check_returncode()
    initramfs = WORK / f"{kernel.name}.initramfs"
    subprocess.run([TOP / "qemu/initramfs", kernel, initramfs, *modules,
                    *tools.glob("*.ko")], check=True)
    return initramfs


def pack(kernel, objects, modules, initramfs):
    """Behind all that a guest has, the modules once more: the last ones count."""
    every = pack_all(kernel, objects, tuple(modules))
    root = WORK / "root"
    shutil.rmtree(root, ignore_errors=True)
    (root / "modules").mkdir(parents=True)
    for module in modules:
        shutil.copy(module, root / "modules")
    initramfs.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(every, initramfs)
    with initramfs.open("ab") as end:
        subprocess.run(
            ["cpio", "--quiet", "-o", "-H", "newc", "-R", "0:0"], cwd=root,
            input="".join(f"modules/{module.name}\n" for module in modules),
            stdout=end, text=True, check=True)
