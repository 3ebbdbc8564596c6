// SPDX-License-Identifier: GPL-2.0
/*
 * The round trip, writing: what the tables make of each field changes the bits
 * that the model says, and nothing else.
 */
#include <kunit/test.h>
#include <linux/kernel.h>
#include <linux/string.h>

#include "field_trip.h"
#include "mock_pci.h"

static const struct field_table *const tables[] = FIELD_TABLE_LIST;

KUNIT_ARRAY_PARAM(table, tables, field_trip_describe);

static bool is_rw(char who)
{
	return strchr("wWcCkKo", who);
}

/* The mock lets software write what the model says. */
static void field_put_masks(const struct field_trip *trip)
{
	struct mock_config *mock = trip->subject.mock;
	u32 bit, dword, rw = 0, w1c = 0;

	for (bit = 0; bit < trip->table->size * 8; bit++) {
		rw |= (u32)is_rw(trip->who[bit]) << bit % 32;
		w1c |= (u32)(trip->who[bit] == '1') << bit % 32;
		if (bit % 32 != 31)
			continue;
		dword = trip->subject.base + bit / 32 * 4;
		mock_config_put_masks(mock, dword, rw, w1c);
		rw = 0;
		w1c = 0;
	}
}

/**
 * struct field_write - a write that is under test
 * @c: the field
 * @model: of it
 * @index: which element
 * @value: that is written
 * @before: the bytes of the capability before it
 */
struct field_write {
	const struct field_case *c;
	const struct field_model *model;
	u32 index;
	u32 value;
	u8 before[256];
};

/* What is to arrive for a bit of the register, where that matters. */
static bool arrives(const struct field_trip *trip, const struct field_write *w,
		    u32 bit, bool *want)
{
	u32 first = field_bit(w->model->row, w->index, 0);
	char who = trip->who[bit];

	if (bit >= first && bit < first + w->model->row->bits) {
		*want = w->value >> (bit - first) & 1;
		return true;
	}
	*want = who != '1' && who != 'z' && field_get_bit(w->before, bit);
	return who != 'r';
}

static void expect_arrived(struct kunit *test, const struct field_trip *trip,
			   const struct field_write *w)
{
	const struct mock_config *mock = trip->subject.mock;
	const struct mock_access *last;
	u32 reg = w->model->reg + w->index * w->model->width;
	bool want;
	u32 n;

	KUNIT_ASSERT_GE_MSG(test, mock->log->count, 1, "%s", w->c->name);
	last = &mock->log->access[mock->log->count - 1];
	KUNIT_EXPECT_EQ_MSG(test, mock->writes, 1, "%s", w->c->name);
	KUNIT_EXPECT_LE_MSG(test, mock->reads, 1, "%s", w->c->name);
	KUNIT_ASSERT_TRUE_MSG(test, last->is_write, "%s", w->c->name);
	KUNIT_EXPECT_EQ_MSG(test, last->offset, trip->subject.base + reg, "%s",
			    w->c->name);
	KUNIT_EXPECT_EQ_MSG(test, last->width, w->model->width, "%s",
			    w->c->name);
	for (n = 0; n < w->model->width * 8; n++) {
		if (arrives(trip, w, reg * 8 + n, &want))
			KUNIT_EXPECT_EQ_MSG(test, last->value >> n & 1, want,
					    "%s = %#x: bit %u of %c",
					    w->c->name, w->value, n,
					    trip->who[reg * 8 + n]);
	}
}

/* Behind it, only the bits of the field are others. */
static void expect_content(struct kunit *test, const struct field_trip *trip,
			   struct field_write *w)
{
	const struct field_model_row *row = w->model->row;
	u32 n, bit;
	bool on;

	for (n = 0; n < row->bits; n++) {
		bit = field_bit(row, w->index, n);
		on = w->value >> n & 1;
		if (row->who == '1')
			on = !on && field_get_bit(w->before, bit);
		field_put_bit(w->before, bit, on);
	}
	KUNIT_EXPECT_EQ_MSG(test,
			    memcmp(w->before, field_bytes(trip),
				   trip->table->size),
			    0, "%s = %#x: another field changed", w->c->name,
			    w->value);
}

static void write_one(struct kunit *test, const struct field_trip *trip,
		      struct field_write *w, u8 around)
{
	int ret;

	field_trip_fill(trip, around);
	memcpy(w->before, field_bytes(trip), trip->table->size);
	ret = w->c->set(&trip->subject, w->index, w->value);
	if (!field_model_legal(w->model->row, w->value)) {
		KUNIT_EXPECT_EQ_MSG(test, ret, -EDOM, "%s", w->c->name);
		KUNIT_EXPECT_EQ(test, mock_config_accesses(trip->subject.mock),
				0);
		return;
	}
	KUNIT_ASSERT_EQ_MSG(test, ret, 0, "%s", w->c->name);
	expect_arrived(test, trip, w);
	expect_content(test, trip, w);
}

