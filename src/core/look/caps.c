// SPDX-License-Identifier: GPL-2.0
/*
 * Where capabilities are: both chains are walked once, and views are taken of
 * what was met.
 */
#include <linux/bitops.h>
#include <linux/err.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "look.h"

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
	u16 id = cap_header_id(CAP_EXTENDED, cap->header);

	return test_bit(EXT_DEFECT_OVERLAP, &cap->defects) &&
	       cap->offset < caps->offset &&
	       cap->offset + ext_cap_min_size(id) > caps->offset;
}

/* Where the search of the space finds it, or else the chain */
static u16 caps_search(const struct config_space *space,
		       const struct ext_chain *chain, u16 id)
{
	const struct ext_cap *cap;

	if (space->ops->find_ext_cap)
		return space->ops->find_ext_cap(space, id);
	ext_chain_for_each(cap, chain) {
		if (ext_cap_id(chain, cap) == id)
			return cap->offset;
	}
	return 0;
}

/* The search says which it is, the chain where it ends. */
static void caps_find_sriov(const struct config_space *space,
			    const struct ext_chain *chain, struct pf_caps *caps)
{
	const struct ext_cap *cap;

	caps->offset = caps_search(space, chain, PCI_EXT_CAP_ID_SRIOV);
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

static void use_find_extended(const struct ext_chain *chain,
			      struct use_caps *use)
{
	const struct ext_cap *cap;

	caps_pick(chain, use, cap, ats);
	caps_pick(chain, use, cap, pasid);
}

static void use_find_conventional(const struct ext_chain *chain,
				  struct use_caps *use)
{
	const struct ext_cap *cap;

	caps_pick(chain, use, cap, msi_32);
	caps_pick(chain, use, cap, msix);
}

static int caps_find_extended(const struct config_space *space,
			      struct pf_caps *caps)
{
	struct ext_chain *chain = ext_chain_read(space);
	const struct ext_cap *cap;

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	caps_find_sriov(space, chain, caps);
	caps_pick(chain, caps, cap, ari);
	caps_pick(chain, caps, cap, dev3);
	caps_pick(chain, caps, cap, vf_rebar);
	use_find_extended(chain, &caps->use);
	ext_chain_free(chain);
	return 0;
}

static int caps_find_conventional(const struct config_space *space,
				  struct pf_caps *caps)
{
	struct ext_chain *chain = conventional_chain_read(space);
	const struct ext_cap *cap;

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	caps_pick(chain, caps, cap, pcie);
	caps_pick(chain, caps, cap, pm);
	caps_pick(chain, caps, cap, ea);
	use_find_conventional(chain, &caps->use);
	ext_chain_free(chain);
	return 0;
}

/* What a device that went meanwhile has answered is worth nothing. */
int look_caps(const struct config_space *space, struct pf_caps *caps)
{
	int ret;

	ret = caps_find_extended(space, caps);
	if (!ret)
		ret = caps_find_conventional(space, caps);
	return ret ?: config_present(space);
}

static int use_find_in(struct ext_chain *chain, struct use_caps *caps,
		       void (*find)(const struct ext_chain *chain,
				    struct use_caps *use))
{
	if (IS_ERR(chain))
		return PTR_ERR(chain);
	find(chain, caps);
	ext_chain_free(chain);
	return 0;
}

int look_use_caps(const struct config_space *space, struct use_caps *caps)
{
	int ret;

	ret = use_find_in(conventional_chain_read(space), caps,
			  use_find_conventional);
	if (!ret && space->size > PCI_CFG_SPACE_SIZE)
		ret = use_find_in(ext_chain_read(space), caps,
				  use_find_extended);
	return ret;
}

static int port_find_extended(const struct config_space *space,
			      struct port_caps *caps)
{
	const struct ext_cap *cap;
	struct ext_chain *chain;

	if (space->size <= PCI_CFG_SPACE_SIZE)
		return 0;
	chain = ext_chain_read(space);
	if (IS_ERR(chain))
		return PTR_ERR(chain);
	caps_pick(chain, caps, cap, acs);
	caps_pick(chain, caps, cap, ide);
	ext_chain_free(chain);
	return 0;
}

static int port_find_pcie(const struct config_space *space,
			  struct port_caps *caps)
{
	struct ext_chain *chain = conventional_chain_read(space);
	const struct ext_cap *cap;

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	caps_pick(chain, caps, cap, pcie);
	ext_chain_free(chain);
	return 0;
}

int look_port_caps(const struct config_space *space, struct port_caps *caps)
{
	int ret;

	ret = port_find_pcie(space, caps);
	if (!ret)
		ret = port_find_extended(space, caps);
	return ret ?: config_present(space);
}

/* Of so many looks two must agree that follow each other. */
#define SETTLE_LOOKS 4

typedef int settle_fn(const struct config_space *space, void *caps);

/* Views are nothing but numbers and pointers, and zero where there are none. */
static int settle_in(const struct config_space *space, settle_fn *look,
		     void *caps, void *again, size_t size)
{
	u32 n;
	int ret;

	ret = look(space, caps);
	for (n = 1; !ret && n < SETTLE_LOOKS; n++) {
		memset(again, 0, size);
		ret = look(space, again);
		if (!ret && !memcmp(caps, again, size))
			return 0;
		memcpy(caps, again, size);
	}
	return ret ?: -EIO;
}

static int settle(const struct config_space *space, settle_fn *look, void *caps,
		  size_t size)
{
	void *again = kvzalloc(size, GFP_KERNEL);
	int ret;

	if (!again)
		return -ENOMEM;
	ret = settle_in(space, look, caps, again, size);
	kvfree(again);
	return ret;
}

static int settle_look_caps(const struct config_space *space, void *caps)
{
	return look_caps(space, caps);
}

int look_caps_to_keep(const struct config_space *space, struct pf_caps *caps)
{
	return settle(space, settle_look_caps, caps, sizeof(*caps));
}

static int settle_look_port_caps(const struct config_space *space, void *caps)
{
	return look_port_caps(space, caps);
}

int look_port_caps_to_keep(const struct config_space *space,
			   struct port_caps *caps)
{
	return settle(space, settle_look_port_caps, caps, sizeof(*caps));
}
