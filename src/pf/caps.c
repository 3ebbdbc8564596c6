// SPDX-License-Identifier: GPL-2.0
/*
 * The capabilities of a PF are found once, by whoever looks first.
 */
#include <linux/atomic.h>
#include <linux/err.h>
#include <linux/slab.h>

#include "caps.h"
#include "pf.h"

/* What was found of a device that does not answer is not kept. */
static struct pf_caps *caps_find(struct scope_pf *pf)
{
	struct pf_caps *caps = kzalloc(sizeof(*caps), GFP_KERNEL);
	int ret;

	if (!caps)
		return ERR_PTR(-ENOMEM);
	ret = look_caps_to_keep(&pf->pci.space, caps);
	if (!ret)
		return caps;
	kfree(caps);
	return ERR_PTR(ret);
}

const struct pf_caps *pf_caps(struct scope_pf *pf)
{
	/* Pairs with cmpxchg() below: what is published is filled in. */
	struct pf_caps *caps = smp_load_acquire(&pf->caps);
	struct pf_caps *first;

	if (caps)
		return caps;
	caps = caps_find(pf);
	if (IS_ERR(caps))
		return caps;
	/* The first who has found it; the finding of all others is dropped. */
	first = cmpxchg(&pf->caps, NULL, caps);
	if (!first)
		return caps;
	kfree(caps);
	return first;
}

static struct pf_port *port_find(struct pci_dev *bridge)
{
	struct pf_port *port = kzalloc(sizeof(*port), GFP_KERNEL);
	int ret;

	if (!port)
		return ERR_PTR(-ENOMEM);
	pci_space_init(&port->pci, bridge);
	ret = look_port_caps_to_keep(&port->pci.space, &port->caps);
	if (!ret)
		return port;
	kfree(port);
	return ERR_PTR(ret);
}

const struct pf_port *pf_port(struct scope_pf *pf)
{
	/* Pairs with cmpxchg() below: what is published is filled in. */
	struct pf_port *port = smp_load_acquire(&pf->port);
	struct pf_port *first;

	if (port)
		return port;
	port = port_find(pci_upstream_bridge(pf->pdev));
	if (IS_ERR(port))
		return port;
	first = cmpxchg(&pf->port, NULL, port);
	if (!first)
		return port;
	kfree(port);
	return first;
}

void caps_free(struct scope_pf *pf)
{
	kfree(pf->caps);
	kfree(pf->port);
}
