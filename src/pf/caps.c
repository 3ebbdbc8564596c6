// SPDX-License-Identifier: GPL-2.0
/*
 * The capabilities of a PF are found: both chains are walked once, and views are
 * taken of what was met.
 */
#include <linux/atomic.h>
#include <linux/bitfield.h>
#include <linux/err.h>
#include <linux/slab.h>

#include "caps.h"
#include "pf.h"

/* The first of its kind. One that is too short to be bounded is not there. */
#define caps_pick(chain, caps, cap, name)                                   \
	do {                                                                \
		ext_chain_for_each(cap, chain) {                            \
			(caps)->has_##name =                                \
				!name##_view_at(chain, cap, &(caps)->name); \
			if ((caps)->has_##name)                             \
				break;                                      \
		}                                                           \
	} while (0)

/* Does a capability that is lower than SR-IOV have registers in it? */
static bool caps_overlaps(const struct pf_caps *caps, const struct ext_cap *cap)
{
	u16 id = FIELD_GET(EXT_CAP_HEADER_ID, cap->header);

	return test_bit(EXT_DEFECT_OVERLAP, &cap->defects) &&
	       cap->offset < caps->offset &&
	       cap->offset + ext_cap_min_size(id) > caps->offset;
}

/* The kernel's search says which it is, the chain where it ends. */
static void caps_find_sriov(struct scope_pf *pf, const struct ext_chain *chain,
			    struct pf_caps *caps)
{
	const struct ext_cap *cap;

	caps->offset = pci_find_ext_capability(pf->pdev, PCI_EXT_CAP_ID_SRIOV);
	caps->sriov_error = -ENODEV;
	ext_chain_for_each(cap, chain) {
		if (cap->offset == caps->offset) {
			caps->sriov_error =
				sriov_view_at(chain, cap, &caps->sriov);
			caps->sriov_span = cap->span;
		} else if (caps_overlaps(caps, cap)) {
			caps->overlapped_by = cap->offset;
		}
	}
}

static int caps_find_extended(struct scope_pf *pf, struct pf_caps *caps)
{
	struct ext_chain *chain = ext_chain_read(&pf->pci.space);
	const struct ext_cap *cap;

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	caps_find_sriov(pf, chain, caps);
	caps_pick(chain, caps, cap, ari);
	caps_pick(chain, caps, cap, dev3);
	caps_pick(chain, caps, cap, vf_rebar);
	ext_chain_free(chain);
	return 0;
}

static int caps_find_conventional(struct scope_pf *pf, struct pf_caps *caps)
{
	struct ext_chain *chain = conventional_chain_read(&pf->pci.space);
	const struct ext_cap *cap;

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	caps_pick(chain, caps, cap, pcie);
	caps_pick(chain, caps, cap, pm);
	caps_pick(chain, caps, cap, ea);
	ext_chain_free(chain);
	return 0;
}

/* What a device that went meanwhile has answered is not kept. */
static struct pf_caps *caps_find(struct scope_pf *pf)
{
	struct pf_caps *caps = kzalloc(sizeof(*caps), GFP_KERNEL);
	int ret;

	if (!caps)
		return ERR_PTR(-ENOMEM);
	ret = caps_find_extended(pf, caps);
	if (!ret)
		ret = caps_find_conventional(pf, caps);
	if (!ret)
		ret = config_present(&pf->pci.space);
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
	if (first)
		kfree(caps);
	return first ?: caps;
}

static int port_find_acs(struct pf_port *port)
{
	const struct ext_cap *cap;
	struct ext_chain *chain;

	if (port->pci.space.size <= PCI_CFG_SPACE_SIZE)
		return 0;
	chain = ext_chain_read(&port->pci.space);
	if (IS_ERR(chain))
		return PTR_ERR(chain);
	caps_pick(chain, port, cap, acs);
	ext_chain_free(chain);
	return 0;
}

static int port_find_pcie(struct pf_port *port)
{
	struct ext_chain *chain = conventional_chain_read(&port->pci.space);
	const struct ext_cap *cap;

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	caps_pick(chain, port, cap, pcie);
	ext_chain_free(chain);
	return 0;
}

static struct pf_port *port_find(struct pci_dev *bridge)
{
	struct pf_port *port = kzalloc(sizeof(*port), GFP_KERNEL);
	int ret;

	if (!port)
		return ERR_PTR(-ENOMEM);
	pci_space_init(&port->pci, bridge);
	ret = port_find_pcie(port);
	if (!ret)
		ret = port_find_acs(port);
	if (!ret)
		ret = config_present(&port->pci.space);
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
	if (first)
		kfree(port);
	return first ?: port;
}

void caps_free(struct scope_pf *pf)
{
	kfree(pf->caps);
	kfree(pf->port);
}
