/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Generators of KUnit parameters, whose arguments differ between kernels.
 */
#ifndef SRIOVSCOPE_PARAMS_H
#define SRIOVSCOPE_PARAMS_H

/* Declares a generator of KUnit parameters, of @prev and @desc. */
#ifdef HAVE_KUNIT_GEN_PARAMS_OF_TEST
#define COMPAT_GEN_PARAMS(name) \
	name(struct kunit *test, const void *prev, char *desc)
#else
#define COMPAT_GEN_PARAMS(name) name(const void *prev, char *desc)
#endif

#endif
