// SPDX-License-Identifier: GPL-2.0
/*
 * room: who has the memory and the bus numbers, from the bridge above the PF up to
 * the host bridge.
 */
#include "core/room/names.h"
#include "core/room/room.h"
#include "file.h"
#include "text.h"

#define UNKNOWN " " TEXT_UNKNOWN

/* What could not be had is one line. */
static int room_lines(const struct pf_facts *facts)
{
	if (facts_lack(facts, ABOUT_ROOMS))
		return 2;
	return 1 + facts->around->rooms.window_count;
}

static void room_line_holder(struct seq_file *m, const struct pf_facts *facts,
			     const struct room_holder *holder, char before)
{
	char name[ROOM_NAME_LEN], what[ROOM_WHAT_LEN];

	room_holder_name(facts, holder, name);
	room_what(holder, what);
	seq_printf(m, "%c%s:%s:0x%llx", before, name, what, holder->size);
}

static void room_line_holders(struct seq_file *m, const struct pf_facts *facts,
			      u32 window)
{
	const struct around_rooms *rooms = &facts->around->rooms;
	char before = ' ';
	u32 n;

	for (n = 0; n < rooms->holder_count; n++) {
		if (rooms->holders[n].window != window)
			continue;
		room_line_holder(m, facts, &rooms->holders[n], before);
		before = ',';
	}
	if (before == ' ')
		seq_puts(m, " -");
}

static void room_line_window(struct seq_file *m, const struct pf_facts *facts,
			     u32 n)
{
	const struct around_rooms *rooms = &facts->around->rooms;
	const struct room_window *window = &rooms->windows[n];
	char name[ROOM_NAME_LEN];

	room_name(facts, window, name);
	seq_printf(m, "%u %s %s", window->level, name,
		   room_kind_name(window->kind));
	if (window->unknown) {
		seq_puts(m, UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN);
		return;
	}
	if (window->size)
		seq_printf(m, " 0x%llx", window->start);
	else
		seq_puts(m, " -");
	seq_printf(m, " 0x%llx %s0x%llx %s0x%llx", window->size,
		   window->open ? ">=" : "", room_used(rooms, window, NULL),
		   window->open ? "<=" : "",
		   room_free(rooms, window, NULL, NULL));
	room_line_holders(m, facts, n);
}

static void room_line(struct seq_file *m, const struct pf_facts *facts, u32 n)
{
	if (!n)
		seq_puts(m,
			 "# level bdf kind start size used largest_free holders");
	else if (facts_lack(facts, ABOUT_ROOMS))
		seq_puts(m, "0" UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN UNKNOWN
				    UNKNOWN);
	else
		room_line_window(m, facts, n - 1);
	seq_putc(m, '\n');
}

/* No register is shown. One that does not answer has no files, as with all of them. */
const struct text_file text_file_room = {
	.name = "room",
	.what = FACTS_ROOM | FACTS_SRIOV_IF_ANY,
	.about = ABOUT_ROOMS,
	.lines = room_lines,
	.line = room_line,
};