static void write_all(struct kunit *test, const struct field_trip *trip,
		      struct field_write *w)
{
	static const u8 around[] = { 0x00, 0xff, 0xa5, 0x5a };
	u32 max = field_max(w->model->row);
	u32 i, n;

	for (i = 0; i < ARRAY_SIZE(around); i++) {
		w->value = 0;
		write_one(test, trip, w, around[i]);
		w->value = max;
		write_one(test, trip, w, around[i]);
		for (n = 0; n < w->model->row->bits; n++) {
			w->value = 1U << n;
			write_one(test, trip, w, around[i]);
			w->value = max ^ 1U << n;
			write_one(test, trip, w, around[i]);
		}
	}
	mock_config_forget(trip->subject.mock);
	KUNIT_EXPECT_EQ_MSG(test,
			    w->c->set(&trip->subject, w->index, (u64)max + 1),
			    -ERANGE, "%s", w->c->name);
	KUNIT_EXPECT_EQ_MSG(test, mock_config_accesses(trip->subject.mock), 0,
			    "%s", w->c->name);
}

/* What the table lets nobody but the core write, it lets nobody here write. */
static bool is_open(u8 access)
{
	u8 kind = access & CAP_ACCESS_KIND;

	return !(access & CAP_ACCESS_CORE) &&
	       (kind == CAP_ACCESS_RW || kind == CAP_ACCESS_RW1C);
}

static void field_writes(struct kunit *test)
{
	struct field_write *w = kunit_kzalloc(test, sizeof(*w), GFP_KERNEL);
	struct field_model model;
	struct field_trip trip;

	KUNIT_ASSERT_NOT_NULL(test, w);
	field_trip_open(test, &trip);
	KUNIT_ASSERT_LE(test, trip.table->size, sizeof(w->before));
	field_put_masks(&trip);
	w->model = &model;
	for_each_field_case(w->c, trip.table) {
		if (!field_trip_model(&trip, w->c, &model))
			continue;
		if (!is_open(w->c->access)) {
			KUNIT_EXPECT_EQ_MSG(test,
					    w->c->set(&trip.subject, 0, 0),
					    -EPERM, "%s", w->c->name);
			continue;
		}
		for (w->index = 0; w->index < model.row->count; w->index++)
			write_all(test, &trip, w);
	}
	mock_config_expect_sane(test, trip.subject.mock);
}

/* The hardware's door: any field, and no access */
static void put_one(struct kunit *test, const struct field_trip *trip,
		    struct field_write *w, u8 around, u32 value)
{
	field_trip_fill(trip, around);
	memcpy(w->before, field_bytes(trip), trip->table->size);
	field_put(w->before, w->model->row, w->index, value);
	w->c->put(&trip->subject, w->index, value);
	KUNIT_EXPECT_EQ_MSG(test,
			    memcmp(w->before, field_bytes(trip),
				   trip->table->size),
			    0, "%s = %#x", w->c->name, value);
}

static void put_all(struct kunit *test, const struct field_trip *trip,
		    struct field_write *w, u8 around)
{
	u32 max = field_max(w->model->row);
	u32 n;

	put_one(test, trip, w, around, 0);
	put_one(test, trip, w, around, max);
	for (n = 0; n < w->model->row->bits; n++) {
		put_one(test, trip, w, around, 1U << n);
		put_one(test, trip, w, around, max ^ 1U << n);
	}
	KUNIT_EXPECT_EQ(test, mock_config_accesses(trip->subject.mock), 0);
}

static void field_hardware(struct kunit *test)
{
	struct field_write *w = kunit_kzalloc(test, sizeof(*w), GFP_KERNEL);
	struct field_model model;
	struct field_trip trip;

	KUNIT_ASSERT_NOT_NULL(test, w);
	field_trip_open(test, &trip);
	KUNIT_ASSERT_LE(test, trip.table->size, sizeof(w->before));
	w->model = &model;
	for_each_field_case(w->c, trip.table) {
		if (!field_trip_model(&trip, w->c, &model))
			continue;
		for (w->index = 0; w->index < model.row->count; w->index++) {
			put_all(test, &trip, w, 0x00);
			put_all(test, &trip, w, 0xff);
		}
	}
	mock_config_expect_sane(test, trip.subject.mock);
}

static struct kunit_case field_write_cases[] = {
	KUNIT_CASE_PARAM(field_writes, table_gen_params),
	KUNIT_CASE_PARAM(field_hardware, table_gen_params),
	{}
};

static struct kunit_suite field_write_suite = {
	.name = "sriovscope_field_write",
	.test_cases = field_write_cases,
};

kunit_test_suite(field_write_suite);
