// SPDX-License-Identifier: GPL-2.0
/*
 * A file that is read while a read goes wrong.
 */
#include <stdlib.h>
#include <string.h>

#include "odd-reads.h"
#include "text.h"

static bool try_read(struct text *text, const struct text *sound)
{
	const char *line;

	let_go_wrong();
	read_file(text, what);
	if (!went_wrong())
		return false;
	error = text->error;
	counts[error]++;
	must_be_text(text);
	if (!error && !strncmp(way, "fails", 5)) {
		line = strange_line(text, sound, true);
		if (line)
			complain("%s", line);
	}
	read_file(text, what);
	must_be_same(text, sound);
	return true;
}

unsigned int read_each(void)
{
	struct text sound = new_text(), text = new_text();

	read_file(&sound, what);
	for (number = 1; try_read(&text, &sound); number++)
		;
	free(sound.bytes);
	free(text.bytes);
	return number - 1;
}
