"""A machine that has a report with much that must not be in it: names, numbers and a
log."""
import re

from machine import Machine
from tool import Function, call, pf

# What must not be told of the machine, in the spellings in which it is there
SERIAL = "S64GNE0R123456"
DSN = "001b21fffeab54c7"
EUI = "00-1b-21-ff-fe-ab-54-c7"
MAC = "3c:fd:fe:9e:5f:21"
GUID = "0002:c903:00fa:b1c2"
HOST = "db-7"
SECRETS = {
    "MAC": ["3c:fd:fe:9e:5f:21", "3C-FD-FE-9E-5F-21", "3cfd.fe9e.5f21", "3cfdfe9e5f21",
            "3c fd fe 9e 5f 21", "3c_fd_fe_9e_5f_21"],
    "MAC of the serial number": ["00:1b:21:ab:54:c7", "001b21ab54c7"],
    "MAC of others": ["52:54:00:12:34:56", "52-54-00-12-34-57", "5254.0012.3458",
                      "enx525400123459"],
    "GUID": ["guid " + GUID, "00:02:c9:03:00:fa:b1:c2"],
    "Device Serial Number": [EUI, EUI.upper(), DSN, "0x" + DSN.upper(),
                             EUI.replace("-", ":")],
    "host": [HOST, HOST.upper(), HOST + ".example.org"],
    "serial number": [SERIAL, "serial number: XK8812A", "S/N: 9Q1Z77", "SN=AB99Z1",
                      "Serial Number 7711223"],
    "UUID": ["4c4c4544-0042-3510-8051-b7c04f4e3332"],
}
# What is none of it, and stays
PLAIN = ["0000:01:00.0", "serial 0000:01:00.0 console", "[8086:10c9]",
         "0x3c00000000-0x3c000fffff", "10:20:30.5 later", "version 5.6.0-k"]

VPD_AT = 0xa0
DSN_AT = 0x180


def secret_pf(address="01:00.0", **more):
    """A PF with a serial number in its configuration space, and in its VPD."""
    function = pf(address, **more)
    function.cap(VPD_AT, 0x03)
    function.put(VPD_AT + 2, "HI", 0x8014, int(SERIAL[:4].encode().hex(), 16))
    function.extended(DSN_AT, 0x03)
    return function.put(DSN_AT + 4, "II", int(DSN[8:], 16), int(DSN[:8], 16))


def port(address="00:01.0"):
    function = Function(address).bridge(0, 1, 2).pcie(kind=4, second=0x20)
    return function.put(0x40 + 0x28, "H", 0x20)


def vf_at(address):
    return Function(address, 0xffff, 0xffff).pcie()


def sections(text):
    """{title: text} of a report, in which an empty line is before each title."""
    parts = re.split(r"^\n== (.*)\n", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


class SecretMachine(Machine):
    """One with a name, numbers and a log."""

    def __init__(self, folder):
        super().__init__(folder)
        self.put("proc/sys/kernel/hostname", HOST + ".example.org\n")
        self.put("proc/sys/kernel/osrelease", f"6.1.0-{HOST}\n")
        self.put("proc/sys/kernel/version", "#1 SMP\n")
        self.put("proc/cmdline", f"BOOT_IMAGE=/vmlinuz-{HOST} root=UUID=1234 quiet"
                 f' pci=realloc intel_iommu=on vfio-pci.ids=1234:5678 igb.note="a'
                 f' {MAC} b" ip=dhcp nfsroot={HOST}:/x pcie_aspm=off\n')
        self.put("proc/iomem", "00000000-00000fff : Reserved\n"
                 "e0000000-efffffff : PCI Bus 0000:00\n"
                 "  e0000000-e01fffff : PCI Bus 0000:01\n"
                 "    e0000000-e000ffff : 0000:01:00.0\n"
                 "  e0200000-e02fffff : 0000:00:1f.0\n")
        self.put("sys/class/net/eth0/address", MAC + "\n")
        self.put("sys/class/net/lo/address", "00:00:00:00:00:00\n")
        self.put("sys/class/dmi/id/board_serial", "To be filled by O.E.M.\n")
        self.put("sys/class/dmi/id/product_serial", "J7XY312\n")
        self.put("sys/class/nvme/nvme0/serial", SERIAL + "      \n")
        self.put("sys/module/igb/version", "5.6.0-k\n")
        self.put("sys/module/igb/srcversion", "0123456789ABCDEF\n")
        self.put("sys/bus/pci/drivers/igb/bind", "")
        self.link("sys/bus/pci/drivers/igb/module", "sys/module/igb")
        lines = PLAIN + sum(SECRETS.values(), []) + ["J7XY312"]
        self.put("dev/kmsg", "".join(
            f"6,{n},{n}000000,-;igb 0000:01:00.0: {line}\n SUBSYSTEM=pci\n"
            for n, line in enumerate(lines)) +
            "6,98,1,-;DMAR: [01:00.0] fault \x1b[31m\n"
            "6,99,1,-;nvme 0000:05:00.0: not of it\n"
            "6,99,1,-;igb 0000:01:00.01 is no address\n")

    def fill(self, num=0):
        self.add(port(), subordinate_bus_number=2)
        home = self.add(secret_pf(num=num, enable=bool(num), ari=True), "0000:00:01.0/",
                        driver="igb", sriov_totalvfs=8, sriov_numvfs=num)
        self.add(Function("01:00.1").pcie(), "0000:00:01.0/")
        for n in range(num):
            vf = self.add(vf_at(f"01:10.{2 * n}"), "0000:00:01.0/")
            self.link(f"{vf}/physfn", home)
            self.link(f"{home}/virtfn{n}", vf)
        return self


def report_of(machine, *args):
    """What a report of the PF of a machine says, by sections; "" has the head."""
    out = call("--root", machine.root, "--from", "sysfs", *args, "report", "01:00.0")[1]
    return {"": out.split("\n== ")[0], **sections(out)}
