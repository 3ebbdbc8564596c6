/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the core uses of the kernel, in user space. Every source gets it by the
 * option -include; the headers of the kernel that it stands in for are empty
 * files then, which the Makefile here makes by their names. UAPI headers,
 * <linux/pci_regs.h> say, are those of the C library.
 *
 * What does not fit in here in a few lines is no matter of the core.
 */
#ifndef SRIOVSCOPE_USER_SHIM_H
#define SRIOVSCOPE_USER_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <linux/pci.h>
#include <linux/types.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

/* types, limits, sizes */
typedef __u8 u8;
typedef __u16 u16;
typedef __u32 u32;
typedef __u64 u64;
typedef __s8 s8;
typedef __s16 s16;
typedef __s32 s32;
typedef __s64 s64;
typedef unsigned int gfp_t;

#define GFP_KERNEL ((gfp_t)0)
#define U8_MAX ((u8)~0U)
#define U16_MAX ((u16)~0U)
#define U32_MAX ((u32)~0U)
#define U64_MAX ((u64)~0ULL)
#define SZ_16K 0x4000

/* compiler, build_bug, array_size, container_of, stddef */
#define __printf(fmt, args) __attribute__((format(printf, fmt, args)))
#define __maybe_unused __attribute__((unused))
#define __noreturn __attribute__((noreturn))
#define inline inline __maybe_unused
#define __packed __attribute__((packed))
#define __private
#define ACCESS_PRIVATE(p, member) ((p)->member)

#define __same_type(a, b) __builtin_types_compatible_p(typeof(a), typeof(b))
#undef static_assert
#define static_assert(expr, ...) shim_assert(expr, ##__VA_ARGS__, #expr)
#define shim_assert(expr, msg, ...) _Static_assert(expr, msg)
#define shim_paste(a, b) a##b
#define shim_build_bug(name, condition, msg)                        \
	do {                                                        \
		extern void name(void) __attribute__((error(msg))); \
		if (condition)                                      \
			name();                                     \
	} while (0)
#define shim_build_bug_at(line, condition, msg) \
	shim_build_bug(shim_paste(shim_build_bug_, line), condition, msg)
#define BUILD_BUG_ON_MSG(condition, msg) \
	shim_build_bug_at(__COUNTER__, condition, msg)
#define BUILD_BUG_ON_ZERO(e) ((int)sizeof(struct { int : (-!!(e)); }))

#define ARRAY_SIZE(array)                   \
	(sizeof(array) / sizeof(*(array)) + \
	 BUILD_BUG_ON_ZERO(__same_type(array, &(array)[0])))
#define sizeof_field(type, member) sizeof(((type *)0)->member)
#define offsetofend(type, member) \
	(offsetof(type, member) + sizeof_field(type, member))
#define container_of(ptr, type, member) \
	((type *)((char *)(ptr)-offsetof(type, member)))

/* minmax, math, math64, log2, overflow */
#define shim_pick(type, a, op, b)                   \
	({                                          \
		type shim_a = (a);                  \
		type shim_b = (b);                  \
		shim_a op shim_b ? shim_a : shim_b; \
	})
#define min_t(type, a, b) shim_pick(type, a, <, b)
#define min(a, b) shim_pick(typeof((a) + (b)), a, <, b)
#define max(a, b) shim_pick(typeof((a) + (b)), a, >, b)
#define DIV_ROUND_UP(n, d) (((n) + (d)-1) / (d))
#define lower_16_bits(n) ((u16)(n))
#define upper_16_bits(n) ((u16)((n) >> 16))
#define round_down(n, power) ((n) & ~((typeof(n))(power)-1))
#define div_u64(n, d) ((u64)(n) / (u32)(d))
#define div64_u64(n, d) ((u64)(n) / (u64)(d))
#define is_power_of_2(n) ((n) && !((n) & ((n)-1)))
#define check_add_overflow(a, b, sum) __builtin_add_overflow(a, b, sum)
#define check_mul_overflow(a, b, product) __builtin_mul_overflow(a, b, product)
#define struct_size(p, member, count) \
	(sizeof(*(p)) + sizeof(*(p)->member) * (size_t)(count))

/* bits, bitfield, bitops, bitmap */
#define BITS_PER_BYTE 8
#define BITS_PER_TYPE(type) (sizeof(type) * BITS_PER_BYTE)
#define BITS_PER_LONG BITS_PER_TYPE(long)
#define BITS_TO_LONGS(bits) DIV_ROUND_UP(bits, BITS_PER_LONG)
#define BIT(n) (1UL << (n))
#define BIT_ULL(n) (1ULL << (n))
#define GENMASK_ULL(high, low) ((~0ULL << (low)) & (~0ULL >> (63 - (high))))
#define GENMASK(high, low) ((unsigned long)GENMASK_ULL(high, low))
#define FIELD_GET(mask, value) \
	((typeof(mask))(((value) & (mask)) >> __builtin_ctzll(mask)))
