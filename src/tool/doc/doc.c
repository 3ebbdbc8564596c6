// SPDX-License-Identifier: GPL-2.0
/*
 * The text of a file of a PF as JSON.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc.h"

#define REMARK "  # "

/* What is words even when it looks like a number, or like yes */
static bool is_words(const char *key)
{
	static const char *const words[] = {
		"bdf",	  "id",	    "driver", "name",	 "note",    "rule",
		"mode",	  "detail", "remedy", "section", "verdict", "errno",
		"reason", "time",   "before", "after",	 "comm",
	};
	size_t i;

	for (i = 0; i < ARRAY_SIZE(words); i++) {
		if (!strcmp(key, words[i]))
			return true;
	}
	return false;
}

/* A double-quoted scalar; the bytes that are written as \xNN stay so. */
static struct json_object *doc_quoted(const char *text)
{
	struct json_object *object;
	char *copy = strdup(text), *to = copy;
	const char *from;

	if (!copy)
		return NULL;
	for (from = text + 1; *from && *from != '"'; from++) {
		if (*from == '\\' && (from[1] == '"' || from[1] == '\\'))
			from++;
		*to++ = *from;
	}
	*to = '\0';
	object = doc_new_string(copy);
	free(copy);
	return object;
}

static struct json_object *doc_value(const char *key, const char *text)
{
	if (*text == '"')
		return doc_quoted(text);
	if (!strcmp(text, "-"))
		return NULL;
	if (is_words(key))
		return doc_new_string(text);
	if (!strcmp(text, "yes") || !strcmp(text, "no"))
		return json_object_new_boolean(*text == 'y');
	if (*text && !text[strspn(text, "-0123456789")] && strlen(text) < 19)
		return json_object_new_int64(atoll(text));
	return doc_new_string(text);
}

static void doc_add(struct json_object *to, const char *key, const char *text)
{
	json_object_object_add(to, key, doc_value(key, text));
}

/* "key: value  # remark" */
static void doc_key(struct json_object *to, struct json_object *remarks,
		    char *line)
{
	char *value = strstr(line, ": "), *remark;

	if (!value)
		return;
	*value = '\0';
	value += 2;
	remark = *value == '"' ? NULL : strstr(value, REMARK);
	if (remark) {
		*remark = '\0';
		doc_put_string(remarks, line, remark + strlen(REMARK));
	}
	doc_add(to, line, value);
}

/* Where a value of a flow mapping ends: at a comma or brace outside of quotes */
static char *flow_end(char *value)
{
	bool quoted = false;

	for (; *value; value++) {
		if (quoted && *value == '\\' && value[1])
			value++;
		else if (*value == '"')
			quoted = !quoted;
		else if (!quoted && (*value == ',' || *value == '}'))
			break;
	}
	return value;
}

/* "  - {key: value, key: "value"}" */
static struct json_object *doc_flow(char *line)
{
	struct json_object *object = json_object_new_object();
	char *key = line, *value, *end;
	char stop = '{';

	key += strcspn(key, "{");
	while (stop == '{' || stop == ',') {
		key += 1 + strspn(key + 1, " ");
		value = strstr(key, ": ");
		if (!value)
			break;
		*value = '\0';
		value += 2;
		end = flow_end(value);
		stop = *end;
		*end = '\0';
		doc_add(object, key, value);
		key = end;
	}
	return object;
}

/* "constraints:", whose items are the lines that follow */
static bool is_list(const char *line)
{
	size_t len = strlen(line);

	return len && line[len - 1] == ':' && !strchr(line, ' ');
}

static struct json_object *doc_keys(char *text)
{
	struct json_object *object = json_object_new_object();
	struct json_object *remarks = json_object_new_object(), *list = NULL;
	char *line, *next;

