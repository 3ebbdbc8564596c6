// SPDX-License-Identifier: GPL-2.0
/*
 * Who has which memory: /proc/iomem, the tree of resources as the kernel has it.
 * Who is not root sees no addresses there.
 */
#include "host.h"
#include "iomem.h"
#include "sysfs.h"

#define LINE_LEN 160

struct iomem_range {
	u64 start;
	u64 end;
	char name[AROUND_NAME_LEN];
};

/**
 * struct iomem - who has which memory
 * @count: ranges
 * @room: for how many there is room
 * @ranges: by their first address
 */
struct iomem {
	size_t count;
	size_t room;
	struct iomem_range *ranges;
};

static bool iomem_line(const char *line, struct iomem_range *range)
{
	return sscanf(line, " %llx-%llx : %23[^\n]", &range->start, &range->end,
		      range->name) == 3;
}

static bool iomem_add(struct iomem *iomem, const struct iomem_range *range)
{
	struct iomem_range *more;

	if (iomem->count == iomem->room) {
		iomem->room = iomem->room * 2 ?: 64;
		more = reallocarray(iomem->ranges, iomem->room, sizeof(*more));
		if (!more)
			return false;
		iomem->ranges = more;
	}
	iomem->ranges[iomem->count++] = *range;
	return true;
}

static int iomem_order(const void *a, const void *b)
{
	const struct iomem_range *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return 0;
}

/* Where all addresses are 0, they are secret. */
static bool iomem_tells(const struct iomem *iomem)
{
	size_t i;

	for (i = 0; i < iomem->count; i++) {
		if (iomem->ranges[i].end)
			return true;
	}
	return false;
}

static bool iomem_fill(struct iomem *iomem, FILE *file)
{
	struct iomem_range range;
	char line[LINE_LEN];

	while (fgets(line, sizeof(line), file)) {
		if (iomem_line(line, &range) && !iomem_add(iomem, &range))
			return false;
	}
	return feof(file) && iomem_tells(iomem);
}

static struct iomem *iomem_read(FILE *file)
{
	struct iomem *iomem = calloc(1, sizeof(*iomem));

	if (!iomem)
		return NULL;
	if (!iomem_fill(iomem, file)) {
		iomem_free(iomem);
		return NULL;
	}
	qsort(iomem->ranges, iomem->count, sizeof(*iomem->ranges), iomem_order);
	return iomem;
}

const struct iomem *host_iomem(struct host *host)
{
	FILE *file;

	if (host->iomem_asked)
		return host->iomem;
	host->iomem_asked = true;
	file = host_path_open(host, "/proc/iomem");
	if (!file)
		return NULL;
	host->iomem = iomem_read(file);
	fclose(file);
	return host->iomem;
}

/* The first range that begins at an address or above */
static size_t iomem_from(const struct iomem *iomem, u64 start)
{
	size_t low = 0, high = iomem->count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (iomem->ranges[middle].start < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool iomem_has(const struct iomem *iomem, u64 start, u64 end, const char *name)
{
	const struct iomem_range *range;
	size_t i;

	for (i = iomem_from(iomem, start); i < iomem->count; i++) {
		range = &iomem->ranges[i];
		if (range->start != start)
			return false;
		if (range->end == end && !strcmp(range->name, name))
			return true;
	}
	return false;
}

bool iomem_next(const struct iomem *iomem, const char *name, size_t *from,
		u64 *start, u64 *end)
{
	const struct iomem_range *range;

	while (*from < iomem->count) {
		range = &iomem->ranges[(*from)++];
		if (strcmp(range->name, name))
			continue;
		*start = range->start;
		*end = range->end;
		return true;
	}
	return false;
}

bool iomem_within(const struct iomem *iomem, u64 first, u64 last, size_t *from,
		  u64 *start, u64 *end)
{
	const struct iomem_range *range;

	*from = max(*from, iomem_from(iomem, first));
	while (*from < iomem->count) {
		range = &iomem->ranges[(*from)++];
		if (range->start > last)
			return false;
		if (range->end > last)
			continue;
		*start = range->start;
		*end = range->end;
		return true;
	}
	return false;
}

void iomem_free(struct iomem *iomem)
{
	if (!iomem)
		return;
	free(iomem->ranges);
	free(iomem);
}
