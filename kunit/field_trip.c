// SPDX-License-Identifier: GPL-2.0
/*
 * A capability in a mock space, and its bits as the model has them.
 */
#include <linux/kernel.h>
#include <linux/pci_regs.h>
#include <linux/string.h>

#include "field_trip.h"
#include "mock_pci.h"

#define EXTENDED_AT 0x100
#define CONVENTIONAL_AT 0x40

void field_trip_open(struct kunit *test, struct field_trip *trip)
{
	const struct field_table *table =
		*(const struct field_table *const *)test->param_value;
	const struct ext_cap_type *type = table->boxed ?: table->type;
	struct mock_config *mock = mock_config_new(test, 4096);

	if (type->kind == CAP_EXTENDED) {
		mock_config_put_header(mock, EXTENDED_AT, type->id, 1, 0);
	} else {
		mock_config_put16(mock, PCI_STATUS, PCI_STATUS_CAP_LIST);
		mock_config_put8(mock, PCI_CAPABILITY_LIST, CONVENTIONAL_AT);
		mock_config_put8(mock, CONVENTIONAL_AT, type->id);
	}
	trip->table = table;
	trip->subject.mock = mock;
	KUNIT_ASSERT_EQ(test, table->open(&trip->subject), 0);
	trip->who = kunit_kzalloc(test, table->size * 8, GFP_KERNEL);
	KUNIT_ASSERT_NOT_NULL(test, trip->who);
	field_model_who(table->name, trip->who, table->size * 8);
}

void field_trip_fill(const struct field_trip *trip, u8 value)
{
	memset(trip->subject.mock->bytes + trip->subject.base, value,
	       trip->table->size);
	mock_config_forget(trip->subject.mock);
}

void field_put_bit(u8 *bytes, u32 bit, bool on)
{
	bytes[bit / 8] &= ~(1U << bit % 8);
	bytes[bit / 8] |= (u32)on << bit % 8;
}

bool field_get_bit(const u8 *bytes, u32 bit)
{
	return bytes[bit / 8] >> bit % 8 & 1;
}

u32 field_bit(const struct field_model_row *row, u32 index, u32 n)
{
	return (row->byte + index * row->width) * 8 + row->bit + n;
}

u32 field_max(const struct field_model_row *row)
{
	return ~0U >> (32 - row->bits);
}

void field_put(u8 *bytes, const struct field_model_row *row, u32 index,
	       u32 value)
{
	u32 n;

	for (n = 0; n < row->bits; n++)
		field_put_bit(bytes, field_bit(row, index, n), value >> n & 1);
}

u8 *field_bytes(const struct field_trip *trip)
{
	return trip->subject.mock->bytes + trip->subject.base;
}

void field_trip_put(const struct field_trip *trip,
		    const struct field_model_row *row, u32 index, u32 value)
{
	field_put(field_bytes(trip), row, index, value);
}

bool field_trip_model(const struct field_trip *trip, const struct field_case *c,
		      struct field_model *model)
{
	return c->kind == FIELD_CASE_FIELD &&
	       field_model_find(model, trip->table->name, c->name, false) &&
	       model->row->count == (c->count ?: 1);
}

void field_trip_describe(const struct field_table *const *table, char *desc)
{
	strscpy(desc, (*table)->name, KUNIT_PARAM_DESC_SIZE);
}
