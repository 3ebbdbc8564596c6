// SPDX-License-Identifier: GPL-2.0
/*
 * What the kernel says of devices: uevents, as udev hears them. They are taken from
 * the kernel itself: what udev makes of them comes later, and is of no use here. One
 * socket and the name of a subsystem are not worth a library.
 */
#include <errno.h>
#include <linux/netlink.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "happening.h"

/* The group that the kernel itself sends to; 2 is udev's. */
#define GROUP_KERNEL 1

/* The kernel's own limit of one is 2048 bytes and its header. */
#define UEVENT_LEN 8192

/* There is an end, even when they come faster than they can be taken in. */
#define UEVENTS_AT_ONCE 4096

int happening_uevents(void)
{
	const struct sockaddr_nl address = { .nl_family = AF_NETLINK,
					     .nl_groups = GROUP_KERNEL };
	int fd = socket(AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK,
			NETLINK_KOBJECT_UEVENT);
	int error;

	if (fd < 0)
		return -errno;
	if (!bind(fd, (const struct sockaddr *)&address, sizeof(address)))
		return fd;
	error = -errno;
	close(fd);
	return error;
}

/* "ACTION@PATH", then "KEY=VALUE", each with a NUL behind it */
static bool is_about_pci(const char *text, size_t size)
{
	static const char line[] = "\0SUBSYSTEM=pci";

	return memmem(text, size, line, sizeof(line));
}

bool happening_uevents_take(int fd)
{
	struct sockaddr_nl from = {};
	char text[UEVENT_LEN];
	bool about_pci = false;
	socklen_t len;
	ssize_t size;
	int i;

	for (i = 0; i < UEVENTS_AT_ONCE; i++) {
		len = sizeof(from);
		size = recvfrom(fd, text, sizeof(text), 0,
				(struct sockaddr *)&from, &len);
		if (size < 0 && errno != ENOBUFS)
			break;
		/* Anybody may send to the group; the kernel is port 0. */
		if (size < 0)
			about_pci = true;
		else if (len == sizeof(from) && !from.nl_pid)
			about_pci |= is_about_pci(text, size);
	}
	return about_pci;
}
