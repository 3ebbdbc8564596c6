// SPDX-License-Identifier: GPL-2.0
/*
 * The model of the fields: all of its parts as one list.
 */
#include <linux/string.h>

#include "field_model.h"

static const struct field_model_part *const parts[] = {
	&field_model_sriov,	   &field_model_around, &field_model_aer,
	&field_model_conventional, &field_model_pcie,	&field_model_header,
};

static bool step(struct field_model *model)
{
	const struct field_model_part *part = parts[model->part];

	model->row = model->row ? model->row + 1 : part->rows;
	if (model->row < part->rows + part->count)
		return true;
	if (++model->part == ARRAY_SIZE(parts))
		return false;
	model->row = parts[model->part]->rows;
	return true;
}

bool field_model_next(struct field_model *model)
{
	while (step(model)) {
		if (model->row->kind == FIELD_MODEL_CAP) {
			model->cap = model->row->name;
			continue;
		}
		if (model->row->width) {
			model->reg = model->row->byte;
			model->width = model->row->width;
		}
		return true;
	}
	return false;
}

bool field_model_find(struct field_model *model, const char *cap,
		      const char *name, bool is_reg)
{
	bool same_kind;

	memset(model, 0, sizeof(*model));
	while (field_model_next(model)) {
		same_kind = is_reg == (model->row->kind == FIELD_MODEL_REG);
		if (same_kind && !strcmp(model->cap, cap) &&
		    !strcmp(model->row->name, name))
			return true;
	}
	return false;
}

bool field_model_legal(const struct field_model_row *row, u32 value)
{
	u32 i;

	if (!row->legal_count)
		return true;
	if (row->legal_count == FIELD_MODEL_ONE_BIT)
		return value && !(value & (value - 1));
	for (i = 0; i < row->legal_count; i++) {
		if (row->legal[i] == value)
			return true;
	}
	return false;
}

/* The fields of a register come behind it, and are painted over it. */
void field_model_who(const char *cap, char *who, u32 bits)
{
	struct field_model model = {};
	u32 i, from, size;

	memset(who, 'p', bits);
	while (field_model_next(&model)) {
		const struct field_model_row *row = model.row;

		if (!model.cap || strcmp(model.cap, cap))
			continue;
		from = row->byte * 8 + row->bit;
		size = row->bits ?: row->width * 8;
		for (i = 0; i < row->count && from + size <= bits; i++) {
			if (row->kind == FIELD_MODEL_ELEMENTS)
				field_model_who(row->element, who + from, size);
			else
				memset(who + from, row->who, size);
			from += size;
		}
	}
}
