"""A machine that is made up: a folder with its sys, proc and dev."""
import os
import shutil


class Machine:
    """What --root takes."""

    def __init__(self, folder):
        self.root = folder / "root"
        shutil.rmtree(self.root, ignore_errors=True)

    def put(self, name, text):
        """A file, of text or of bytes."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, (bytes, bytearray)) else text.encode())

    def link(self, name, target):
        """A link that leads to the target, which is named from the root too."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(os.path.relpath(self.root / target, path.parent))

    def add(self, function, above="", driver=None, **files):
        """A function, below others ("ADDRESS/"), with what else sysfs has of it.
        Returns its folder."""
        name = "0000:" + function.address
        home = f"sys/devices/pci0000:00/{above}{name}"
        self.put(f"{home}/config", function.bytes)
        self.put(f"{home}/uevent", function.uevent())
        self.put(f"{home}/class", f"0x{function.get(8, 'I') >> 8:06x}\n")
        self.put(f"{home}/irq", "0\n")
        self.put(f"{home}/resource", "0x00000000e0000000 0x00000000e000ffff 0x40200\n"
                 + 12 * "0x0000000000000000 0x0000000000000000 0x0\n")
        for file, text in files.items():
            self.put(f"{home}/{file}", f"{text}\n")
        self.link(f"sys/bus/pci/devices/{name}", home)
        if driver:
            self.link(f"{home}/driver", f"sys/bus/pci/drivers/{driver}")
        return home
