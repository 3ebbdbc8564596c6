// SPDX-License-Identifier: GPL-2.0
/*
 * All that can be known of a PF, in the order in which the module looks.
 */
#include "facts.h"
#include "host.h"
#include "sysfs.h"

/* What no dump tells: what is not in configuration space */
#define DUMP_UNKNOWN                                                      \
	(ABOUT_KERNEL | ABOUT_DRIVER | ABOUT_CALLBACK | ABOUT_MODULE |    \
	 ABOUT_ASSIGNED | ABOUT_WINDOWS | ABOUT_ROOMS | ABOUT_PAGE_SIZE | \
	 ABOUT_PEERS | ABOUT_LINK | ABOUT_IOMMU | ABOUT_VF_MSIX |         \
	 ABOUT_VF_TRIED)

/* What the module alone keeps */
#define SYSFS_UNKNOWN (ABOUT_MODULE | ABOUT_VF_TRIED)

const struct pf_caps *host_caps(struct host_function *fn)
{
	if (!fn->caps_looked) {
		fn->caps_error = look_caps(&fn->space, &fn->caps);
		fn->caps_looked = true;
	}
	return fn->caps_error ? ERR_PTR(fn->caps_error) : &fn->caps;
}

static bool function_is_pf(struct host_function *fn)
{
	const struct pf_caps *caps;

	if (fn->owner != HOST_NO_OWNER)
		return false;
	if (fn->host->live && sysfs_has(fn, "sriov_totalvfs"))
		return true;
	if (fn->space.size <= PCI_CFG_SPACE_SIZE || facts_would_wake(fn))
		return false;
	caps = host_caps(fn);
	return !IS_ERR(caps) && caps->offset;
}

bool host_is_pf(struct host_function *fn)
{
	if (!fn->pf_asked) {
		fn->is_pf = function_is_pf(fn);
		fn->pf_asked = true;
	}
	return fn->is_pf;
}

/* What a look at a PF says to its peers */
static void facts_to_peers(struct host_function *fn,
			   const struct pf_facts *facts)
{
	fn->peer_looked = true;
	fn->peer_error = facts->sriov_error;
	fn->peer = facts->sriov;
}

static void facts_start(const struct host_function *fn, struct pf_facts *facts)
{
	const struct host *host = fn->host;

	memset(facts, 0, sizeof(*facts));
	facts->unknown = host->live ? SYSFS_UNKNOWN : DUMP_UNKNOWN;
	if (!host->addressed)
		facts->unknown |= ABOUT_PLACE | ABOUT_BUSES | ABOUT_PORT |
				  ABOUT_VFS;
	facts->why = host->live ? "sysfs does not say" : "a dump does not say";
	strscpy(facts->kernel.name, fn->name, sizeof(facts->kernel.name));
	host_ident(fn, &facts->kernel.vendor, &facts->kernel.device);
	facts->kernel.domain = fn->domain;
	facts->kernel.routing_id = fn->routing_id;
}

static int facts_look_sriov(struct host_function *fn,
			    const struct pf_caps *caps,
			    struct sriov_state *sriov)
{
	int ret;

	host_read_ahead(fn, caps->offset, sizeof(struct sriov_regs));
	ret = look_sriov(caps, sriov);
	host_read_ahead(fn, 0, 0);
	return ret;
}

/* A Root Complex integrated endpoint says so in its own registers. */
static bool facts_integrated(const struct pf_caps *caps)
{
	enum pcie_device_port_type type;

	return caps->has_pcie &&
	       !view_get(&caps->pcie, device_port_type, &type) &&
	       type == PCIE_RC_INTEGRATED_ENDPOINT;
}

static int facts_sriov(struct host_function *fn, unsigned int what,
		       struct pf_facts *facts)
{
	const struct pf_caps *caps = host_caps(fn);

	if (IS_ERR(caps))
		return PTR_ERR(caps);
	facts->kernel.cap_offset = caps->offset;
	facts->kernel.has_ea = caps->has_ea;
	facts->kernel.integrated = facts_integrated(caps);
	if (!(what & (FACTS_SRIOV | FACTS_SRIOV_IF_ANY)))
		return 0;
	facts->sriov_error = caps->sriov_error;
	if (caps->sriov_error)
		return what & FACTS_SRIOV ? caps->sriov_error : 0;
	facts->sriov_error = facts_look_sriov(fn, caps, &facts->sriov);
	facts_to_peers(fn, facts);
	return facts->sriov_error;
}

