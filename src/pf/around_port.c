// SPDX-License-Identifier: GPL-2.0
/*
 * The port above a PF.
 */
#include <linux/err.h>

#include "around.h"
#include "caps.h"
#include "pf.h"

static int port_look(struct scope_pf *pf, unsigned int what,
		     struct around_port *port)
{
	const struct pf_port *above = pf_port(pf);
	int ret;

	if (IS_ERR(above))
		return PTR_ERR(above);
	ret = look_port(&above->pci.space, &above->caps, port);
	if (!ret && what & FACTS_PORT_IDE)
		port->ide.error = look_port_ide(&above->pci.space, &above->caps,
						&port->ide);
	return ret;
}

static bool port_is_downstream(struct pci_dev *bridge)
{
	return pci_is_pcie(bridge) &&
	       (pci_pcie_type(bridge) == PCI_EXP_TYPE_ROOT_PORT ||
		pci_pcie_type(bridge) == PCI_EXP_TYPE_DOWNSTREAM);
}

void around_port(struct scope_pf *pf, unsigned int what,
		 struct around_port *port)
{
	struct pci_dev *bridge = pci_upstream_bridge(pf->pdev);

	if (!bridge)
		return;
	port->exists = true;
	port->downstream = port_is_downstream(bridge);
	strscpy(port->name, pci_name(bridge), sizeof(port->name));
	if (what & FACTS_NO_WAIT && pci_space_is_blocked(bridge))
		port->error = AROUND_RESETTING;
	else
		port->error = port_look(pf, what, port);
}
