/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A simulated function: a configuration space that behaves, the VFs behind it,
 * and what goes wrong on demand. Nothing here knows of the PCI core.
 */
#ifndef SRIOVSCOPE_SIM_FUNCTION_H
#define SRIOVSCOPE_SIM_FUNCTION_H

#include <linux/kref.h>
#include <linux/spinlock.h>

#include "bars.h"
#include "core/mock/mock_config.h"
#include "odd_read.h"
#include "resize.h"

#define SIM_PLACES_MAX 16

/**
 * struct sim_place - where VFs are from some number of VFs on
 * @num_vfs: from this NumVFs on
 * @offset: First VF Offset
 * @stride: VF Stride
 */
struct sim_place {
	u16 num_vfs;
	u16 offset;
	u16 stride;
};

/**
 * enum sim_lie - what a function says that is not so, while its VFs are on
 * @SIM_LIE_NONE: nothing
 * @SIM_LIE_NUM_VFS: NumVFs reads one less than was written
 * @SIM_LIE_VF_ENABLE: VF Enable reads 0
 *
 * The VFs are there in spite of it.
 */
enum sim_lie {
	SIM_LIE_NONE,
	SIM_LIE_NUM_VFS,
	SIM_LIE_VF_ENABLE,
};

/* What VFs need to answer: bits, as hardware differs in that */
#define SIM_NEED_D0 BIT(0) /* their PF is in D0 */
#define SIM_NEED_MEMORY_SPACE BIT(1) /* it has Memory Space Enable set */
#define SIM_NEED_BUS_MASTER BIT(2) /* it has Bus Master Enable set */
#define SIM_NEED_ARI BIT(3) /* the port above forwards ARI, but for device 0 */
#define SIM_NEEDS 4

/**
 * enum sim_flr - what a VF answers after Function Level Reset
 * @SIM_FLR_ENDS: itself at once
 * @SIM_FLR_SILENT: nothing, for as long as it is so
 * @SIM_FLR_RETRY: nothing, but for its Vendor ID, which asks to try it again
 */
enum sim_flr {
	SIM_FLR_ENDS,
	SIM_FLR_SILENT,
	SIM_FLR_RETRY,
};

/**
 * struct sim_setup - how a function shall be, as it was configured
 * @bus: that it is on
 * @devfn: where it is on that bus
 * @image: what it shows when it is switched on
 * @image_size: 256 or 4096, 0 when there is none yet
 * @vf_image: what its VFs show; without one they are as they should be
 * @has_vf_image: there is one
 * @bars: sizes of its BARs
 * @vf_bars: sizes of its VF BARs
 * @place_count: how many are in @places
 * @places: First VF Offset and VF Stride by NumVFs, the least NumVFs first
 */
struct sim_setup {
	u8 bus;
	u8 devfn;
	u8 image[PCI_CFG_SPACE_EXP_SIZE];
	u32 image_size;
	u8 vf_image[PCI_CFG_SPACE_EXP_SIZE];
	bool has_vf_image;
	struct sim_bar_sizes bars;
	struct sim_bar_sizes vf_bars;
	u32 place_count;
	struct sim_place places[SIM_PLACES_MAX];
};

/**
 * struct sim_function - a function that is switched on
 * @ref: its configuration has a reference, and the bus that it is on
 * @lock: guards all below; a raw one, as configuration accesses come under
 *	raw locks of the PCI core
 * @config: its configuration space
 * @power_on: the bytes of @config after a reset
 * @power_on_rw: its bits that can be written then
 * @vf_config: what every VF shows, but for its Bus Master Enable
 * @vf_masters: Bus Master Enable of each VF
 * @vf_resets: VFs whose FLR has not ended
 * @setup: what it was made from
 * @port: the bridge that it is behind, NULL on the root bus; it stays as it was
 *	wired, and the host bridge has a reference to both
 * @at_rest: where its VFs are by the image
 * @sriov: offset of the SR-IOV capability, 0 without
 * @pcie: offset of the PCI Express capability, 0 without
 * @vf_pcie: the same of a VF
 * @pm: offset of Power Management, 0 without
 * @resize: Resizable BAR
 * @vf_resize: VF Resizable BAR
 * @room: bytes that its BARs and VF BARs take whose size somebody said, each
 *	with room to be aligned; U64_MAX when they are more
 * @vfs: VFs that answer
 * @gone: nothing answers any more
 * @fail_reads: errno that reads give, or 0
 * @fail_vf_reads: the same of its VFs alone
 * @odd_read: one read that goes wrong, of the function or a VF
 * @vfs_need: what they need to answer, SIM_NEED_*
 * @vf_flr: how their FLR goes
 * @lie: what it says that is not so
 * @reads: reads that came, of the function and its VFs
 * @writes: writes
 */
struct sim_function {
	struct kref ref;
	raw_spinlock_t lock;
	struct mock_config config;
	u8 power_on[PCI_CFG_SPACE_EXP_SIZE];
	u32 power_on_rw[MOCK_DWORDS];
	struct mock_config vf_config;
	bool *vf_masters;
	bool *vf_resets;
	struct sim_setup setup;
	struct sim_function *port;
	struct sim_place at_rest;
	u16 sriov;
	u16 pcie;
	u16 vf_pcie;
	u16 pm;
	struct sim_resize resize;
	struct sim_resize vf_resize;
	u64 room;
	u32 vfs;
	bool gone;
	int fail_reads;
	int fail_vf_reads;
	struct sim_odd_read odd_read;
	u32 vfs_need;
	enum sim_flr vf_flr;
	enum sim_lie lie;
	u64 reads;
	u64 writes;
};

/* For sim_function_read() and _write(): the function itself, not one of its VFs */
#define SIM_PF U32_MAX

/**
 * sim_function_new() - switch a function on
 * @setup: how it shall be
 * @multifunction: other functions are in its slot
 *
 * Context: may sleep.
 * Return: the function with one reference; ERR_PTR: -EINVAL without an image or
 *	when it makes no sense, -ENOMEM.
 */
struct sim_function *sim_function_new(const struct sim_setup *setup,
				      bool multifunction);

/**
 * sim_function_get() - take a reference
 * @function: the function
 *
 * Return: @function.
 */
struct sim_function *sim_function_get(struct sim_function *function);

/**
 * sim_function_put() - drop a reference; NULL is fine
 * @function: the function
 *
 * Context: may sleep with the last one.
 */
void sim_function_put(struct sim_function *function);

/**
 * sim_function_vf() - which VF is at a routing ID
 * @function: the function
 * @pf: its own routing ID
 * @id: the routing ID
 * @vf: the VF, counted from 0
 *
 * Context: any.
 * Return: true when a VF answers there.
 */
bool sim_function_vf(struct sim_function *function, u16 pf, u16 id, u32 *vf);

/**
 * sim_function_read() - a configuration read arrives
 * @function: the function
 * @vf: which VF, or SIM_PF
 * @offset: in bytes
 * @width: 1, 2 or 4 bytes
 * @value: where the value goes; all ones when nothing answers
 *
 * Context: any.
 * Return: 0 or a negative errno.
 */
int sim_function_read(struct sim_function *function, u32 vf, u32 offset,
		      u32 width, u32 *value);

/**
 * sim_function_write() - a configuration write arrives
 * @function: the function
 * @vf: which VF, or SIM_PF
 * @offset: in bytes
 * @width: 1, 2 or 4 bytes
 * @value: what is written
 *
 * Context: any.
 * Return: 0 or a negative errno.
 */
int sim_function_write(struct sim_function *function, u32 vf, u32 offset,
		       u32 width, u32 value);

#endif