static int facts_read_chain(struct host_function *fn, struct pf_facts *facts)
{
	struct ext_chain *chain = ext_chain_read(&fn->space);

	if (IS_ERR(chain))
		return PTR_ERR(chain);
	facts->chain = facts_chain(chain);
	ext_chain_free(chain);
	return facts->chain ? config_present(&fn->space) : -ENOMEM;
}

static int facts_image(struct host_function *fn, struct pf_facts *facts)
{
	facts->image = calloc(1, sizeof(*facts->image));
	if (!facts->image)
		return -ENOMEM;
	return image_space_copy(facts->image, &fn->space);
}

static bool sriov_disagrees(const struct pf_facts *facts)
{
	return !facts->sriov_error &&
	       (facts->sriov.num_vfs != facts->kernel.num_vfs ||
		facts->sriov.vf_enable != !!facts->kernel.num_vfs);
}

/*
 * Reading sriov_numvfs waits while VFs are enabled or disabled. When registers and
 * kernel do not agree, both are looked at once more: only what is the same on both
 * sides of a moment without a change is accused.
 */
static int facts_settle(struct host_function *fn, struct pf_facts *facts)
{
	u32 after = facts->kernel.num_vfs;
	struct sriov_state again;
	int ret;

	if (!sriov_disagrees(facts))
		return 0;
	ret = facts_look_sriov(fn, host_caps(fn), &again);
	if (ret)
		return ret;
	sysfs_number(fn, "sriov_numvfs", &after);
	facts->kernel.changing = after != facts->kernel.num_vfs ||
				 again.num_vfs != facts->sriov.num_vfs ||
				 again.vf_enable != facts->sriov.vf_enable;
	return 0;
}

static int facts_registers(struct host_function *fn, unsigned int what,
			   struct pf_facts *facts)
{
	int ret;

	ret = facts_sriov(fn, what, facts);
	if (!ret && what & FACTS_CHAIN)
		ret = facts_read_chain(fn, facts);
	if (!ret && what & FACTS_IMAGE)
		ret = facts_image(fn, facts);
	if (fn->host->live)
		facts_kernel(fn, what, facts);
	if (!ret && fn->host->live && what & (FACTS_SRIOV | FACTS_SRIOV_IF_ANY))
		ret = facts_settle(fn, facts);
	return ret;
}

#define FACTS_OF_AROUND                                          \
	(FACTS_AROUND | FACTS_VF_BARS | FACTS_VFS | FACTS_ROOM | \
	 FACTS_SELF_USE | FACTS_VF_USE)

/*
 * As the module has it: in which state was it before anybody looked? Without a
 * driver it counts as asleep when its user allows that, and stays in D0.
 */
static void facts_found_asleep(const struct host_function *fn,
			       struct around_self *self)
{
	u8 state = facts_is_asleep(fn) ? facts_power_state(fn) : 0;

	if (!state)
		return;
	self->woken = true;
	self->power_state = state;
}

static int facts_read(struct host_function *fn, unsigned int what,
		      struct pf_facts *facts)
{
	int ret;

	if (what & FACTS_OF_AROUND) {
		facts->around = calloc(1, sizeof(*facts->around));
		if (!facts->around)
			return -ENOMEM;
	}
	if (facts->around && what & FACTS_WAKE)
		facts_found_asleep(fn, &facts->around->self);
	ret = facts_registers(fn, what, facts);
	if (!ret && what & (FACTS_VF_DEVICES | FACTS_VFS | FACTS_VF_USE))
		ret = facts_vf_devices(fn, what, facts);
	if (!ret && facts->around)
		ret = facts_around(fn, what, facts);
	if (!ret && what & FACTS_VF_USE)
		ret = facts_compare_vfs(facts);
	return ret;
}

static void facts_asleep(struct host_function *fn, unsigned int what,
			 struct pf_facts *facts)
{
	facts->kernel.asleep = true;
	facts->sriov_error = AROUND_ASLEEP;
	facts_kernel(fn, what, facts);
}

/* Of what has gone meanwhile each file that is not there would be taken for an answer. */
static bool facts_has_gone(const struct host_function *fn)
{
	return fn->host->live && !sysfs_has(fn, "config");
}

int host_facts(struct host_function *fn, unsigned int what,
	       struct pf_facts *facts)
{
	int ret = 0;

	facts_start(fn, facts);
	if (!(what & FACTS_WAKE) && facts_is_asleep(fn))
		facts_asleep(fn, what, facts);
	else
		ret = facts_read(fn, what, facts);
	if (facts_has_gone(fn)) {
		facts->kernel.asleep = false;
		ret = -ENODEV;
	}
	if (ret) {
		facts->sriov_error = ret;
		facts_drop(facts);
	}
	return ret;
}
