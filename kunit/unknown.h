/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Facts of which some could not be had.
 */
#ifndef SRIOVSCOPE_UNKNOWN_H
#define SRIOVSCOPE_UNKNOWN_H

#include "core/facts/facts.h"

/* All groups */
#define ABOUT_ALL (BIT(ABOUT_GROUPS) - 1)

/**
 * unknown_make() - forget some groups of facts
 * @f: the facts; what is forgotten is 0, as who fills facts in leaves it
 * @about: the groups, ABOUT_*
 */
void unknown_make(struct pf_facts *f, u32 about);

#endif
