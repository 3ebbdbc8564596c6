#!/usr/bin/python3
"""inputs FOLDER IMAGE...: images of configuration spaces of real devices, as inputs of
the fuzzer. Bridges are the port above, functions without SR-IOV a VF, all others PFs;
each PF is there with each port too, so that their rules are met."""
import hashlib
import itertools
import pathlib
import struct
import sys

PF, PORT, VF = 0, 1, 2
SRIOV = 0x0010


def ext_caps(image):
    """IDs of the extended capabilities, as far as the chain goes"""
    seen = set()
    offset = 0x100
    while 0x100 <= offset <= len(image) - 4 and offset not in seen:
        seen.add(offset)
        header, = struct.unpack_from("<I", image, offset)
        yield header & 0xffff
        offset = header >> 20


def where(image):
    if image[0x0e] & 0x7f == 1:
        return PORT
    return PF if SRIOV in ext_caps(image) else VF


def records(image):
    """As struct fuzz_record has them"""
    kind = where(image)
    return b"".join(struct.pack("<BBHI", kind, 0, n, value)
                    for n, (value,) in enumerate(struct.iter_unpack("<I", image))
                    if value)


def main():
    folder, *paths = sys.argv[1:]
    images = [pathlib.Path(path).read_bytes() for path in paths]
    inputs = [(where(image), records(image)) for image in images]
    for a, b in itertools.product(inputs, inputs):
        if a[0] == PF and b[0] != PF:
            inputs.append((None, a[1] + b[1]))
    for _, data in inputs:
        name = hashlib.sha256(data).hexdigest()[:16]
        pathlib.Path(folder, name).write_bytes(data)


main()
