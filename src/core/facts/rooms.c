// SPDX-License-Identifier: GPL-2.0
/*
 * The order of who has the memory and the buses.
 */
#include <linux/array_size.h>
#include <linux/sort.h>

#include "facts.h"

/* By their windows and places; the rest makes the order the same everywhere. */
static int holder_order(const void *a, const void *b)
{
	const struct room_holder *x = a, *y = b;
	const u64 keys[][2] = {
		{ x->window, y->window },
		{ x->start, y->start },
		{ x->size, y->size },
		{ x->use, y->use },
		{ x->routing_id, y->routing_id },
		{ x->number, y->number },
	};
	u32 i;

	for (i = 0; i < ARRAY_SIZE(keys); i++) {
		if (keys[i][0] != keys[i][1])
			return keys[i][0] < keys[i][1] ? -1 : 1;
	}
	return 0;
}

void facts_sort_rooms(struct around_rooms *rooms)
{
	if (!rooms->holder_count)
		return;
	sort(rooms->holders, rooms->holder_count, sizeof(*rooms->holders),
	     holder_order, NULL);
}
