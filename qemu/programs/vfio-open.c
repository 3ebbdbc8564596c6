// SPDX-License-Identifier: GPL-2.0
/*
 * vfio-open GROUP BDF: opens a device that vfio-pci has, as a virtual machine does,
 * says "open", and keeps it open until it is killed.
 */
#include <fcntl.h>
#include <linux/vfio.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int complain(const char *what)
{
	perror(what);
	return 1;
}

int main(int argc, char **argv)
{
	int container, group;
	char path[64];

	if (argc != 3)
		return 2;
	snprintf(path, sizeof(path), "/dev/vfio/%s", argv[1]);
	container = open("/dev/vfio/vfio", O_RDWR);
	group = open(path, O_RDWR);
	if (container < 0 || group < 0)
		return complain(path);
	if (ioctl(group, VFIO_GROUP_SET_CONTAINER, &container))
		return complain("VFIO_GROUP_SET_CONTAINER");
	if (ioctl(container, VFIO_SET_IOMMU, VFIO_TYPE1_IOMMU))
		return complain("VFIO_SET_IOMMU");
	if (ioctl(group, VFIO_GROUP_GET_DEVICE_FD, argv[2]) < 0)
		return complain("VFIO_GROUP_GET_DEVICE_FD");
	puts("open");
	fflush(stdout);
	pause();
	return 0;
}
