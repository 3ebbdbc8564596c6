// SPDX-License-Identifier: GPL-2.0
/*
 * The round trip, reading: what the tables make of each field finds the bits
 * that the model says, and nothing else.
 */
#include <kunit/test.h>
#include <linux/kernel.h>
#include <linux/string.h>
#include <sriovscope/field.h>

#include "field_trip.h"
#include "mock_pci.h"

static const struct field_table *const tables[] = FIELD_TABLE_LIST;

KUNIT_ARRAY_PARAM(table, tables, field_trip_describe);

/* For each access that a table can say, which of the model's are the same */
static const char *model_of_access(u8 access)
{
	switch (access) {
	case CAP_ACCESS_RO:
	case CAP_ACCESS_HWINIT:
		return "ro";
	case CAP_ACCESS_RW:
		return "wco";
	case CAP_ACCESS_RW_LOCKED:
		return "WC";
	case CAP_ACCESS_RW_CORE:
		return "ck";
	case CAP_ACCESS_RW_CORE_LOCKED:
		return "CK";
	case CAP_ACCESS_RW1C:
		return "1";
	case CAP_ACCESS_RSVDP:
		return "p";
	case CAP_ACCESS_RSVDZ:
		return "z";
	default:
		return "";
	}
}

static void expect_place(struct kunit *test, const struct field_case *c,
			 const struct field_model *model)
{
	const struct field_model_row *row = model->row;

	KUNIT_EXPECT_EQ_MSG(test, c->at, model->reg, "%s", c->name);
	KUNIT_EXPECT_EQ_MSG(test, c->width, model->width, "%s", c->name);
	KUNIT_EXPECT_EQ_MSG(test, c->count ?: 1, row->count, "%s", c->name);
	if (c->kind == FIELD_CASE_ELEMENTS)
		return;
	KUNIT_EXPECT_TRUE_MSG(test,
			      strchr(model_of_access(c->access), row->who),
			      "%s: %#x is not %c", c->name, c->access,
			      row->who);
	if (c->kind == FIELD_CASE_REG)
		return;
	KUNIT_EXPECT_EQ_MSG(test, c->at * 8 + c->lsb, field_bit(row, 0, 0),
			    "%s", c->name);
	KUNIT_EXPECT_EQ_MSG(test, c->bits, row->bits, "%s", c->name);
}

/* The model has each row of the table, with its place and access. */
static void field_agrees(struct kunit *test)
{
	const struct field_case *c;
	struct field_model model;
	struct field_trip trip;
	bool found;

	field_trip_open(test, &trip);
	for_each_field_case(c, trip.table) {
		found = field_model_find(&model, trip.table->name, c->name,
					 c->kind == FIELD_CASE_REG);
		KUNIT_EXPECT_TRUE_MSG(test, found, "%s is in the table alone",
				      c->name);
		if (found)
			expect_place(test, c, &model);
	}
}

static const struct field_table *table_named(const char *name)
{
	u32 i;

	for (i = 0; i < ARRAY_SIZE(tables); i++) {
		if (!strcmp(tables[i]->name, name))
			return tables[i];
	}
	return NULL;
}

static bool table_has(const struct field_table *table,
		      const struct field_model_row *row)
{
	const bool is_reg = row->kind == FIELD_MODEL_REG;
	const struct field_case *c;
	bool same_kind;

	for_each_field_case(c, table) {
		same_kind = is_reg == (c->kind == FIELD_CASE_REG);
		if (same_kind && !strcmp(c->name, row->name))
			return true;
	}
	return false;
}

/* A table has each row of the model, and there are as many of them. */
static void field_all_there(struct kunit *test)
{
	struct field_model model = {};
	const struct field_table *table;
	u32 i, rows = 0, cases = 0;

	while (field_model_next(&model)) {
		rows++;
		table = table_named(model.cap);
		KUNIT_EXPECT_TRUE_MSG(test,
				      table && table_has(table, model.row),
				      "%s.%s is in the model alone", model.cap,
				      model.row->name);
	}
	for (i = 0; i < ARRAY_SIZE(tables); i++)
		cases += tables[i]->count;
	KUNIT_EXPECT_EQ(test, rows, cases);
}

