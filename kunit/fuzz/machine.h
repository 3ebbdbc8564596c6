/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A machine made of any bytes: the configuration spaces of a PF, of the port above,
 * of a VF and of another PF, what goes wrong when they are read, and what a kernel
 * would hold beside them, within the bounds that src/pf keeps.
 */
#ifndef SRIOVSCOPE_FUZZ_MACHINE_H
#define SRIOVSCOPE_FUZZ_MACHINE_H

#include "core/facts/facts.h"
#include "core/mock/mock_config.h"

#define FUZZ_VFS 24
#define FUZZ_WINDOWS 8
#define FUZZ_HOLDERS 16

/**
 * enum fuzz_where - what a record is about
 * @FUZZ_PF: a dword of the PF's configuration space; the next three so
 * @FUZZ_PORT: of the port
 * @FUZZ_VF: of each VF
 * @FUZZ_PEER: of another PF
 * @FUZZ_KERNEL: something that the kernel holds
 * @FUZZ_FAULT: an access that fails
 * @FUZZ_ROOM: a window, or who has a part of one
 * @FUZZ_DEVICE: a VF that the kernel has
 * @FUZZ_WHERE: how many there are
 */
enum fuzz_where {
	FUZZ_PF,
	FUZZ_PORT,
	FUZZ_VF,
	FUZZ_PEER,
	FUZZ_KERNEL,
	FUZZ_FAULT,
	FUZZ_ROOM,
	FUZZ_DEVICE,
	FUZZ_WHERE,
};

#define FUZZ_SPACES (FUZZ_PEER + 1)

/**
 * struct fuzz_record - the input is a list of these, in the order of bytes of who runs
 *	it; a rest is left out
 * @where: enum fuzz_where, in its low bits
 * @part: of what @index is
 * @index: which dword of a space, field or entry
 * @value: what it becomes
 */
struct fuzz_record {
	u8 where;
	u8 part;
	u16 index;
	u32 value;
};

/**
 * struct fuzz_machine - what the records make
 * @spaces: by enum fuzz_where
 * @no_port: there is no port above
 * @unknown: groups that could not be had
 * @kernel: what the kernel holds
 * @around: the same, of what is around
 * @windows: for @around
 * @holders: for @around
 * @devices: VFs that the kernel has, by their routing IDs
 * @device_count: how many
 */
struct fuzz_machine {
	struct mock_config spaces[FUZZ_SPACES];
	bool no_port;
	u32 unknown;
	struct pf_kernel kernel;
	struct pf_around around;
	struct room_window windows[FUZZ_WINDOWS];
	struct room_holder holders[FUZZ_HOLDERS];
	struct vf_device devices[FUZZ_VFS];
	u32 device_count;
};

/**
 * fuzz_machine_make() - a machine of any bytes
 * @machine: to fill in
 * @data: the bytes
 * @size: how many
 */
void fuzz_machine_make(struct fuzz_machine *machine, const u8 *data,
		       size_t size);

/**
 * fuzz_look() - look at the PF of a machine
 * @machine: the machine
 * @what: FACTS_*
 * @facts: to fill in, for facts_drop(); on error too
 *
 * Return: 0; the errno of a read; -ENODATA and so on of what the core refuses.
 */
int fuzz_look(struct fuzz_machine *machine, unsigned int what,
	      struct pf_facts *facts);

#endif
