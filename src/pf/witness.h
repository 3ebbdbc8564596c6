/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Who resets a PF, or writes its registers from user space? No notification says
 * so: the functions of the PCI core that do it are watched with kprobes. A kernel
 * without them has no witness, and then nobody knows.
 */
#ifndef SRIOVSCOPE_PF_WITNESS_H
#define SRIOVSCOPE_PF_WITNESS_H

#if defined(CONFIG_KPROBES) && defined(CONFIG_HAVE_FUNCTION_ARG_ACCESS_API)

/**
 * witness_start() - watch those functions, as far as they can be
 *
 * Context: may sleep.
 */
void witness_start(void);

/**
 * witness_stop() - watch them no more
 *
 * Context: may sleep.
 */
void witness_stop(void);

#else

static inline void witness_start(void)
{
}

static inline void witness_stop(void)
{
}

#endif

#endif