	for (line = text; line && *line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (is_list(line)) {
			line[strlen(line) - 1] = '\0';
			list = json_object_new_array();
			json_object_object_add(object, line, list);
		} else if (list && !strncmp(line, "  - {", 5)) {
			json_object_array_add(list, doc_flow(line));
		} else {
			doc_key(object, remarks, line);
		}
	}
	json_object_object_add(object, "remarks", remarks);
	return object;
}

/* The last column of a line has blanks in it when it is one of these. */
static bool is_sentence(const char *name)
{
	return !strcmp(name, "detail") || !strcmp(name, "reason");
}

static struct json_object *doc_row(char **names, size_t count, char *line)
{
	struct json_object *object = json_object_new_object();
	char *save = NULL, *cell;
	size_t i;

	for (i = 0; i < count; i++) {
		if (is_sentence(names[i]))
			cell = strtok_r(i ? NULL : line, "", &save);
		else
			cell = strtok_r(i ? NULL : line, " ", &save);
		if (!cell)
			break;
		doc_add(object, names[i], cell);
	}
	return object;
}

/* As many columns as VF BARs and the names before them, and more */
#define COLUMNS_MAX 32

static size_t doc_header(char *line, char **names)
{
	char *save = NULL, *name = strtok_r(line, "# ", &save);
	size_t count = 0;

	for (; name && count < COLUMNS_MAX; name = strtok_r(NULL, " ", &save))
		names[count++] = name;
	return count;
}

/* Lines that begin with "#" behind the header are remarks: @last is the last. */
static struct json_object *doc_table(char *text, const char **last)
{
	struct json_object *rows = json_object_new_array();
	char *names[COLUMNS_MAX], *line, *next;
	size_t count = 0;

	*last = "";
	for (line = text; line && *line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (*line != '#')
			json_object_array_add(rows,
					      doc_row(names, count, line));
		else if (!count)
			count = doc_header(line, names);
		else
			*last = line + strspn(line, "# ");
	}
	return rows;
}

/* "29 pass, 0 warn, 1 fail, 1 skip" */
static struct json_object *doc_counts(const char *line)
{
	struct json_object *counts = json_object_new_object();
	char name[8];
	int number, len = 0;

	for (; sscanf(line, "%d %7[a-z]%n", &number, name, &len) == 2;
	     line += strspn(line, ", ")) {
		doc_put_number(counts, name, number);
		line += len;
	}
	return counts;
}

static struct json_object *doc_check(char *text)
{
	struct json_object *check = json_object_new_object();
	const char *last;

	json_object_object_add(check, "rules", doc_table(text, &last));
	json_object_object_add(check, "counts", doc_counts(last));
	return check;
}

static bool is_keys(const char *file)
{
	return !strcmp(file, "regs") || !strcmp(file, "status") ||
	       !strcmp(file, "preflight");
}

struct json_object *doc_file(const char *file, const char *text)
{
	struct json_object *object;
	char *copy = strdup(text);
	const char *last;

	if (!copy)
		return NULL;
	if (is_keys(file))
		object = doc_keys(copy);
	else if (!strcmp(file, "check"))
		object = doc_check(copy);
	else
		object = doc_table(copy, &last);
	free(copy);
	return object;
}

struct json_object *doc_devices(const char *text)
{
	struct json_object *table = doc_file("devices", text), *row;

	row = json_object_get(json_object_array_get_idx(table, 0));
	json_object_put(table);
	return row;
}

const char *doc_string(struct json_object *of, const char *key)
{
	struct json_object *member = json_object_object_get(of, key);

	return json_object_is_type(member, json_type_string) ?
		       json_object_get_string(member) :
		       "";
}

bool doc_number(struct json_object *of, const char *key, long long *number)
{
	struct json_object *member = json_object_object_get(of, key);

	if (!json_object_is_type(member, json_type_int))
		return false;
	*number = json_object_get_int64(member);
	return true;
}

struct json_object *doc_array(struct json_object *of, const char *key)
{
	struct json_object *member = json_object_object_get(of, key);

	return json_object_is_type(member, json_type_array) ? member : NULL;
}
