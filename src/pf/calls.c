// SPDX-License-Identifier: GPL-2.0
/*
 * Which functions of the PCI core have called, by their names.
 */
#include <linux/array_size.h>
#include <linux/kernel.h>
#include <linux/stacktrace.h>
#include <linux/string.h>

#include "calls.h"

/* From a notifier up to the write of a file in sysfs, with room */
#define CALLS_MAX 64

/* Longer than any of the names, so that none is cut to one of them */
#define CALLS_NAME_LEN 40

/*
 * Which of the functions that enable and disable VFs are there depends on what the
 * compiler has made of them.
 */
static const struct {
	const char *name;
	u32 means;
} calls_known[] = {
	{ "sriov_numvfs_store", CALLS_NUMVFS },
	{ "pci_enable_sriov", CALLS_CHANGE },
	{ "pci_disable_sriov", CALLS_CHANGE },
	{ "sriov_enable", CALLS_CHANGE },
	{ "sriov_disable", CALLS_CHANGE },
	{ "pci_iov_add_virtfn", CALLS_CHANGE },
	{ "pci_iov_remove_virtfn", CALLS_CHANGE },
	{ "local_pci_probe", CALLS_PROBE },
	{ "__pci_reset_function_locked", CALLS_RESET },
};

static u32 calls_mean(unsigned long call)
{
	char name[CALLS_NAME_LEN];
	u32 i;

	snprintf(name, sizeof(name), "%ps", (void *)call);
	for (i = 0; i < ARRAY_SIZE(calls_known); i++) {
		if (!strcmp(name, calls_known[i].name))
			return calls_known[i].means;
	}
	return 0;
}

u32 calls_now(void)
{
#if defined(CONFIG_STACKTRACE) && defined(CONFIG_KALLSYMS)
	unsigned long calls[CALLS_MAX];
	unsigned int count, i;
	u32 means = 0;

	count = stack_trace_save(calls, ARRAY_SIZE(calls), 0);
	for (i = 0; i < count; i++)
		means |= calls_mean(calls[i]);
	if (count && count < ARRAY_SIZE(calls))
		return means;
#endif
	return CALLS_UNKNOWN;
}
