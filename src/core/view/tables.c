// SPDX-License-Identifier: GPL-2.0
/*
 * The tables of all capabilities at run time. Whoever includes their headers has
 * them as types, which cost nothing; this is the one source that has the rows.
 */
#define DEFINE_CAPS
#include <sriovscope/capabilities.h>
