"""The sys and proc of a machine that is made up, for --root."""
import pathlib


class Tree:
    """A folder with the sys and proc of a machine that is made up."""

    def __init__(self, folder):
        self.root = pathlib.Path(folder)
        (self.root / "proc").mkdir()
        (self.root / "sys/bus/pci/devices").mkdir(parents=True)
        self.iomem = []

    def range(self, start, size, name):
        self.iomem.append(f"{start:08x}-{start + size - 1:08x} : {name}")
        (self.root / "proc/iomem").write_text("\n".join(self.iomem) + "\n")

    def add(self, above, function, resources, **files):
        """resources: {line of the file: (start, size, flags)}"""
        name = "0000:" + function.address
        place = self.root / "sys/devices" / above / name
        place.mkdir(parents=True)
        (self.root / "sys/bus/pci/devices" / name).symlink_to(
            f"../../../devices/{above}/{name}")
        (place / "config").write_bytes(function.bytes)
        is_bridge = function.bytes[0x0e] == 1
        lines = [(0, 0, 0)] * (17 if is_bridge else 13)
        for line, (start, size, flags) in resources.items():
            lines[line] = (start, start + size - 1, flags)
        (place / "resource").write_text("".join("0x%016x 0x%016x 0x%016x\n" % line
                                                for line in lines))
        files = {"uevent": function.uevent(), "class": "0x020000",
                 "irq": "0", **files}
        if is_bridge:
            files |= {"secondary_bus_number": function.bytes[0x19],
                      "subordinate_bus_number": function.bytes[0x1a]}
        for file, text in files.items():
            (place / file).write_text(f"{text}\n")
        return f"{above}/{name}"
