// SPDX-License-Identifier: GPL-2.0
/*
 * What two sides are: files, or PFs of a source.
 */
#include "host/address.h"
#include "look.h"
#include "say.h"
#include "side.h"

static bool is_address(const char *name)
{
	u16 routing_id;
	u32 domain;
	int len = address_parse(name, &domain, &routing_id);

	return len && !name[len];
}

bool sides_open(struct side *sides, const char *from, const char *root)
{
	struct side *side;

	for (side = sides; side < sides + 2; side++) {
		side->is_pf = is_address(side->name);
		side->look = json_object_new_object();
		side->source =
			source_open(side->is_pf ? from : side->name, root);
		if (!side->source)
			return false;
	}
	return true;
}

static bool side_look(struct side *side)
{
	bool all = true;
	u32 i;

	for (i = 0; i < side->source->count; i++)
		all &= look_at(side->source, i, side->look);
	return all;
}

static bool side_look_at(struct side *side, const char *name)
{
	int pf = source_find(side->source, name);

	return pf >= 0 && look_at(side->source, pf, side->look);
}

bool sides_look(struct side *sides)
{
	struct side *side, *other;
	bool all = true;

	for (side = sides; side < sides + 2; side++) {
		other = side == sides ? side + 1 : sides;
		if (side->is_pf)
			all &= side_look_at(side, side->name);
		else if (other->is_pf && side->source->count != 1)
			all &= side_look_at(side, other->name);
		else
			all &= side_look(side);
	}
	return all;
}

void sides_close(struct side *sides)
{
	struct side *side;

	for (side = sides; side < sides + 2; side++) {
		json_object_put(side->look);
		source_close(side->source);
	}
}
