/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A capability in a mock space, and its bits as the model has them.
 *
 * The parameter of a test is a pointer to a pointer to a table.
 */
#ifndef SRIOVSCOPE_FIELD_TRIP_H
#define SRIOVSCOPE_FIELD_TRIP_H

#include <kunit/test.h>

#include "field_cases.h"
#include "field_model.h"

/**
 * struct field_trip - a table under test
 * @table: the table
 * @subject: the capability in its mock space
 * @who: may write each bit of it: see field_model_who()
 */
struct field_trip {
	const struct field_table *table;
	struct field_subject subject;
	char *who;
};

/**
 * field_trip_open() - a mock space with the capability of the test's parameter
 * @test: whose end frees it; fails when there is no view of it
 * @trip: to fill in
 */
void field_trip_open(struct kunit *test, struct field_trip *trip);

/**
 * field_trip_describe() - name a parameter, for KUNIT_ARRAY_PARAM()
 * @table: the parameter
 * @desc: where the name goes
 */
void field_trip_describe(const struct field_table *const *table, char *desc);

/**
 * field_trip_model() - find the model of a field
 * @trip: the table
 * @c: one of its rows
 * @model: to fill in
 *
 * Return: is it a field, and has a model with as many elements? To complain
 *	that there is none is for one test.
 */
bool field_trip_model(const struct field_trip *trip, const struct field_case *c,
		      struct field_model *model);

/**
 * field_trip_fill() - all bytes of the capability become @value
 * @trip: the capability; that its header changes does not matter to the view
 * @value: the byte
 */
void field_trip_fill(const struct field_trip *trip, u8 value);

/**
 * field_bytes() - the bytes of the capability
 * @trip: the capability
 *
 * Return: where they are.
 */
u8 *field_bytes(const struct field_trip *trip);

/**
 * field_get_bit() - a bit of some bytes
 * @bytes: the bytes
 * @bit: counted from the lowest one of the first byte
 *
 * Return: the bit.
 */
bool field_get_bit(const u8 *bytes, u32 bit);

/**
 * field_put_bit() - place a bit in some bytes
 * @bytes: the bytes
 * @bit: counted from the lowest one of the first byte
 * @on: what it shall be
 */
void field_put_bit(u8 *bytes, u32 bit, bool on);

/**
 * field_bit() - where a bit of a field is
 * @row: the field
 * @index: which element, 0 for a field that is no array
 * @n: which bit of it
 *
 * Return: the bit, counted from the capability's first one.
 */
u32 field_bit(const struct field_model_row *row, u32 index, u32 n);

/**
 * field_max() - the largest value of a field
 * @row: the field
 *
 * Return: the value.
 */
u32 field_max(const struct field_model_row *row);

/**
 * field_put() - give a field a value, bit by bit, in some bytes
 * @bytes: of a capability
 * @row: the field
 * @index: which element
 * @value: the value
 */
void field_put(u8 *bytes, const struct field_model_row *row, u32 index,
	       u32 value);

/**
 * field_trip_put() - the same in the capability
 * @trip: the capability
 * @row: the field
 * @index: which element
 * @value: the value
 */
void field_trip_put(const struct field_trip *trip,
		    const struct field_model_row *row, u32 index, u32 value);

/* All rows of a table */
#define for_each_field_case(c, table) \
	for ((c) = (table)->cases; (c) < (table)->cases + (table)->count; (c)++)

#endif
