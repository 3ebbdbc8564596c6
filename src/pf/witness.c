// SPDX-License-Identifier: GPL-2.0
/*
 * Who resets a PF, or writes its registers from user space.
 *
 * A probe runs where no lock may be taken when it is a breakpoint. So one is kept
 * only where it is a call at the beginning of the function (ftrace): there a task
 * is in the PCI core, and holds none of our locks.
 */
#include <linux/array_size.h>
#include <linux/kprobes.h>
#include <linux/pci.h>
#include <linux/ptrace.h>
#include <sriovscope/capabilities.h>

#include "calls.h"
#include "caps.h"
#include "pf.h"
#include "registry.h"
#include "witness.h"

/**
 * struct witness_write - a write to a configuration space
 * @pos: where
 * @len: of how many bytes
 * @value: what
 */
struct witness_write {
	u32 pos;
	u32 len;
	u32 value;
};

/**
 * struct witness_range - registers that can make VFs vanish
 * @name: of the capability
 * @start: where the capability is, 0 when the PF has none, but for the header
 * @offset: of the registers in it
 * @size: of the registers
 * @resets: does a value that is written at @offset take VFs away?
 */
struct witness_range {
	const char *name;
	u32 start;
	u32 offset;
	u32 size;
	bool (*resets)(u32 value);
};

static bool witness_power_resets(u32 value)
{
	const struct pm_control_status_reg reg = { .raw = value };
	enum pm_power_state state;

	return !register_get_enum(&reg, power_state, &state) &&
	       state == PM_STATE_D3HOT;
}

static bool witness_device_resets(u32 value)
{
	const struct pcie_device_control_reg reg = { .raw = value };

	return register_get(&reg, initiate_function_level_reset);
}

static bool witness_sriov_resets(u32 value)
{
	const struct sriov_control_reg reg = { .raw = value };

	return !register_get(&reg, vf_enable);
}

/* Once somebody has searched */
static u32 witness_sriov(const struct scope_pf *pf)
{
	/* Pairs with cmpxchg() in pf_caps(). */
	const struct pf_caps *caps = smp_load_acquire(&pf->caps);

	return caps ? caps->offset : pf->found_at;
}

static bool witness_hits(const struct witness_range *range,
			 const struct witness_write *write)
{
	u32 first = range->start + range->offset;

	return write->pos < first + range->size &&
	       write->pos + write->len > first;
}

/* A part of a register that is written alone explains nothing. */
static void witness_say(struct scope_pf *pf, const struct witness_range *range,
			const struct witness_write *write)
{
	u32 offset = write->pos - range->start;
	bool whole = write->len > sizeof(u8);
	const struct history_write said = {
		.name = range->name,
		.offset = offset,
		.value = write->value,
		.resets = whole && range->resets && offset == range->offset &&
			  range->resets(write->value),
		.sets_num_vfs = write->len == sizeof(u16) &&
				range->resets == witness_sriov_resets &&
				offset == PCI_SRIOV_NUM_VF,
	};

	history_written(pf, &said);
}

/* Under the registry's lock */
static void witness_tell_write(struct scope_pf *pf, struct pci_dev *pdev,
			       const void *data)
{
	const struct witness_range ranges[] = {
		{ "header", 0, PCI_COMMAND, sizeof(u16) },
		{ "pm", pdev->pm_cap, PCI_PM_CTRL, sizeof(u16),
		  witness_power_resets },
		{ "pcie", pdev->pcie_cap, PCI_EXP_DEVCTL, sizeof(u16),
		  witness_device_resets },
		{ "sriov", witness_sriov(pf), PCI_SRIOV_CTRL,
		  PCI_EXT_CAP_SRIOV_SIZEOF - PCI_SRIOV_CTRL,
		  witness_sriov_resets },
	};
	u32 i;

	if (pdev->is_virtfn)
		return;
	for (i = 0; i < ARRAY_SIZE(ranges); i++) {
		if ((ranges[i].start || !i) && witness_hits(&ranges[i], data))
			witness_say(pf, &ranges[i], data);
	}
}

static void witness_tell_reset(struct scope_pf *pf, struct pci_dev *pdev,
			       const void *data)
{
	history_reset(pf, pdev->is_virtfn ? pci_dev_id(pdev) : EVENT_NO_VF);
}

static struct pci_dev *witness_pdev(struct pt_regs *regs)
{
	return (struct pci_dev *)regs_get_kernel_argument(regs, 0);
}

static int witness_written(struct pt_regs *regs, u32 len, u32 value)
{
	struct witness_write write = {
		.pos = regs_get_kernel_argument(regs, 1),
		.len = len,
		.value = value,
	};

	registry_tell(witness_pdev(regs), witness_tell_write, &write);
	return 0;
}

/* Of an argument that is narrower than its register the rest is anything. */
static int witness_byte(struct kprobe *probe, struct pt_regs *regs)
{
	return witness_written(regs, sizeof(u8),
			       (u8)regs_get_kernel_argument(regs, 2));
}

static int witness_word(struct kprobe *probe, struct pt_regs *regs)
{
	return witness_written(regs, sizeof(u16),
			       (u16)regs_get_kernel_argument(regs, 2));
}

static int witness_dword(struct kprobe *probe, struct pt_regs *regs)
{
	return witness_written(regs, sizeof(u32),
			       regs_get_kernel_argument(regs, 2));
}

static int witness_reset(struct kprobe *probe, struct pt_regs *regs)
{
	registry_tell(witness_pdev(regs), witness_tell_reset, NULL);
	return 0;
}

/* A driver does it by itself; else witness_reset() has seen it. */
static int witness_flr(struct kprobe *probe, struct pt_regs *regs)
{
	if (!(calls_now() & CALLS_RESET))
		registry_tell(witness_pdev(regs), witness_tell_reset, NULL);
	return 0;
}

/* All that is behind a bridge, for vfio and error recovery say */
static int witness_bus_reset(struct kprobe *probe, struct pt_regs *regs)
{
	if (!(calls_now() & CALLS_RESET))
		registry_tell_behind(witness_pdev(regs), witness_tell_reset,
				     NULL);
	return 0;
}

#define WITNESS(function, does)                                   \
	{                                                         \
		.symbol_name = (function), .pre_handler = (does), \
		.flags = KPROBE_FLAG_DISABLED,                    \
	}

static struct kprobe witnesses[] = {
	WITNESS("pci_user_write_config_byte", witness_byte),
	WITNESS("pci_user_write_config_word", witness_word),
	WITNESS("pci_user_write_config_dword", witness_dword),
	WITNESS("__pci_reset_function_locked", witness_reset),
	WITNESS("pcie_flr", witness_flr),
	WITNESS("pci_bridge_secondary_bus_reset", witness_bus_reset),
};

static bool witness_works[ARRAY_SIZE(witnesses)];

/* It does nothing before it is known what it is. */
static bool witness_watch(struct kprobe *probe)
{
	if (register_kprobe(probe))
		return false;
	if (kprobe_ftrace(probe) && !enable_kprobe(probe))
		return true;
	unregister_kprobe(probe);
	return false;
}

void witness_start(void)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(witnesses); i++)
		witness_works[i] = witness_watch(&witnesses[i]);
	witness_answers_start();
}

void witness_stop(void)
{
	u32 i;

	witness_answers_stop();
	for (i = 0; i < ARRAY_SIZE(witnesses); i++) {
		if (witness_works[i])
			unregister_kprobe(&witnesses[i]);
	}
}
