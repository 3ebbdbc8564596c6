/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Who resets a PF, writes its registers from user space, or asks for VFs and is
 * refused? Why did a driver not take it? No notification says so: the functions of
 * the PCI core that do it are watched with kprobes. A kernel that cannot has no
 * witness, and then nobody knows.
 */
#ifndef SRIOVSCOPE_PF_WITNESS_H
#define SRIOVSCOPE_PF_WITNESS_H

#ifdef SRIOVSCOPE_WITNESS

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

/**
 * witness_answers_start() - watch what functions of the PCI core answer
 *
 * Context: may sleep.
 */
void witness_answers_start(void);

/**
 * witness_answers_stop() - watch that no more
 *
 * Context: may sleep.
 */
void witness_answers_stop(void);

#else

static inline void witness_start(void)
{
}

static inline void witness_stop(void)
{
}

#endif

#endif
