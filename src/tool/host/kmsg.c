// SPDX-License-Identifier: GPL-2.0
/*
 * What the kernel said when it found devices.
 *
 * Of a VF BAR that it finds no place for the kernel clears both resource and
 * register, so that nothing in sysfs tells how many there are. While the log still
 * has the line with which a function was found, it has those that follow it: one
 * for each VF BAR.
 */
#include <search.h>
#include <sys/klog.h>

#include "address.h"
#include "host.h"
#include "kmsg.h"
#include "sysfs.h"

/* Numbers of syslog(2) */
#define KLOG_READ_ALL 3
#define KLOG_SIZE 10

/* The kernel's own; what programs write into its log has a facility. */
#define PRIORITY_END 8

/**
 * struct found - a function that the kernel has found
 * @domain: PCI domain
 * @routing_id: bus in the high byte, devfn in the low one
 * @vf_bars: of each slot the size of the window for all VFs; 0 for no VF BAR
 */
struct found {
	u32 domain;
	u16 routing_id;
	u64 vf_bars[PCI_SRIOV_NUM_BARS];
};

static int found_order(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->domain != y->domain)
		return x->domain < y->domain ? -1 : 1;
	return (int)x->routing_id - y->routing_id;
}

static struct found *found_add(void **tree, const struct found *key)
{
	struct found **at = tfind(key, tree, found_order);
	struct found *new;

	if (at)
		return *at;
	new = malloc(sizeof(*new));
	if (!new)
		return NULL;
	*new = *key;
	if (tsearch(new, tree, found_order))
		return new;
	free(new);
	return NULL;
}

/* "[8086:10c9] type 00 class 0x020000" begins anew. */
static bool is_find(const char *message)
{
	u32 vendor, device, type;

	return sscanf(message, "[%4x:%4x] type %2x", &vendor, &device, &type) ==
	       3;
}

/*
 * "VF(n) BAR0 space: [mem ...] (contains BAR0 for 8 VFs)", and in newer kernels
 * "VF BAR 0 [mem ...]: contains BAR 0 for 8 VFs"
 */
static bool is_vf_bar(const char *message, u32 *slot, u64 *size)
{
	const char *contains = strstr(message, "contains BAR");
	const char *window = strchr(message, '[');
	u64 start, end;
	u32 vfs;

	if (strncmp(message, "VF", 2) || !contains || !window ||
	    sscanf(contains, "contains BAR%u for %u VFs", slot, &vfs) != 2 ||
	    *slot >= PCI_SRIOV_NUM_BARS)
		return false;
	if (sscanf(window, "[%*s size %llx", size) == 1)
		return *size;
	if (sscanf(window, "[%*s %llx-%llx", &start, &end) != 2 || end < start)
		return false;
	*size = end - start + 1;
	return *size;
}

/* "<6>[    1.234567] pci 0000:01:00.0: MESSAGE" */
static void found_line(void **tree, const char *line)
{
	const char *message = strstr(line, "pci ");
	struct found key = {}, *found;
	u32 priority, slot;
	u64 size;
	int len;

	if (sscanf(line, "<%u>", &priority) != 1 || priority >= PRIORITY_END ||
	    !message)
		return;
	message += strlen("pci ");
	len = address_parse(message, &key.domain, &key.routing_id);
	if (!len || strncmp(message + len, ": ", 2))
		return;
	message += len + 2;
	if (is_find(message)) {
		found = found_add(tree, &key);
		if (found)
			memset(found->vf_bars, 0, sizeof(found->vf_bars));
	} else if (is_vf_bar(message, &slot, &size) &&
		   tfind(&key, tree, found_order)) {
		found = found_add(tree, &key);
		found->vf_bars[slot] = size;
	}
}

static void *found_all(char *log)
{
	void *tree = NULL;
	char *line, *save;

	for (line = strtok_r(log, "\n", &save); line;
	     line = strtok_r(NULL, "\n", &save))
		found_line(&tree, line);
	return tree;
}

static char *kmsg_syslog(void)
{
	int size = klogctl(KLOG_SIZE, NULL, 0);
	char *log = size < 0 ? NULL : malloc(size + 1);

	if (!log)
		return NULL;
	size = klogctl(KLOG_READ_ALL, log, size);
	if (size < 0) {
		free(log);
		return NULL;
	}
	log[size] = '\0';
	return log;
}

/* Another root has a copy of it, where Debian puts one. */
char *kmsg_read(const struct host *host)
{
	char *log = NULL;
	size_t size = 0;
	FILE *file;

	if (!*host->root)
		return kmsg_syslog();
	file = host_path_open(host, "/var/log/dmesg");
	if (!file)
		return NULL;
	if (getdelim(&log, &size, '\0', file) < 0) {
		free(log);
		log = NULL;
	}
	fclose(file);
	return log;
}

const u64 *kmsg_vf_bars(struct host *host, u32 domain, u16 routing_id)
{
	const struct found key = { .domain = domain, .routing_id = routing_id };
	struct found **found;
	char *log;

	if (!host->kmsg_asked) {
		host->kmsg_asked = true;
		log = kmsg_read(host);
		host->found = log ? found_all(log) : NULL;
		free(log);
	}
	found = tfind(&key, &host->found, found_order);
	return found ? (*found)->vf_bars : NULL;
}
