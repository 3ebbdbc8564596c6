// SPDX-License-Identifier: GPL-2.0
/*
 * The port above a PF.
 */
#include <linux/err.h>

#include "around.h"
#include "caps.h"
#include "pf.h"

static int port_look_ari(const struct pf_port *caps, struct around_port *port)
{
	u32 cap2 = 0;
	u16 ctl2 = 0;
	bool second;
	int ret;

	if (!caps->has_pcie)
		return -ENODEV;
	ret = around_pcie_second(&caps->pcie, &second);
	if (ret || !second)
		return ret;
	ret = view_read(&caps->pcie, device_capabilities_2, &cap2);
	if (!ret)
		ret = view_read(&caps->pcie, device_control_2, &ctl2);
	port->ari_supported = cap2 & PCI_EXP_DEVCAP2_ARI;
	port->ari_forwarding = ctl2 & PCI_EXP_DEVCTL2_ARI;
	return ret;
}

static int port_look_acs(const struct pf_port *caps, struct around_port *port)
{
	port->has_acs = caps->has_acs;
	return caps->has_acs ? view_read(&caps->acs, control, &port->acs) : 0;
}

static int port_look(struct scope_pf *pf, struct around_port *port)
{
	const struct pf_port *caps = pf_port(pf);
	int ret;

	if (IS_ERR(caps))
		return PTR_ERR(caps);
	ret = port_look_ari(caps, port);
	if (!ret)
		ret = port_look_acs(caps, port);
	return ret ?: config_present(&caps->pci.space);
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
