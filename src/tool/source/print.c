// SPDX-License-Identifier: GPL-2.0
/*
 * The files of a PF as text.
 */
#include "print.h"

#define PRINT_LACK_LEN 512

const struct text_file *print_find(const char *name)
{
	u32 i;

	for (i = 0; i < TEXT_FILES; i++) {
		if (!strcmp(text_files[i]->name, name))
			return text_files[i];
	}
	return NULL;
}

static bool print_grow(struct seq_file *m)
{
	size_t size = m->size ? 2 * m->size : 4096;
	char *buf = realloc(m->buf, size);

	if (!buf)
		return false;
	m->buf = buf;
	m->size = size;
	return true;
}

/* As seq_file does it: a line that has no room is printed once more, with some. */
bool print_line(struct seq_file *m,
		void (*line)(struct seq_file *m, const void *data, u32 n),
		const void *data, u32 n)
{
	size_t before = m->count;

	for (;;) {
		if (m->count + 1 < m->size) {
			line(m, data, n);
			if (m->count + 1 < m->size)
				return true;
		}
		m->count = before;
		if (!print_grow(m))
			return false;
	}
}

char *print_end(struct seq_file *m)
{
	if (!m->buf && !print_grow(m))
		return NULL;
	m->buf[m->count] = '\0';
	return m->buf;
}

struct print {
	const struct text_file *file;
	const struct pf_facts *facts;
};

static void print_one(struct seq_file *m, const void *data, u32 n)
{
	const struct print *print = data;

	print->file->line(m, print->facts, n);
}

static void print_lack(struct seq_file *m, const void *data, u32 n)
{
	const struct print *print = data;
	char lack[PRINT_LACK_LEN];

	facts_say_lack(print->facts, print->file->about, lack, sizeof(lack));
	seq_printf(m, "# %s\n", lack);
}

char *print_file(const struct text_file *file, const struct pf_facts *facts,
		 int *error)
{
	const struct print print = { file, facts };
	int lines = file->lines(facts), n;
	struct seq_file m = {};
	bool room = true;

	if (lines < 0) {
		*error = lines;
		return NULL;
	}
	for (n = 0; room && n < lines; n++)
		room = print_line(&m, print_one, &print, n);
	if (room && facts_lack(facts, file->about))
		room = print_line(&m, print_lack, &print, 0);
	if (room)
		return print_end(&m);
	free(m.buf);
	*error = -ENOMEM;
	return NULL;
}
