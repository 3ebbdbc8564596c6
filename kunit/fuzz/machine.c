// SPDX-License-Identifier: GPL-2.0
/*
 * A machine made of any bytes.
 */
#include <linux/array_size.h>
#include <linux/minmax.h>
#include <linux/string.h>

#include "machine.h"

/**
 * struct field - a number that a record sets
 * @at: where in the structure
 * @size: in bytes
 * @count: how many values it has; 0 for any
 */
struct field {
	size_t at;
	size_t size;
	u64 count;
};

#define FIELD(type, member, values)                                         \
	{                                                                   \
		offsetof(type, member), sizeof(((type *)0)->member), values \
	}

#define KERNEL(member, values) FIELD(struct fuzz_machine, kernel.member, values)
#define AROUND(member, values) FIELD(struct fuzz_machine, around.member, values)

static const struct field kernel_fields[] = {
	KERNEL(can_configure, 2),
	KERNEL(switched_off, 2),
	KERNEL(allowed, 2),
	KERNEL(locked_down, 2),
	KERNEL(domain, 0),
	KERNEL(routing_id, 0),
	KERNEL(mode, PF_MODE_REJECTED + 1),
	KERNEL(is_physfn, 2),
	KERNEL(num_vfs, U16_MAX + 1),
	KERNEL(driver_cap, U16_MAX + 1),
	KERNEL(vfs_assigned, U16_MAX + 1),
	KERNEL(changing, 2),
	KERNEL(resetting, 2),
	KERNEL(enabled, 2),
	AROUND(self.woken, 2),
	AROUND(self.power_state, 5),
	KERNEL(autoprobe_known, 2),
	KERNEL(autoprobe, 2),
	KERNEL(vf_msix_known, 2),
	KERNEL(vf_msix, 0),
	KERNEL(vf_bars_known, 2),
	KERNEL(vf_bars, PCI_SRIOV_NUM_BARS + 1),
	KERNEL(probe.failed, 2),
	AROUND(last_bus, U8_MAX + 1),
	AROUND(all_pfs, 2),
	AROUND(iommu.exists, 2),
	AROUND(iommu.group, 0),
	AROUND(iommu.others, 0),
	AROUND(link.exists, 2),
	AROUND(link.is_physfn, 2),
	FIELD(struct fuzz_machine, no_port, 2),
	FIELD(struct fuzz_machine, unknown, 1 << ABOUT_GROUPS),
};

static const struct field window_fields[] = {
	FIELD(struct vf_window, size, 0),
	FIELD(struct vf_window, start, 0),
	FIELD(struct vf_window, assigned, 2),
};

static const struct field room_window_fields[] = {
	FIELD(struct room_window, level, ROOM_LEVELS_MAX),
	FIELD(struct room_window, host, 2),
	FIELD(struct room_window, kind, ROOM_BUS + 1),
	FIELD(struct room_window, is_64bit, 2),
	FIELD(struct room_window, unknown, 2),
	FIELD(struct room_window, open, 2),
	FIELD(struct room_window, hotplug, 2),
	FIELD(struct room_window, routing_id, 0),
	FIELD(struct room_window, start, 0),
	FIELD(struct room_window, size, 0),
};

static const struct field holder_fields[] = {
	FIELD(struct room_holder, window, FUZZ_WINDOWS),
	FIELD(struct room_holder, use, ROOM_OF_OTHER + 1),
	FIELD(struct room_holder, number, ROOM_BUS + 1),
	FIELD(struct room_holder, routing_id, 0),
	FIELD(struct room_holder, start, 0),
	FIELD(struct room_holder, size, 0),
};

static const struct field device_fields[] = {
	FIELD(struct vf_device, group, 0),
	FIELD(struct vf_device, enabled, 2),
	FIELD(struct vf_device, override_known, 2),
	FIELD(struct vf_device, override_loaded, 2),
	FIELD(struct vf_device, trial, VF_TRIAL_UNBOUND + 1),
	FIELD(struct vf_device, tried_loaded, 2),
	FIELD(struct vf_device, trial_error, MAX_ERRNO + 1),
};

/* Names that something is made of, and one that is as long as it can be */
static const char *const names[] = { "",
				     "sriovscope",
				     "pci-pf-stub",
				     "vfio-pci",
				     "nvme",
				     "igb",
				     "pci-stub",
				     "none",
				     "a\"b\\c",
				     "a-driver-with-a-name-as-long-as-it-goes" };

/* Of 32 bits @part makes any 64: it says how far up they are. */
static u64 record_value(const struct fuzz_record *record)
{
	return (u64)record->value << (record->part & 63);
}

static void field_set(void *structure, const struct field *field, u64 value)
{
	void *at = (u8 *)structure + field->at;
	u64 fit = field->count ? value % field->count : value;
	u8 as8 = fit;
	u16 as16 = fit;
	u32 as32 = fit;

	switch (field->size) {
	case sizeof(u8):
		memcpy(at, &as8, sizeof(as8));
		break;
	case sizeof(u16):
		memcpy(at, &as16, sizeof(as16));
		break;
	case sizeof(u32):
		memcpy(at, &as32, sizeof(as32));
		break;
	default:
		memcpy(at, &fit, sizeof(fit));
	}
}

