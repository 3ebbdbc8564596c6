/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Power Management, PCIe 7.5.2.
 */
#ifndef SRIOVSCOPE_CAPS_PM_H
#define SRIOVSCOPE_CAPS_PM_H

#include <linux/pci_regs.h>
#include <sriovscope/view.h>

/**
 * enum pm_power_state - PowerState, PCIe 7.5.2.2
 * @PM_STATE_D0: on
 * @PM_STATE_D1: optional
 * @PM_STATE_D2: optional
 * @PM_STATE_D3HOT: off, but for its configuration space
 */
enum pm_power_state {
	PM_STATE_D0,
	PM_STATE_D1,
	PM_STATE_D2,
	PM_STATE_D3HOT,
};

/* clang-format off */
#define PM_TABLE(X, c) \
	CONVENTIONAL_HEADER(X, c) \
	X(c, REG, u16, capabilities, RSVDP, "7.5.2.1") \
	X(c, BITS, capabilities, u8, version, 2, 0, RO, COUNT, "7.5.2.1") \
	X(c, BITS, capabilities, bool, pme_clock, 3, 3, RO, YES_NO, "7.5.2.1") \
	X(c, BITS, capabilities, bool, immediate_readiness_on_return_to_d0, 4, 4, RO, YES_NO, "7.5.2.1") \
	X(c, BITS, capabilities, bool, device_specific_initialization, 5, 5, RO, YES_NO, "7.5.2.1") \
	X(c, BITS, capabilities, u8, aux_current, 8, 6, RO, COUNT, "7.5.2.1") \
	X(c, BITS, capabilities, bool, d1_support, 9, 9, RO, YES_NO, "7.5.2.1") \
	X(c, BITS, capabilities, bool, d2_support, 10, 10, RO, YES_NO, "7.5.2.1") \
	X(c, BITS, capabilities, u8, pme_support, 15, 11, RO, HEX8, "7.5.2.1") \
	X(c, REG, u16, control_status, RSVDP, "7.5.2.2") \
	X(c, ENUM, control_status, enum pm_power_state, power_state, 1, 0, RW, COUNT, "7.5.2.2", VALUES(0, 1, 2, 3)) \
	X(c, BITS, control_status, bool, no_soft_reset, 3, 3, RO, YES_NO, "7.5.2.2") \
	X(c, BITS, control_status, bool, pme_enable, 8, 8, RW, YES_NO, "7.5.2.2") \
	X(c, BITS, control_status, u8, data_select, 12, 9, RW, COUNT, "7.5.2.2") \
	X(c, BITS, control_status, u8, data_scale, 14, 13, RO, COUNT, "7.5.2.2") \
	X(c, BITS, control_status, bool, pme_status, 15, 15, RW1C, YES_NO, "7.5.2.2") \
	X(c, GAP, u8, reserved_06) \
	X(c, WHOLE, u8, data, RO, HEX8, "7.5.2.3")
/* clang-format on */

DECLARE_CONVENTIONAL_CAP(pm, PM_TABLE, PCI_CAP_ID_PM, "Power_Management",
			 control_status);

static_assert(offsetof(struct pm_regs, capabilities) == PCI_PM_PMC);
static_assert(offsetof(struct pm_regs, control_status) == PCI_PM_CTRL);
static_assert(offsetof(struct pm_regs, reserved_06) == PCI_PM_PPB_EXTENSIONS);
static_assert(offsetof(struct pm_regs, data) == PCI_PM_DATA_REGISTER);
static_assert(sizeof(struct pm_regs) == PCI_PM_SIZEOF);

#endif
