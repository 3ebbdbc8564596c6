// SPDX-License-Identifier: GPL-2.0
/*
 * The other PFs on the bus: their VFs share its routing IDs.
 */
#include <linux/err.h>
#include <linux/mm.h>

#include "around.h"
#include "awake.h"
#include "caps.h"
#include "pf.h"
#include "registry.h"

static struct scope_pf *peer_next(const struct scope_pf *pf, unsigned long *key)
{
	struct scope_pf *peer;

	for (; (peer = registry_next(key)); ++*key) {
		if (pf_key_bus(*key) == pf_key_bus(pf->key) && peer != pf &&
		    READ_ONCE(peer->shown))
			return peer;
		pf_put(peer);
		if (pf_key_bus(*key) > pf_key_bus(pf->key))
			return NULL;
	}
	return NULL;
}

static u32 peer_count(const struct scope_pf *pf)
{
	unsigned long key = pf_bus_key(pf_key_bus(pf->key));
	struct scope_pf *peer;
	u32 count = 0;

	for (; (peer = peer_next(pf, &key)); key++) {
		pf_put(peer);
		count++;
	}
	return count;
}

static int peer_look(struct scope_pf *peer, struct sriov_state *sriov)
{
	const struct pf_caps *caps = pf_caps(peer);

	return IS_ERR(caps) ? PTR_ERR(caps) : look_peer(caps, sriov);
}

static int peer_read(struct scope_pf *peer, struct sriov_state *sriov)
{
	int ret;

	ret = pf_hold(peer);
	if (ret)
		return ret;
	ret = awake_get_if_awake(peer->pdev);
	if (!ret) {
		ret = peer_look(peer, sriov);
		awake_put(peer->pdev);
	}
	pf_unhold(peer);
	return ret;
}

void around_peer_of(const struct sriov_state *sriov, int error, u16 routing_id,
		    struct around_peer *peer)
{
	peer->routing_id = routing_id;
	peer->error = error;
	peer->sriov = *sriov;
}

int around_peers(struct scope_pf *pf, struct pf_around *around)
{
	unsigned long key = pf_bus_key(pf_key_bus(pf->key));
	u32 count = peer_count(pf);
	struct around_peer *at;
	struct scope_pf *peer;

	around->all_pfs = registry_is_complete();
	if (!count)
		return 0;
	around->peers = kvcalloc(count, sizeof(*around->peers), GFP_KERNEL);
	if (!around->peers)
		return -ENOMEM;

	/* What came since they were counted is left out. */
	for (; around->peer_count < count && (peer = peer_next(pf, &key));
	     key++) {
		at = &around->peers[around->peer_count++];
		at->routing_id = peer->key;
		at->error = peer_read(peer, &at->sriov);
		pf_put(peer);
	}
	return 0;
}
