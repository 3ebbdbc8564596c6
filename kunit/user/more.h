/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the suites use of the kernel and the core does not, after shim.h.
 */
#ifndef SRIOVSCOPE_USER_MORE_H
#define SRIOVSCOPE_USER_MORE_H

#define SZ_4K 0x1000
#define SZ_64K 0x10000
#define SZ_128K 0x20000
#define SZ_1M 0x100000
#define SZ_2M 0x200000
#define SZ_4M 0x400000
#define SZ_16M 0x1000000
#define SZ_64M 0x4000000
#define SZ_1G 0x40000000
#define SZ_2G 0x80000000
#define SZ_4G 0x100000000ULL
#define S32_MIN INT_MIN
#define __used __attribute__((used))
#define noinline __attribute__((noinline))
#define OPTIMIZER_HIDE_VAR(var) __asm__("" : "=r"(var) : "0"(var))
#define __noreturn __attribute__((noreturn))
#define max_t(type, a, b) shim_pick(type, a, >, b)
#define IS_ERR_OR_NULL(ptr) (!(ptr) || IS_ERR(ptr))
#define kzalloc(size, gfp) calloc(1, size)
#define seq_has_overflowed(m) ((m)->count == (m)->size)
#define strstarts(text, start) (!strncmp(text, start, strlen(start)))

#endif