static bool is_listed_door(enum field_door door)
{
	return door < FIELD_BY_HARDWARE;
}

static void expect_get(struct kunit *test, const struct field_trip *trip,
		       const struct field_case *c,
		       const struct field_model_row *row, u32 index, u32 want)
{
	bool legal = field_model_legal(row, want);
	enum field_door door;
	u32 got;
	int ret;

	for (door = 0; door < FIELD_DOORS; door++) {
		got = ~want;
		ret = c->get(&trip->subject, door, index, &got);
		if (ret == -EOPNOTSUPP)
			continue;
		KUNIT_EXPECT_EQ_MSG(test, ret,
				    legal || !is_listed_door(door) ? 0 : -EDOM,
				    "%s[%u], door %u", c->name, index, door);
		if (!ret)
			KUNIT_EXPECT_EQ_MSG(test, got, want, "%s[%u], door %u",
					    c->name, index, door);
	}
	mock_config_forget(trip->subject.mock);
}

/* One access, of the register as the model has it. */
static void expect_access(struct kunit *test, const struct field_trip *trip,
			  const struct field_case *c,
			  const struct field_model *model, u32 index)
{
	const struct mock_config *mock = trip->subject.mock;
	u32 got;

	c->get(&trip->subject, FIELD_BY_VIEW, index, &got);
	KUNIT_EXPECT_EQ_MSG(test, mock->reads, 1, "%s", c->name);
	KUNIT_EXPECT_EQ_MSG(test, mock->log->access[0].offset,
			    trip->subject.base + model->reg +
				    index * model->width,
			    "%s", c->name);
	KUNIT_EXPECT_EQ_MSG(test, mock->log->access[0].width, model->width,
			    "%s", c->name);
	mock_config_forget(trip->subject.mock);
}

/* No bit, each, all; and bits that are none of its own */
static void read_all(struct kunit *test, const struct field_trip *trip,
		     const struct field_case *c,
		     const struct field_model_row *row, u32 index, u8 around)
{
	u32 max = field_max(row);
	u32 n;

	field_trip_fill(trip, around);
	field_trip_put(trip, row, index, 0);
	expect_get(test, trip, c, row, index, 0);
	for (n = 0; n < row->bits; n++) {
		field_trip_put(trip, row, index, 1U << n);
		expect_get(test, trip, c, row, index, 1U << n);
	}
	field_trip_put(trip, row, index, max);
	expect_get(test, trip, c, row, index, max);
}

static void field_reads(struct kunit *test)
{
	const struct field_case *c;
	struct field_model model;
	struct field_trip trip;
	u32 index;

	field_trip_open(test, &trip);
	for_each_field_case(c, trip.table) {
		if (!field_trip_model(&trip, c, &model))
			continue;
		for (index = 0; index < model.row->count; index++) {
			read_all(test, &trip, c, model.row, index, 0x00);
			read_all(test, &trip, c, model.row, index, 0xff);
			expect_access(test, &trip, c, &model, index);
		}
	}
	mock_config_expect_sane(test, trip.subject.mock);
}

/* Every value of a field that is small, and of one that has a list */
static void field_values(struct kunit *test)
{
	const struct field_case *c;
	struct field_model model;
	struct field_trip trip;
	u32 value, other;

	field_trip_open(test, &trip);
	for_each_field_case(c, trip.table) {
		if (!field_trip_model(&trip, c, &model))
			continue;
		field_trip_fill(&trip, 0x00);
		for (value = 0; value <= min(field_max(model.row), 255U);
		     value++) {
			field_trip_put(&trip, model.row, 0, value);
			expect_get(test, &trip, c, model.row, 0, value);
		}
		if (!model.row->legal_count)
			continue;
		for (value = 0; value < model.row->bits; value++) {
			for (other = 0; other < model.row->bits; other++) {
				field_trip_put(&trip, model.row, 0,
					       1U << value | 1U << other);
				expect_get(test, &trip, c, model.row, 0,
					   1U << value | 1U << other);
			}
		}
	}
	mock_config_expect_sane(test, trip.subject.mock);
}

