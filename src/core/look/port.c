// SPDX-License-Identifier: GPL-2.0
/*
 * The port above a PF.
 */
#include <linux/errno.h>

#include "look.h"

static int port_look_ari(const struct port_caps *caps, struct around_port *port)
{
	bool second;
	int ret;

	if (!caps->has_pcie)
		return -ENODEV;
	ret = look_pcie_second(&caps->pcie, &second);
	if (ret || !second)
		return ret;
	ret = view_get(&caps->pcie, ari_forwarding_supported,
		       &port->ari_supported);
	return ret   ?:
		       view_get(&caps->pcie, ari_forwarding_enable,
				&port->ari_forwarding);
}

/* As set_pcie_hotplug_bridge() of the kernel: without a slot the register is not there. */
static int port_look_slot(const struct port_caps *caps,
			  struct around_port *port)
{
	bool slot;
	int ret;

	ret = view_get(&caps->pcie, slot_implemented, &slot);
	if (!ret && slot)
		ret = view_get(&caps->pcie, hot_plug_capable, &port->hotplug);
	return ret == -ERANGE ? 0 : ret;
}

static int port_look_acs(const struct port_caps *caps, struct around_port *port)
{
	port->has_acs = caps->has_acs;
	return caps->has_acs ? view_read(&caps->acs, control, &port->acs) : 0;
}

int look_port(const struct config_space *space, const struct port_caps *caps,
	      struct around_port *port)
{
	int ret;

	ret = port_look_ari(caps, port);
	if (!ret)
		ret = port_look_slot(caps, port);
	if (!ret)
		ret = port_look_acs(caps, port);
	return ret ?: config_present(space);
}
