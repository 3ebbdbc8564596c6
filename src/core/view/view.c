// SPDX-License-Identifier: GPL-2.0
/*
 * Views: how they come to be, and the accesses behind the typed macros.
 *
 * The members of struct config_view are touched in this file alone.
 */
#include <linux/bits.h>
#include <linux/err.h>
#include <linux/kernel.h>
#include <sriovscope/capabilities.h>
#include <sriovscope/view.h>

int ext_cap_at(const struct ext_chain *chain, const struct ext_cap *cap,
	       const struct ext_cap_type *type, struct config_view *view)
{
	if (cap < chain->caps || cap >= chain->caps + chain->count)
		return -EINVAL;
	if (chain->kind != type->kind || ext_cap_id(chain, cap) != type->id)
		return -ENODEV;
	if (cap->span < type->size)
		return -EINVAL;

	ACCESS_PRIVATE(view, space) = chain->space;
	ACCESS_PRIVATE(view, type) = type;
	ACCESS_PRIVATE(view, base) = cap->offset;
	ACCESS_PRIVATE(view, span) = cap->span;
	return 0;
}

static u16 chain_search(const struct ext_chain *chain, u16 id)
{
	const struct ext_cap *cap;

	ext_chain_for_each(cap, chain) {
		if (ext_cap_id(chain, cap) == id)
			return cap->offset;
	}
	return 0;
}

static int chain_view(const struct ext_chain *chain, u16 offset,
		      const struct ext_cap_type *type, struct config_view *view)
{
	const struct ext_cap *cap;
	bool all_ones = false;

	ext_chain_for_each(cap, chain) {
		if (cap->offset == offset)
			return ext_cap_at(chain, cap, type, view);
		all_ones |= test_bit(EXT_DEFECT_ALL_ONES, &cap->defects);
	}
	return all_ones ? -ENXIO : -ENODEV;
}

int ext_cap_find(const struct config_space *space,
		 const struct ext_cap_type *type, struct config_view *view)
{
	struct ext_chain *chain;
	u16 offset;
	int ret;

	if (type->kind == CAP_EXTENDED)
		chain = ext_chain_read(space);
	else
		chain = conventional_chain_read(space);
	if (IS_ERR(chain))
		return PTR_ERR(chain);

	if (type->kind == CAP_EXTENDED && space->ops->find_ext_cap)
		offset = space->ops->find_ext_cap(space, type->id);
	else
		offset = chain_search(chain, type->id);

	ret = chain_view(chain, offset, type, view);
	ext_chain_free(chain);
	return ret;
}

int config_view_read(const struct config_view *view, u32 offset, u32 width,
		     u32 *value)
{
	int ret;

	ret = config_gate(ACCESS_PRIVATE(view, span), offset, width);
	if (ret)
		return ret;
	return config_read(ACCESS_PRIVATE(view, space),
			   ACCESS_PRIVATE(view, base) + offset, width, value);
}

/* What the field leaves of its register is not read when that is nothing. */
int config_view_set(const struct config_view *view, struct field_place place,
		    u32 value)
{
	const u32 mask = ~0U >> (32 - place.bits) << place.lsb;
	struct register_masks masks;
	u32 base = ACCESS_PRIVATE(view, base);
	u32 old = 0;
	int ret;

	ret = config_gate(ACCESS_PRIVATE(view, span), place.at, place.width);
	if (!ret && place.bits < place.width * BITS_PER_BYTE)
		ret = config_view_read(view, place.at, place.width, &old);
	if (ret)
		return ret;
	masks = register_masks(ACCESS_PRIVATE(view, type), place.at,
			       place.width);
	old &= ~(mask | masks.w1c | masks.rsvdz);
	return config_write(ACCESS_PRIVATE(view, space), base + place.at,
			    place.width, old | value << place.lsb);
}

static const struct cap_field *array_at(const struct ext_cap_type *type, u32 at)
{
	const struct cap_field *row;

	for (row = type->rows; row < type->rows + type->row_count; row++) {
		if (row->at == at && row->element)
			return row;
	}
	return NULL;
}

int config_view_inner(const struct config_view *view, u32 at,
		      const struct ext_cap_type *type,
		      struct config_view *element)
{
	u16 span = ACCESS_PRIVATE(view, span);

	if (at % sizeof(u32) || at > span || type->size > span - at)
		return -ERANGE;
	ACCESS_PRIVATE(element, space) = ACCESS_PRIVATE(view, space);
	ACCESS_PRIVATE(element, base) = ACCESS_PRIVATE(view, base) + at;
	ACCESS_PRIVATE(element, type) = type;
	ACCESS_PRIVATE(element, span) = type->size;
	return 0;
}

int config_view_element(const struct config_view *view, u32 at, u32 index,
			struct config_view *element)
{
	const struct cap_field *array =
		array_at(ACCESS_PRIVATE(view, type), at);

	if (!array)
		return -EINVAL;
	if (index >= array->count)
		return -ERANGE;
	return config_view_inner(view, at + index * array->width,
				 array->element, element);
}

/* Every dword once, the header last: see view_snapshot(). */
int config_view_snapshot(const struct config_view *view, u32 *dwords, u32 count)
{
	const struct ext_cap_type *type = ACCESS_PRIVATE(view, type);
	u32 i, at;
	int ret;

	for (i = 1; i <= count; i++) {
		at = i % count;
		ret = config_view_read(view, at * sizeof(u32), sizeof(u32),
				       &dwords[at]);
		if (ret)
			return ret;
	}

	if (config_all_ones(dwords[0]))
		return -ENODEV;
	if (cap_header_id(type->kind, dwords[0]) != type->id)
		return -EIO;
	return 0;
}

int config_view_read_dwords(const struct config_view *view, u32 *dwords,
			    u32 first, u32 count)
{
	bool all_ones = true;
	u32 i;
	int ret;

	for (i = first; i < first + count; i++) {
		ret = config_view_read(view, i * sizeof(u32), sizeof(u32),
				       &dwords[i]);
		if (ret)
			return ret;
		all_ones &= config_all_ones(dwords[i]);
	}
	return all_ones ? -ENODEV : 0;
}

u16 config_view_base(const struct config_view *view)
{
	return ACCESS_PRIVATE(view, base);
}

u16 config_view_span(const struct config_view *view)
{
	return ACCESS_PRIVATE(view, span);
}
