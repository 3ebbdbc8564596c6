/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The text of a file of a PF as JSON. There is one text, whatever it was made
 * from, and so there is one reading of it.
 */
#ifndef SRIOVSCOPE_TOOL_DOC_H
#define SRIOVSCOPE_TOOL_DOC_H

#include <json-c/json.h>

/**
 * doc_file() - a file of a PF
 * @file: its name, "devices" too
 * @text: its text
 *
 * A file of keys is an object, with what stands behind "#" in its member
 * "remarks". A table is an array of objects by its header. "check" is an object
 * with rules and counts. Counts are numbers, registers and addresses strings that
 * begin with 0x, booleans true and false, what is not there null, and what could
 * not be had "unknown".
 *
 * Return: the object, for json_object_put(); NULL when there is no memory.
 */
struct json_object *doc_file(const char *file, const char *text);

/**
 * doc_new_string() - a string, which is UTF-8 whatever the bytes are
 * @text: the bytes
 *
 * Return: the object, in which a byte that is no UTF-8 is \xNN; NULL when there is no
 *	memory.
 */
struct json_object *doc_new_string(const char *text);

/**
 * doc_devices() - the line of a PF in "devices"
 * @text: the header of the table and that line
 *
 * Return: the row, for json_object_put(); NULL when there is no memory.
 */
struct json_object *doc_devices(const char *text);

/**
 * doc_put_string() - add a member that is a string
 * @to: an object
 * @key: name of the member
 * @text: the string
 */
static inline void doc_put_string(struct json_object *to, const char *key,
				  const char *text)
{
	json_object_object_add(to, key, doc_new_string(text));
}

/**
 * doc_put_number() - add a member that is a number
 * @to: an object
 * @key: name of the member
 * @number: the number
 */
static inline void doc_put_number(struct json_object *to, const char *key,
				  long long number)
{
	json_object_object_add(to, key, json_object_new_int64(number));
}

/**
 * doc_copy() - add a member that another object has, or null
 * @to: an object
 * @from: the other object, which may be NULL
 * @key: name of the member
 */
static inline void doc_copy(struct json_object *to, struct json_object *from,
			    const char *key)
{
	struct json_object *member = json_object_object_get(from, key);

	json_object_object_add(to, key, json_object_get(member));
}

/**
 * doc_string() - a member that is a string
 * @of: an object
 * @key: name of the member
 *
 * Return: the string, which lives as long as @of; "" when it is another, or none.
 */
const char *doc_string(struct json_object *of, const char *key);

/**
 * doc_number() - a member that is a number
 * @of: an object
 * @key: name of the member
 * @number: to fill in; untouched when it is none
 *
 * Return: true when it is one.
 */
bool doc_number(struct json_object *of, const char *key, long long *number);

/**
 * doc_array() - a member that is an array
 * @of: an object
 * @key: name of the member
 *
 * Return: the array, NULL when it is another, or none.
 */
struct json_object *doc_array(struct json_object *of, const char *key);

#endif
