/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Who has which memory: /proc/iomem.
 */
#ifndef SRIOVSCOPE_TOOL_IOMEM_H
#define SRIOVSCOPE_TOOL_IOMEM_H

#include <linux/types.h>

struct host;
struct iomem;

/**
 * host_iomem() - who has which memory
 * @host: a live machine
 *
 * Return: that, which @host keeps; NULL when it is secret or there is no memory.
 */
const struct iomem *host_iomem(struct host *host);

/**
 * iomem_has() - is a range part of the tree of resources?
 * @iomem: from host_iomem()
 * @start: first address
 * @end: last address
 * @name: who must have it
 *
 * A resource that is in the tree is part of a window, and no other is.
 *
 * Return: true when @name has exactly this.
 */
bool iomem_has(const struct iomem *iomem, u64 start, u64 end, const char *name);

/**
 * iomem_next() - the next range that somebody has
 * @iomem: from host_iomem()
 * @name: who has it
 * @from: where to go on, 0 for the first one
 * @start: first address, to fill in
 * @end: last address, to fill in
 *
 * Return: false when there is none any more.
 */
bool iomem_next(const struct iomem *iomem, const char *name, size_t *from,
		u64 *start, u64 *end);

/**
 * iomem_within() - the next range that is within another
 * @iomem: from host_iomem()
 * @first: first address of the other
 * @last: last address of the other
 * @from: where to go on, 0 for the first one
 * @start: first address, to fill in
 * @end: last address, to fill in
 *
 * The other itself is one of them, and so are those within those.
 *
 * Return: false when there is none any more.
 */
bool iomem_within(const struct iomem *iomem, u64 first, u64 last, size_t *from,
		  u64 *start, u64 *end);

/**
 * iomem_free() - forget who has which memory
 * @iomem: from host_iomem(); NULL is fine
 */
void iomem_free(struct iomem *iomem);

#endif