#define FIELD_PREP(mask, value) \
	(((typeof(mask))(value) << __builtin_ctzll(mask)) & (mask))
#define __ffs(word) ((unsigned long)__builtin_ctzl(word))
#define hweight8(word) ((unsigned int)__builtin_popcount((u8)(word)))
#define hweight32(word) ((unsigned int)__builtin_popcount(word))
#define DECLARE_BITMAP(name, bits) unsigned long name[BITS_TO_LONGS(bits)]

#define test_bit(n, map) \
	(((map)[(n) / BITS_PER_LONG] >> ((n) % BITS_PER_LONG)) & 1)
#define __set_bit(n, map) \
	((void)((map)[(n) / BITS_PER_LONG] |= BIT((n) % BITS_PER_LONG)))
#define for_each_set_bit(n, map, bits)                        \
	for ((n) = find_next_bit(map, bits, 0); (n) < (bits); \
	     (n) = find_next_bit(map, bits, (n) + 1))

static inline unsigned long find_next_bit(const unsigned long *map,
					  unsigned long bits, unsigned long at)
{
	while (at < bits && !test_bit(at, map))
		at++;
	return at < bits ? at : bits;
}

static inline void bitmap_zero(unsigned long *map, unsigned long bits)
{
	memset(map, 0, BITS_TO_LONGS(bits) * sizeof(*map));
}

/* byteorder */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define shim_le(bits, value) (value)
#else
#define shim_le(bits, value) __builtin_bswap##bits(value)
#endif
#define cpu_to_le32(value) ((__le32)shim_le(32, (u32)(value)))
#define le32_to_cpu(value) shim_le(32, (u32)(value))

/* pci */
#define PCI_BUS_NUM(id) (((id) >> 8) & 0xff)
#define PCI_POSSIBLE_ERROR(value) ((value) == ((typeof(value))~0ULL))

/* kernel: errnos have names, see %pe. */
#define IS_ENABLED(option) (option)
#define CONFIG_SYMBOLIC_ERRNAME 1
#define CONFIG_KASAN 0

/* err, slab */
#define MAX_ERRNO 4095
#define EPROBE_DEFER 517
#define ERR_PTR(error) ((void *)(long)(error))
#define PTR_ERR(ptr) ((long)(ptr))
#define IS_ERR(ptr) ((unsigned long)(ptr) >= (unsigned long)-MAX_ERRNO)

#define kvzalloc(size, gfp) calloc(1, size)
#define kvcalloc(count, size, gfp) calloc(count, size)
#define kvfree(ptr) free((void *)(ptr))

/* sort: nobody needs a way of his own to swap. */
#define sort(base, count, size, order, swap) qsort(base, count, size, order)

/* bug: who counts them decides what follows. */
extern unsigned int shim_warnings;
#define WARN_ON(condition)                                                \
	({                                                                \
		bool shim_warn = (condition);                             \
		if (shim_warn) {                                          \
			shim_warnings++;                                  \
			fprintf(stderr, "%s:%d: warning: %s\n", __FILE__, \
				__LINE__, #condition);                    \
		}                                                         \
		shim_warn;                                                \
	})

/* string, kstrtox; of the kernel's own formats there are %pe, and %*pE as it is. */
int vscnprintf(char *buf, size_t size, const char *fmt, va_list args)
	__printf(3, 0);
int scnprintf(char *buf, size_t size, const char *fmt, ...) __printf(3, 4);
ssize_t strscpy(char *to, const char *from, size_t size);
void *memchr_inv(const void *from, int byte, size_t size);
int kstrtouint(const char *text, unsigned int base, unsigned int *number);

/**
 * struct seq_file - text in memory, as much as there is room for
 * @buf: the text, without an end
 * @size: of @buf in bytes
 * @count: bytes that are used, @size when there was more text
 * @private: of who prints
 */
struct seq_file {
	char *buf;
	size_t size;
	size_t count;
	void *private;
};

#define ESCAPE_HEX 0
#define ESCAPE_NAP 0
#define ESCAPE_APPEND 0

#define seq_putc(m, c) seq_write(m, (char[]){ c }, 1)
#define seq_puts(m, text) seq_write(m, text, strlen(text))

void seq_write(struct seq_file *m, const void *data, size_t size);
void seq_printf(struct seq_file *m, const char *fmt, ...) __printf(2, 3);
void seq_escape_mem(struct seq_file *m, const char *text, size_t size,
		    unsigned int flags, const char *escape);

#endif
