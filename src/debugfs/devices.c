// SPDX-License-Identifier: GPL-2.0
/*
 * devices: all PFs, a line each, in the order of their addresses.
 *
 * The rules judge a PF with those on its bus. So all PFs of a bus are looked at
 * when the first of them is printed, each once, and the lines are made from that.
 *
 * The position is the registry's key plus one, with 0 for the header, so that
 * going on costs one search however many PFs there are.
 */
#include <linux/err.h>
#include <linux/mm.h>
#include <linux/module.h>

#include "core/text/devices.h"
#include "pf/registry.h"
#include "pf/snapshot.h"
#include "files.h"

/**
 * struct devices_pf - a PF of the bus
 * @key: its key
 * @told: it has a line: it was not removed meanwhile
 * @facts: what was found
 */
struct devices_pf {
	unsigned long key;
	bool told;
	struct pf_facts facts;
};

/**
 * struct devices - an open "devices"
 * @bus: pf_key_bus() of the PFs in @pfs, while there are some
 * @count: how many
 * @pfs: in the order of their keys
 * @peers: what all but @without say to their peers, in the same order
 * @without: number of the PF that is left out
 */
struct devices {
	unsigned long bus;
	u32 count;
	struct devices_pf *pfs;
	struct around_peer *peers;
	u32 without;
};

static void devices_forget(struct devices *devices)
{
	u32 i;

	for (i = 0; i < devices->count; i++)
		facts_drop(&devices->pfs[i].facts);
	kvfree(devices->pfs);
	kvfree(devices->peers);
	memset(devices, 0, sizeof(*devices));
}

/* The first PF from a key on and below @end that is shown, with a reference */
static struct scope_pf *devices_shown(unsigned long *key, unsigned long end)
{
	struct scope_pf *pf;

	while ((pf = registry_next(key))) {
		if (*key < end && READ_ONCE(pf->shown))
			return pf;
		pf_put(pf);
		if (++*key >= end)
			return NULL;
	}
	return NULL;
}

static u32 devices_count(unsigned long bus)
{
	unsigned long key = pf_bus_key(bus);
	struct scope_pf *pf;
	u32 count = 0;

	for (; (pf = devices_shown(&key, pf_bus_key(bus + 1))); key++) {
		pf_put(pf);
		count++;
	}
	return count;
}

/*
 * A PF that does not answer keeps its line, without its registers. For want of memory
 * none loses its line: who reads is told, or tries again.
 */
static int devices_look(struct scope_pf *pf, struct devices_pf *at)
{
	int ret;

	at->key = pf->key;
	ret = pf_facts_take(pf, TEXT_DEVICES_NEEDS & ~FACTS_PEERS, &at->facts);
	at->told = !ret || *at->facts.kernel.name;
	return ret == -ENOMEM ? ret : 0;
}

static void devices_say(const struct devices_pf *pf, struct around_peer *peer)
{
	around_peer_of(&pf->facts.sriov, pf->facts.sriov_error, pf->key, peer);
}

/* Looks at all PFs of a bus. What came since they were counted is left out. */
static int devices_gather(struct devices *devices, unsigned long bus)
{
	unsigned long key = pf_bus_key(bus);
	u32 count = devices_count(bus), i;
	struct scope_pf *pf;
	int ret = 0;

	devices_forget(devices);
	devices->pfs = kvcalloc(count, sizeof(*devices->pfs), GFP_KERNEL);
	devices->peers = kvcalloc(count, sizeof(*devices->peers), GFP_KERNEL);
	if (!devices->pfs || !devices->peers) {
		devices_forget(devices);
		return -ENOMEM;
	}

	devices->bus = bus;
	while (!ret && devices->count < count &&
	       (pf = devices_shown(&key, pf_bus_key(bus + 1)))) {
		ret = devices_look(pf, &devices->pfs[devices->count++]);
		pf_put(pf);
		key++;
	}
	if (ret) {
		devices_forget(devices);
		return ret;
	}
	for (i = 1; i < devices->count; i++)
		devices_say(&devices->pfs[i], &devices->peers[i - 1]);
	return 0;
}

/* From the one that is left out to another: all between them move by one. */
static void devices_leave_out(struct devices *devices, u32 which)
{
	for (; devices->without < which; devices->without++)
		devices_say(&devices->pfs[devices->without],
			    &devices->peers[devices->without]);
	for (; devices->without > which; devices->without--)
		devices_say(&devices->pfs[devices->without],
			    &devices->peers[devices->without - 1]);
}

static struct devices_pf *devices_find(struct devices *devices,
				       unsigned long key)
{
	u32 i;

	for (i = 0; i < devices->count; i++) {
		if (devices->pfs[i].key >= key)
			return &devices->pfs[i];
	}
	return NULL;
}

static void *devices_at(struct devices *devices, loff_t *pos)
{
	struct devices_pf *found;
	struct scope_pf *pf;
	unsigned long key;
	int ret;

	if (!*pos)
		return SEQ_START_TOKEN;
	key = *pos - 1;
	while ((pf = devices_shown(&key, ULONG_MAX))) {
		pf_put(pf);
		ret = 0;
		if (!devices->count || devices->bus != pf_key_bus(key))
			ret = devices_gather(devices, pf_key_bus(key));
		if (ret)
			return ERR_PTR(ret);
		found = devices_find(devices, key);
		if (found) {
			*pos = (loff_t)found->key + 1;
			return found;
		}
		key = pf_bus_key(pf_key_bus(key) + 1);
	}
	return NULL;
}

static void *devices_start(struct seq_file *m, loff_t *pos)
{
	struct devices *devices = m->private;

	if (!*pos)
		devices_forget(devices);
	return devices_at(devices, pos);
}

static void *devices_next(struct seq_file *m, void *v, loff_t *pos)
{
	(*pos)++;
	return devices_at(m->private, pos);
}

static void devices_stop(struct seq_file *m, void *v)
{
}

static int devices_show(struct seq_file *m, void *v)
{
	struct devices *devices = m->private;
	struct devices_pf *pf = v;
	struct check_summary check;
	struct pf_around *around;

	if (v == SEQ_START_TOKEN) {
		text_devices_header(m);
		return 0;
	}
	if (!pf->told)
		return SEQ_SKIP;

	around = pf->facts.around;
	if (around) {
		devices_leave_out(devices, pf - devices->pfs);
		around->peers = devices->peers;
		around->peer_count = devices->count - 1;
		around->all_pfs = registry_is_complete();
		check_all(&pf->facts, &check);
	}
	text_devices_line(m, &pf->facts, around ? &check : NULL);
	if (around)
		around->peers = NULL;
	return 0;
}

static const struct seq_operations devices_seq = {
	.start = devices_start,
	.next = devices_next,
	.stop = devices_stop,
	.show = devices_show,
};

static int devices_open(struct inode *inode, struct file *file)
{
	return seq_open_private(file, &devices_seq, sizeof(struct devices));
}

static int devices_release(struct inode *inode, struct file *file)
{
	devices_forget(((struct seq_file *)file->private_data)->private);
	return seq_release_private(inode, file);
}

const struct file_operations devices_fops = {
	.owner = THIS_MODULE,
	.open = devices_open,
	.read = seq_read,
	.llseek = seq_lseek,
	.release = devices_release,
};
