// SPDX-License-Identifier: GPL-2.0
/*
 * A function that is a bridge: its windows and its bus numbers, PCIe 7.5.1.3.
 */
#include <sriovscope/caps/header.h>
#include <sriovscope/caps/pcie.h>

#include "core/mock/hardware.h"
#include "function.h"
#include "masks.h"
#include "port.h"

#define PREFETCHABLE_AT offsetof(struct header1_regs, prefetchable_memory_base)
#define UPPER_BASE_AT \
	offsetof(struct header1_regs, prefetchable_base_upper_32_bits)
#define UPPER_LIMIT_AT \
	offsetof(struct header1_regs, prefetchable_limit_upper_32_bits)
#define UPPER_IO_AT offsetof(struct header1_regs, io_base_upper_16_bits)

static void put_nothing(struct mock_config *config, u32 at)
{
	mock_config_put32(config, at, 0);
	mock_config_put_masks(config, at, 0, 0);
}

/* A window is closed while its limit is below its base. */
static void close_prefetchable(struct mock_config *config)
{
	/* Who has no such window has zeroes, which would be an open one. */
	if (!mock_config_get32(config, PREFETCHABLE_AT)) {
		mock_config_put_masks(config, PREFETCHABLE_AT, 0, 0);
	} else {
		hardware_put(config, 0, header1,
			     prefetchable_memory_base_address, 0xfff);
		hardware_put(config, 0, header1,
			     prefetchable_memory_limit_address, 0);
	}
	mock_config_put32(config, UPPER_BASE_AT, 0);
	mock_config_put32(config, UPPER_LIMIT_AT, 0);
	if (hardware_get(config, 0, header1,
			 prefetchable_memory_base_addressing_capability) ==
	    PCI_PREF_RANGE_TYPE_64)
		return;
	put_nothing(config, UPPER_BASE_AT);
	put_nothing(config, UPPER_LIMIT_AT);
}

static void close_io(struct mock_config *config)
{
	hardware_put(config, 0, header1, io_base_address, 0xf);
	hardware_put(config, 0, header1, io_limit_address, 0);
	mock_config_put32(config, UPPER_IO_AT, 0);
	if (hardware_get(config, 0, header1, io_base_addressing_capability) !=
	    PCI_IO_RANGE_TYPE_32)
		put_nothing(config, UPPER_IO_AT);
}

static void close_windows(struct mock_config *config)
{
	close_io(config);
	hardware_put(config, 0, header1, memory_base_address, 0xfff);
	hardware_put(config, 0, header1, memory_limit_address, 0);
	close_prefetchable(config);
}

static struct sim_port_buses get_buses(const struct mock_config *config)
{
	return (struct sim_port_buses){
		.secondary =
			hardware_get(config, 0, header1, secondary_bus_number),
		.subordinate = hardware_get(config, 0, header1,
					    subordinate_bus_number),
	};
}

/* What is behind a bridge has higher numbers: so no bridge is behind itself. */
static void start_buses(struct mock_config *config, u8 bus)
{
	struct sim_port_buses buses = get_buses(config);

	if (buses.secondary <= bus || buses.subordinate < buses.secondary) {
		buses = (struct sim_port_buses){};
		bus = 0;
	}
	hardware_put(config, 0, header1, primary_bus_number, bus);
	hardware_put(config, 0, header1, secondary_bus_number, buses.secondary);
	hardware_put(config, 0, header1, subordinate_bus_number,
		     buses.subordinate);
}

void sim_port_start(struct mock_config *config, u8 bus)
{
	start_buses(config, bus);
	close_windows(config);
}

static bool is_resetting(const struct mock_config *config)
{
	return hardware_get(config, 0, header1, secondary_bus_reset);
}

bool sim_port_buses(struct sim_function *port, struct sim_port_buses *buses)
{
	unsigned long flags;
	bool forwards;

	raw_spin_lock_irqsave(&port->lock, flags);
	*buses = get_buses(&port->config);
	forwards = !port->gone && !is_resetting(&port->config);
	raw_spin_unlock_irqrestore(&port->lock, flags);
	return forwards;
}

bool sim_port_forwards_ari(struct sim_function *port)
{
	unsigned long flags;
	bool forwards;

	if (!port->pcie)
		return true;
	raw_spin_lock_irqsave(&port->lock, flags);
	forwards = hardware_get(&port->config, port->pcie, pcie,
				ari_forwarding_enable);
	raw_spin_unlock_irqrestore(&port->lock, flags);
	return forwards;
}

bool sim_port_resets(struct sim_function *function)
{
	unsigned long flags;
	bool resets;

	raw_spin_lock_irqsave(&function->lock, flags);
	resets = sim_is_bridge(&function->config) &&
		 is_resetting(&function->config);
	raw_spin_unlock_irqrestore(&function->lock, flags);
	return resets;
}