static void name_set(char *to, u64 value)
{
	strscpy(to, names[value % ARRAY_SIZE(names)], PF_DRIVER_LEN);
}

/* The first indices are fields, then windows, then names. */
static void kernel_set(struct fuzz_machine *machine, u32 index, u64 value)
{
	struct pf_kernel *kernel = &machine->kernel;
	u32 slot;

	if (index < ARRAY_SIZE(kernel_fields)) {
		field_set(machine, &kernel_fields[index], value);
		return;
	}
	index -= ARRAY_SIZE(kernel_fields);
	slot = index / ARRAY_SIZE(window_fields);
	if (slot < PCI_SRIOV_NUM_BARS)
		field_set(&kernel->windows[slot],
			  &window_fields[index % ARRAY_SIZE(window_fields)],
			  value);
	else if (index & 1)
		name_set(kernel->driver, value);
	else
		name_set(kernel->probe.driver, value);
}

static void room_set(struct fuzz_machine *machine, u32 index, u64 value)
{
	struct around_rooms *rooms = &machine->around.rooms;
	u32 n = index / ARRAY_SIZE(room_window_fields);

	if (n < FUZZ_WINDOWS) {
		index %= ARRAY_SIZE(room_window_fields);
		rooms->window_count = max(rooms->window_count, n + 1);
		field_set(&machine->windows[n], &room_window_fields[index],
			  value);
		return;
	}
	index -= FUZZ_WINDOWS * ARRAY_SIZE(room_window_fields);
	n = index / ARRAY_SIZE(holder_fields) % FUZZ_HOLDERS;
	rooms->holder_count = max(rooms->holder_count, n + 1);
	field_set(&machine->holders[n],
		  &holder_fields[index % ARRAY_SIZE(holder_fields)], value);
}

static void device_set(struct fuzz_machine *machine, u32 index, u64 value)
{
	struct vf_device *device = &machine->devices[index % FUZZ_VFS];
	char *const strings[] = { device->driver, device->override,
				  device->matching, device->tried };
	u32 n = index / FUZZ_VFS;

	machine->device_count =
		max(machine->device_count, index % FUZZ_VFS + 1);
	if (n < ARRAY_SIZE(device_fields))
		field_set(device, &device_fields[n], value);
	else
		name_set(strings[n % ARRAY_SIZE(strings)], value);
}

/* Errnos that reads can have; 0 makes the device go there. */
static void fault_set(struct mock_faults *faults, u32 index, u32 value)
{
	static const int errnos[] = { -EIO, -ENODEV, -EBUSY, -EACCES };

	switch (value >> 30) {
	case 0:
		faults->gone_from = index;
		break;
	case 1:
		faults->ones_offset = index % PCI_CFG_SPACE_EXP_SIZE;
		break;
	case 2:
		faults->fail_offset = index % PCI_CFG_SPACE_EXP_SIZE;
		faults->fail_offset_errno = errnos[value % ARRAY_SIZE(errnos)];
		break;
	default:
		faults->fail_access = index;
		faults->fail_access_errno = errnos[value % ARRAY_SIZE(errnos)];
	}
}

static void machine_take(struct fuzz_machine *machine,
			 const struct fuzz_record *record)
{
	enum fuzz_where where = record->where % FUZZ_WHERE;
	u32 index = record->index;
	u64 value = record_value(record);

	if (where < FUZZ_SPACES)
		mock_config_put32(&machine->spaces[where],
				  index % MOCK_DWORDS * sizeof(u32),
				  record->value);
	else if (where == FUZZ_KERNEL)
		kernel_set(machine, index, value);
	else if (where == FUZZ_FAULT)
		fault_set(&machine->spaces[record->part % FUZZ_SPACES].faults,
			  index, record->value);
	else if (where == FUZZ_ROOM)
		room_set(machine, index, value);
	else
		device_set(machine, index, value);
}

/* The kernel's order, as many as there are routing IDs for; errnos are negative. */
static void machine_place_vfs(struct fuzz_machine *machine)
{
	u32 first = machine->kernel.routing_id + 1, n;

	machine->device_count =
		min(machine->device_count,
		    AROUND_ROUTING_IDS - min(first, (u32)U16_MAX + 1));
	for (n = 0; n < machine->device_count; n++) {
		machine->devices[n].routing_id = first + n;
		machine->devices[n].trial_error *= -1;
	}
}

void fuzz_machine_make(struct fuzz_machine *machine, const u8 *data,
		       size_t size)
{
	struct around_rooms *rooms = &machine->around.rooms;
	struct fuzz_record record;
	u32 n;

	memset(machine, 0, sizeof(*machine));
	for (n = 0; n < FUZZ_SPACES; n++)
		mock_config_init(&machine->spaces[n], PCI_CFG_SPACE_EXP_SIZE);
	machine->around.page_size = 4096;
	for (; size >= sizeof(record); size -= sizeof(record)) {
		memcpy(&record, data, sizeof(record));
		data += sizeof(record);
		machine_take(machine, &record);
	}
	rooms->windows = machine->windows;
	rooms->holders = machine->holders;
	for (n = 0; n < rooms->holder_count; n++)
		rooms->holders[n].window %= max(rooms->window_count, 1U);
	if (!rooms->window_count)
		rooms->holder_count = 0;
	facts_sort_rooms(rooms);
	machine_place_vfs(machine);
}
