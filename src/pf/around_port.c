// SPDX-License-Identifier: GPL-2.0
/*
 * The port above a PF.
 */
#include <linux/err.h>

#include "around.h"
#include "caps.h"
#include "pf.h"

static int port_look(struct scope_pf *pf, struct around_port *port)
{
	const struct pf_port *above = pf_port(pf);

	if (IS_ERR(above))
		return PTR_ERR(above);
	return look_port(&above->pci.space, &above->caps, port);
}

static bool port_is_downstream(struct pci_dev *bridge)
{
	return pci_is_pcie(bridge) &&
	       (pci_pcie_type(bridge) == PCI_EXP_TYPE_ROOT_PORT ||
		pci_pcie_type(bridge) == PCI_EXP_TYPE_DOWNSTREAM);
}

void around_port(struct scope_pf *pf, struct around_port *port)
{
	struct pci_dev *bridge = pci_upstream_bridge(pf->pdev);

	if (!bridge)
		return;
	port->exists = true;
	port->downstream = port_is_downstream(bridge);
	strscpy(port->name, pci_name(bridge), sizeof(port->name));
	port->error = port_look(pf, port);
}
