// SPDX-License-Identifier: GPL-2.0
/*
 * A look at PFs: those of their files that are compared, as JSON.
 */
#include "doc/doc.h"
#include "look.h"
#include "say.h"

/* In the order in which changes are told; "status" says who sleeps. */
static const char *const looked[] = {
	"status", "regs", "check", "preflight", "caps", "bars", "vfs",
};

/* While it is not known how many VFs there could be, so is what limits them. */
static void forget_limit(struct json_object *doc)
{
	long long max;

	if (json_object_object_get_ex(doc, "limited_by", NULL) &&
	    !doc_number(doc, "max_vfs_now", &max))
		doc_put_string(doc, "limited_by", "unknown");
}

/* Returns 0 or a negative errno. */
static int look_file(struct source *source, u32 pf, const char *file,
		     struct json_object *files)
{
	int error = 0;
	char *text = source_text(source, pf, file, &error);
	struct json_object *doc;

	if (!text)
		return error;
	doc = doc_file(file, text);
	free(text);
	if (!doc)
		return -ENOMEM;
	if (json_object_is_type(doc, json_type_object))
		forget_limit(doc);
	json_object_object_add(files, file, doc);
	return 0;
}

static bool is_asleep(struct json_object *files)
{
	struct json_object *status = json_object_object_get(files, "status");

	return !strcmp(doc_string(status, "num_vfs_register"), "asleep");
}

/* Who breaks the specification has no "bars": "regs" and "check" say so. */
static int look_files(struct source *source, u32 pf, bool wake,
		      struct json_object *files)
{
	int error = 0;
	u32 i;

	for (i = 0; i < ARRAY_SIZE(looked); i++) {
		error = look_file(source, pf, looked[i], files);
		if (error && error != -EINVAL) {
			if (error != -ENODEV || wake)
				say_error(source->names[pf], looked[i], error);
			return error;
		}
		if (!wake && is_asleep(files))
			break;
	}
	return 0;
}

bool look_at(struct source *source, u32 pf, struct json_object *look)
{
	struct json_object *files = json_object_new_object();
	int error = look_files(source, pf, true, files);

	if (error)
		json_object_put(files);
	else
		json_object_object_add(look, source->names[pf], files);
	return !error;
}

void look_again(struct source *source, u32 pf, struct json_object *look)
{
	struct json_object *files = json_object_new_object();

	if (look_files(source, pf, false, files) == -ENODEV)
		json_object_put(files);
	else
		json_object_object_add(look, source->names[pf], files);
}
