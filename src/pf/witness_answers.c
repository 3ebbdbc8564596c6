// SPDX-License-Identifier: GPL-2.0
/*
 * What functions of the PCI core answer: to who writes "sriov_numvfs" in sysfs,
 * whichever driver the PF has, and what a driver has said to its device.
 */
#include <linux/array_size.h>
#include <linux/kprobes.h>
#include <linux/minmax.h>
#include <linux/pci.h>
#include <linux/ptrace.h>
#include <linux/string.h>

#include "pf.h"
#include "registry.h"
#include "witness.h"

/**
 * struct witness_call - a call that has not returned yet
 * @pdev: what it is about, which is there for that long
 * @text: what was written
 * @error: what it answered
 */
struct witness_call {
	struct pci_dev *pdev;
	char text[PF_REQUEST_LEN];
	int error;
};

static struct witness_call *witness_call(struct kretprobe_instance *instance,
					 struct pt_regs *regs)
{
	struct witness_call *call = (void *)instance->data;

	call->pdev =
		to_pci_dev((struct device *)regs_get_kernel_argument(regs, 0));
	return call;
}

/* What was refused to this task before is another request. */
static void witness_tell_asked(struct scope_pf *pf, struct pci_dev *pdev,
			       const void *data)
{
	history_refused_before(pf);
}

/* A store of sysfs: the text ends with a 0, and mostly with a newline before it. */
static int witness_store(struct kretprobe_instance *instance,
			 struct pt_regs *regs)
{
	struct witness_call *call = witness_call(instance, regs);
	const char *text = (const char *)regs_get_kernel_argument(regs, 2);

	strscpy(call->text, text, sizeof(call->text));
	strim(call->text);
	registry_tell(call->pdev, witness_tell_asked, NULL);
	return 0;
}

/* Its own driver has said why by itself. */
static void witness_tell_refused(struct scope_pf *pf, struct pci_dev *pdev,
				 const void *data)
{
	const struct witness_call *call = data;

	if (!history_refused_before(pf))
		history_refused(pf, call->text, call->error,
				EVENT_VIA_SRIOV_NUMVFS);
}

static int witness_stored(struct kretprobe_instance *instance,
			  struct pt_regs *regs)
{
	struct witness_call *call = (void *)instance->data;

	call->error = regs_return_value(regs);
	if (call->error < 0)
		registry_tell(call->pdev, witness_tell_refused, call);
	return 0;
}

static int witness_probe(struct kretprobe_instance *instance,
			 struct pt_regs *regs)
{
	witness_call(instance, regs);
	return 0;
}

static void witness_tell_probed(struct scope_pf *pf, struct pci_dev *pdev,
				const void *data)
{
	const struct witness_call *call = data;

	history_probed(pf, pdev, call->error);
}

static int witness_probed(struct kretprobe_instance *instance,
			  struct pt_regs *regs)
{
	struct witness_call *call = (void *)instance->data;

	call->error = regs_return_value(regs);
	registry_tell(call->pdev, witness_tell_probed, call);
	return 0;
}

#define WITNESS(function, begins, ends)                       \
	{                                                     \
		.kp = { .symbol_name = (function),            \
			.flags = KPROBE_FLAG_DISABLED },      \
		.entry_handler = (begins), .handler = (ends), \
		.data_size = sizeof(struct witness_call),     \
	}

static struct kretprobe witnesses[] = {
	WITNESS("sriov_numvfs_store", witness_store, witness_stored),
	WITNESS("pci_device_probe", witness_probe, witness_probed),
};

static bool witness_works[ARRAY_SIZE(witnesses)];

static bool witness_watch(struct kretprobe *probe)
{
	if (register_kretprobe(probe))
		return false;
	if (kprobe_ftrace(&probe->kp) && !enable_kretprobe(probe))
		return true;
	unregister_kretprobe(probe);
	return false;
}

void witness_answers_start(void)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(witnesses); i++)
		witness_works[i] = witness_watch(&witnesses[i]);
}

void witness_answers_stop(void)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(witnesses); i++) {
		if (witness_works[i])
			unregister_kretprobe(&witnesses[i]);
	}
}