/* What a bit of the masks says, against the model */
static void expect_mask(struct kunit *test, const struct field_trip *trip,
			const char *what, u32 mask, const char *whom, u32 bit,
			u32 n)
{
	char who = trip->who[bit];

	if (who == 'o')
		return;
	KUNIT_EXPECT_EQ_MSG(test, mask >> n & 1, !!strchr(whom, who),
			    "%s: byte %#x bit %u is %c", what, bit / 8, bit % 8,
			    who);
}

static void expect_masks(struct kunit *test, const struct field_trip *trip,
			 u32 at, u32 width)
{
	struct register_masks masks =
		register_masks(trip->table->type, at, width);
	u32 n;

	for (n = 0; n < width * 8; n++) {
		expect_mask(test, trip, "rw", masks.rw, "wWcCkK", at * 8 + n,
			    n);
		expect_mask(test, trip, "w1c", masks.w1c, "1", at * 8 + n, n);
		expect_mask(test, trip, "rsvdz", masks.rsvdz, "z", at * 8 + n,
			    n);
		expect_mask(test, trip, "locked", masks.locked, "WCK",
			    at * 8 + n, n);
	}
}

/* What the simulator gets from the table, for all widths and places */
static void field_masks(struct kunit *test)
{
	const struct mock_config *mock;
	struct field_trip trip;
	u32 at, width, n, dword;

	field_trip_open(test, &trip);
	for (width = 1; width <= 4; width *= 2) {
		for (at = 0; at < trip.table->size; at += width)
			expect_masks(test, &trip, at, width);
	}

	mock = trip.subject.mock;
	hardware_put_masks(trip.subject.mock, trip.subject.base,
			   trip.table->size, trip.table->type);
	for (at = 0; at < trip.table->size; at += 4) {
		dword = (trip.subject.base + at) / 4;
		for (n = 0; n < 32; n++) {
			expect_mask(test, &trip, "mock's rw", mock->rw[dword],
				    "wWcCkK", at * 8 + n, n);
			expect_mask(test, &trip, "mock's w1c", mock->w1c[dword],
				    "1", at * 8 + n, n);
		}
	}
	mock_config_expect_sane(test, mock);
}

/* Elements are where the model says, up to the last, for both doors. */
static void field_elements(struct kunit *test)
{
	struct field_subject inner;
	const struct field_case *c;
	struct field_model model;
	struct field_trip trip;
	u32 i, hardware;

	field_trip_open(test, &trip);
	for_each_field_case(c, trip.table) {
		if (c->kind != FIELD_CASE_ELEMENTS ||
		    !field_model_find(&model, trip.table->name, c->name, false))
			continue;
		for (i = 0; i < model.row->count; i++) {
			u32 want = trip.subject.base + model.row->byte +
				   i * model.row->width;

			KUNIT_EXPECT_EQ(test,
					c->element(&trip.subject, i, &inner,
						   &hardware),
					0);
			KUNIT_EXPECT_EQ(test, config_view_base(&inner.view),
					want);
			KUNIT_EXPECT_EQ(test, config_view_span(&inner.view),
					model.row->width);
			KUNIT_EXPECT_EQ(test, hardware, want);
		}
		KUNIT_EXPECT_EQ(test,
				c->element(&trip.subject, i, &inner, &hardware),
				-ERANGE);
	}
	mock_config_expect_sane(test, trip.subject.mock);
}

static struct kunit_case field_cases[] = {
	KUNIT_CASE(field_all_there),
	KUNIT_CASE_PARAM(field_agrees, table_gen_params),
	KUNIT_CASE_PARAM(field_reads, table_gen_params),
	KUNIT_CASE_PARAM(field_values, table_gen_params),
	KUNIT_CASE_PARAM(field_masks, table_gen_params),
	KUNIT_CASE_PARAM(field_elements, table_gen_params),
	{}
};

static struct kunit_suite field_suite = {
	.name = "sriovscope_field",
	.test_cases = field_cases,
};

kunit_test_suite(field_suite);
