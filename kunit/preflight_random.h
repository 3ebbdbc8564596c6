/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Facts about devices on which anything is wrong at once.
 */
#ifndef SRIOVSCOPE_PREFLIGHT_RANDOM_H
#define SRIOVSCOPE_PREFLIGHT_RANDOM_H

#include <linux/prandom.h>

#include "preflight_facts.h"

/**
 * struct model_bars - the device behind the facts, as sriov_init() found it
 * @nres: how many VF BARs: dev->sriov->nres
 * @parents: which of them have a resource with a parent
 * @copies: bytes of one VF's copy, 0 where the kernel asks for none
 */
struct model_bars {
	u32 nres;
	bool parents[PCI_SRIOV_NUM_BARS];
	u64 copies[PCI_SRIOV_NUM_BARS];
};

/**
 * facts_random() - make a device of any numbers
 * @f: facts of a good one; most of them are changed
 * @dev: filled in with what the kernel found when it came
 * @rnd: where numbers come from
 */
void facts_random(struct pf_facts *f, struct model_bars *dev,
		  struct rnd_state *rnd);

#endif
