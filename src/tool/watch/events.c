// SPDX-License-Identifier: GPL-2.0
/*
 * To wait until something may have changed.
 */
#include "events.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "happening.h"
#include "source/debugfs.h"

/* VFs come one by one: all is quiet when nothing was heard for so long. */
#define QUIET_MS 100

/* A look is taken even when it never gets quiet: after so many of these. */
#define QUIET_TRIES 20

/* As many PFs can have a file "events"; of others uevents say enough. */
#define FILES_MAX 256

/* What is waited for, and where it stands */
enum {
	SLOT_SIGNAL,
	SLOT_OUT,
	SLOT_ENDINGS, /* those before it end the wait */
	SLOT_HAPPENING = SLOT_ENDINGS,
	SLOT_FILES,
};

/**
 * struct events - what is waited for
 * @root: a folder with another sys, "" for /
 * @count: slots that are in use
 * @slots: SLOT_SIGNAL and so on, and from SLOT_FILES on files "events"; a slot that
 *	is not there has a negative descriptor
 */
struct events {
	const char *root;
	nfds_t count;
	struct pollfd slots[SLOT_FILES + FILES_MAX];
};

/**
 * enum heard - what a wait has brought
 * @HEARD_NOTHING: the time is over
 * @HEARD_NOISE: what is not about PCI
 * @HEARD_EVENT: what may have changed something
 * @HEARD_END: it is time to end
 */
enum heard {
	HEARD_NOTHING,
	HEARD_NOISE,
	HEARD_EVENT,
	HEARD_END,
};

static long long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static int open_signals(void)
{
	sigset_t set;

	/* A reader that went is an end, and no death. */
	signal(SIGPIPE, SIG_IGN);
	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC);
}

struct events *events_open(const char *root, int out, int *error)
{
	struct events *events = calloc(1, sizeof(*events));
	int signals = open_signals(), fd;

	if (!events || signals < 0) {
		*error = events ? -errno : -ENOMEM;
		free(events);
		return NULL;
	}
	fd = *root ? happening_tree() : happening_uevents();
	*error = min(fd, 0);
	events->root = root;
	events->slots[SLOT_SIGNAL] = (struct pollfd){ signals, POLLIN, 0 };
	/* Of this one errors alone are heard. */
	events->slots[SLOT_OUT] = (struct pollfd){ out, 0, 0 };
	events->slots[SLOT_HAPPENING] = (struct pollfd){ fd, POLLIN, 0 };
	events->count = SLOT_FILES;
	return events;
}

static void close_files(struct events *events)
{
	for (; events->count > SLOT_FILES; events->count--)
		close(events->slots[events->count - 1].fd);
}

/* What is there now is not what is waited for: it is read to its end. */
static void take_file(int fd)
{
	char text[4096];

	while (read(fd, text, sizeof(text)) > 0)
		;
}

static void open_files(struct events *events)
{
	char path[PATH_MAX];
	struct dirent *entry;
	DIR *dir;
	int fd;

	snprintf(path, sizeof(path), "%s" DEBUGFS_DIR, events->root);
	dir = opendir(path);
	while (dir && events->count < SLOT_FILES + FILES_MAX &&
	       (entry = readdir(dir))) {
		snprintf(path, sizeof(path), "%s" DEBUGFS_DIR "/%s/events",
			 events->root, entry->d_name);
		fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
		if (fd < 0)
			continue;
		take_file(fd);
		events->slots[events->count++] =
			(struct pollfd){ fd, POLLPRI, 0 };
	}
	if (dir)
		closedir(dir);
}

void events_arm(struct events *events)
{
	int fd = events->slots[SLOT_HAPPENING].fd;

	close_files(events);
	open_files(events);
	if (*events->root && fd >= 0)
		happening_tree_arm(fd, events->root);
}

static bool take(const struct events *events, nfds_t slot)
{
	int fd = events->slots[slot].fd;

	if (slot != SLOT_HAPPENING) {
		take_file(fd);
		return true;
	}
	return *events->root ? happening_tree_take(fd) :
			       happening_uevents_take(fd);
}

static enum heard hear(struct events *events, nfds_t slots, int timeout)
{
	enum heard heard = HEARD_NOTHING;
	nfds_t i;

	if (poll(events->slots, slots, timeout) < 0)
		return errno == EINTR ? HEARD_NOTHING : HEARD_END;
	for (i = 0; i < slots; i++) {
		if (!events->slots[i].revents)
			continue;
		if (i < SLOT_ENDINGS)
			return HEARD_END;
		if (take(events, i))
			heard = HEARD_EVENT;
		else if (heard == HEARD_NOTHING)
			heard = HEARD_NOISE;
	}
	return heard;
}

/* Nobody who never gets quiet is heard more often than each QUIET_MS. */
static enum heard settle(struct events *events)
{
	enum heard heard = HEARD_EVENT;
	int i;

	for (i = 0; i < QUIET_TRIES && heard != HEARD_NOTHING; i++) {
		if (hear(events, SLOT_ENDINGS, QUIET_MS) == HEARD_END)
			return HEARD_END;
		heard = hear(events, events->count, 0);
		if (heard == HEARD_END)
			return HEARD_END;
	}
	return HEARD_EVENT;
}

bool events_wait(struct events *events, unsigned int seconds)
{
	long long due = now_ms() + seconds * 1000LL, left = -1;
	enum heard heard;

	do {
		if (seconds)
			left = due > now_ms() ? due - now_ms() : 0;
		heard = hear(events, events->count, left);
	} while (heard == HEARD_NOISE ||
		 (heard == HEARD_NOTHING && (!seconds || left)));
	if (heard == HEARD_EVENT)
		heard = settle(events);
	return heard != HEARD_END;
}

void events_close(struct events *events)
{
	if (!events)
		return;
	close_files(events);
	if (events->slots[SLOT_HAPPENING].fd >= 0)
		close(events->slots[SLOT_HAPPENING].fd);
	close(events->slots[SLOT_SIGNAL].fd);
	free(events);
}
