// SPDX-License-Identifier: GPL-2.0
/*
 * stress SECONDS LIMIT [FILE]: does many kinds of things at once, and says which of them
 * met. FILE, or standard input, says what there is to do:
 *
 *	kind NAME [[+]ERRNO]...	a thread, which does its steps over and over; each must
 *				go well or fail with one of these errnos, and one with
 *				a plus says that it was done
 *	  read FILE [TEXT]	opens it and reads all of it; TEXT must not be in it
 *	  wait FILE		opens it and waits in poll() for more, a moment at most
 *	  write FILE VALUE	opens it and writes once
 *	  type FILE VALUE	the same, and a newline
 *	  insmod FILE VALUES	loads a module with these parameters
 *	  rmmod NAME		unloads a module
 *	  until FILE		does the step before again until there is such a file, and
 *				now and then the kind's first, too
 *	  until-no FILE		waits until there is none
 *	  pause MILLISECONDS	does nothing, for half of that on average
 *
 * It ends after SECONDS, or as soon after as each kind has met each other one, and each
 * step has gone well once; after LIMIT seconds it fails. Two have met when one was in the
 * kernel as the other one came in, and had found its file.
 */
/* For the names of errnos */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define KINDS_MAX 32
#define STEPS_MAX 8
#define WORDS_MAX 12
#define ERRNO_MAX 134
#define LINE_MAX_SIZE 512
#define TEXT_SIZE (1 << 16)

/* What is not there is no reason to keep the others from the processors. */
#define FAILED_PAUSE_US 2000

/* Half seconds in which all comes to pass, on any machine */
#define MOMENTS_MAX 240

struct kind;

struct step {
	const struct verb *verb;
	char file[192];
	char value[256];
	atomic_ulong went_well;
};

/* A step is worked on from when it has found its file: "begin" is called then. */
struct verb {
	const char *name;
	int (*run)(struct kind *kind, const struct step *step);
	bool goes_on; /* with the step before */
};

struct kind {
	char name[32];
	int number;
	bool allowed[ERRNO_MAX];
	bool done[ERRNO_MAX];
	struct step steps[STEPS_MAX];
	int nsteps;
	pthread_t thread;
	bool working;
	atomic_ulong ended[ERRNO_MAX];
	atomic_ulong met[KINDS_MAX];
	char *text;
};

static struct kind kinds[KINDS_MAX];
static int nkinds;
static atomic_uint at_work;
static atomic_bool stop;
static atomic_bool failed;

/* The first say enough. */
static void complain(const char *format, ...)
{
	static atomic_int said;
	va_list arguments;

	failed = true;
	if (said++ >= 20)
		return;
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	fflush(stdout);
}

/* Who comes later counts, so each meeting is counted once. */
static void begin(struct kind *kind)
{
	unsigned int others;
	int i;

	if (kind->working)
		return;
	kind->working = true;
	others = atomic_fetch_or(&at_work, 1u << kind->number);
	for (i = 0; i < nkinds; i++) {
		if (others & 1u << i)
			kind->met[i]++;
	}
}

static void end(struct kind *kind)
{
	if (!kind->working)
		return;
	kind->working = false;
	atomic_fetch_and(&at_work, ~(1u << kind->number));
}

/* Not created: a directory may be there a moment longer than its files. */
static int open_file(struct kind *kind, const char *path, int flags)
{
	int file = open(path, flags);

	if (file >= 0)
		begin(kind);
	return file;
}

static int do_read(struct kind *kind, const struct step *step)
{
	int file = open_file(kind, step->file, O_RDONLY), error = 0;
	size_t size = 0;
	ssize_t got = 0;

	if (file < 0)
		return errno;
	while (size < TEXT_SIZE - 1 &&
	       (got = read(file, kind->text + size, TEXT_SIZE - 1 - size)) > 0)
		size += got;
	if (got < 0)
		error = errno;
	close(file);
	kind->text[size] = '\0';
	if (*step->value && strstr(kind->text, step->value))
		complain("%s: '%s' is in\n%s", kind->name, step->value,
			 kind->text);
	return error;
}

static int do_wait(struct kind *kind, const struct step *step)
{
	int file = open_file(kind, step->file, O_RDONLY | O_NONBLOCK), error = 0;
	struct pollfd poll_file = { .fd = file, .events = POLLIN };
	ssize_t got;

	if (file < 0)
		return errno;
	while ((got = read(file, kind->text, TEXT_SIZE)) > 0)
		;
	if (got < 0 && errno != EAGAIN)
		error = errno;
	else if (poll(&poll_file, 1, 100) < 0)
		error = errno;
	close(file);
	return error;
}

static int write_once(struct kind *kind, const char *path, const char *value)
{
	int file = open_file(kind, path, O_WRONLY), error = 0;

	if (file < 0)
		return errno;
	if (write(file, value, strlen(value)) < 0)
		error = errno;
	close(file);
	return error;
}

static int do_write(struct kind *kind, const struct step *step)
{
	return write_once(kind, step->file, step->value);
}

static int do_type(struct kind *kind, const struct step *step)
{
	char line[sizeof(step->value) + 1];

	snprintf(line, sizeof(line), "%s\n", step->value);
	return write_once(kind, step->file, line);
}

static int do_insmod(struct kind *kind, const struct step *step)
{
	int file = open_file(kind, step->file, O_RDONLY), error = 0;

	if (file < 0)
		return errno;
	if (syscall(SYS_finit_module, file, step->value, 0))
		error = errno;
	close(file);
	return error;
}

static int do_rmmod(struct kind *kind, const struct step *step)
{
	begin(kind);
	return syscall(SYS_delete_module, step->file, O_NONBLOCK) ? errno : 0;
}

/* Nobody is waited for: it makes room for who needs all others to be out. */
static int do_pause(struct kind *kind, const struct step *step)
{
	if (!stop)
		usleep(rand() % (1000 * atoi(step->file)));
	return 0;
}

/* Waits for a moment, or until there is such a file, or none. */
static bool came_to_pass(const char *path, bool exists)
{
	int tries = 50;

	while ((access(path, F_OK) == 0) != exists && --tries)
		usleep(10000);
	return tries;
}

static int do_until(struct kind *kind, const struct step *step)
{
	int tries = 0;

	while (!came_to_pass(step->file, true)) {
		if (++tries == MOMENTS_MAX)
			return ETIMEDOUT;
		if (tries % 10 == 0)
			kind->steps[0].verb->run(kind, &kind->steps[0]);
		step[-1].verb->run(kind, &step[-1]);
	}
	return 0;
}

static int do_until_no(struct kind *kind, const struct step *step)
{
	int tries = 0;

	while (!came_to_pass(step->file, false)) {
		if (++tries == MOMENTS_MAX)
			return ETIMEDOUT;
	}
	return 0;
}

static const struct verb verbs[] = {
	{ "read", do_read, false },	    { "wait", do_wait, false },
	{ "write", do_write, false },	    { "type", do_type, false },
	{ "insmod", do_insmod, false },	    { "rmmod", do_rmmod, false },
	{ "until", do_until, true },	    { "until-no", do_until_no, true },
	{ "pause", do_pause, false },	    { NULL, NULL, false },
};

static void do_step(struct kind *kind, struct step *step)
{
	int error;

	if (!step->verb->goes_on)
		end(kind);
	error = step->verb->run(kind, step);
	if (error < ERRNO_MAX)
		kind->ended[error]++;
	if (!error || (error < ERRNO_MAX && kind->done[error])) {
		step->went_well++;
		return;
	}
	end(kind);
	usleep(FAILED_PAUSE_US);
	if (error >= ERRNO_MAX || !kind->allowed[error])
		complain("%s: %s %s: %s is not documented\n", kind->name,
			 step->verb->name, step->file, strerrorname_np(error));
}

/* What was begun is done to its end, so that nothing is left as it is in between. */
static void *run_kind(void *data)
{
	struct kind *kind = data;
	int i;

	while (!stop) {
		for (i = 0; i < kind->nsteps; i++)
			do_step(kind, &kind->steps[i]);
		end(kind);
	}
	return NULL;
}

static unsigned long meetings(int a, int b)
{
	return kinds[a].met[b] + kinds[b].met[a];
}

/* What has not come to pass is said, when it matters. */
static bool all_met(bool say)
{
	bool all = true;
	int i, j;

	for (i = 0; i < nkinds; i++) {
		for (j = 0; j < i; j++) {
			if (meetings(i, j))
				continue;
			all = false;
			if (say)
				complain("%s and %s never met\n", kinds[j].name,
					 kinds[i].name);
		}
	}
	return all;
}

static bool all_went_well(bool say)
{
	bool all = true;
	int i, j;

	for (i = 0; i < nkinds; i++) {
		for (j = 0; j < kinds[i].nsteps; j++) {
			const struct step *step = &kinds[i].steps[j];

			if (step->went_well)
				continue;
			all = false;
			if (say)
				complain("%s: %s %s never went well\n",
					 kinds[i].name, step->verb->name,
					 step->file);
		}
	}
	return all;
}

static void say_kind(const struct kind *kind)
{
	unsigned long all = 0;
	int i;

	for (i = 0; i < ERRNO_MAX; i++)
		all += kind->ended[i];
	printf("%s: %lu", kind->name, all);
	for (i = 1; i < ERRNO_MAX; i++) {
		if (kind->ended[i])
			printf(", %s %lu", strerrorname_np(i), kind->ended[i]);
	}
	printf("; met");
	for (i = 0; i < nkinds; i++) {
		if (i != kind->number)
			printf(" %s %lu", kinds[i].name,
			       meetings(i, kind->number));
	}
	printf("\n");
}

static void say_all(long seconds)
{
	unsigned long operations = 0, least = -1ul, sum = 0;
	int i, j;

	for (i = 0; i < nkinds; i++) {
		say_kind(&kinds[i]);
		for (j = 0; j < ERRNO_MAX; j++)
			operations += kinds[i].ended[j];
		for (j = 0; j < i; j++) {
			sum += meetings(i, j);
			if (meetings(i, j) < least)
				least = meetings(i, j);
		}
	}
	printf("%lu operations of %d kinds; %d pairs of kinds met %lu times, the rarest %lu times; %ld s\n",
	       operations, nkinds, nkinds * (nkinds - 1) / 2, sum, least,
	       seconds);
}

static void malformed(const char *what)
{
	fprintf(stderr, "stress: %s\n", what);
	exit(2);
}

/* By its name, as in the documents */
static int errno_of(const char *name)
{
	int i;

	for (i = 1; i < ERRNO_MAX; i++) {
		if (strerrorname_np(i) && !strcmp(strerrorname_np(i), name))
			return i;
	}
	malformed(name);
	return 0;
}

static void add_kind(char *words)
{
	struct kind *kind = &kinds[nkinds];
	char *save, *word = strtok_r(words, " ", &save);

	if (nkinds == KINDS_MAX || !word)
		malformed("too many kinds, or one without a name");
	snprintf(kind->name, sizeof(kind->name), "%s", word);
	kind->number = nkinds++;
	kind->text = malloc(TEXT_SIZE);
	while ((word = strtok_r(NULL, " ", &save))) {
		if (*word == '+')
			kind->done[errno_of(word + 1)] = true;
		else
			kind->allowed[errno_of(word)] = true;
	}
}

static void add_step(char *line)
{
	struct kind *kind = &kinds[nkinds - 1];
	const struct verb *verb;
	struct step *step;
	char name[16];

	if (!nkinds || kind->nsteps == STEPS_MAX)
		malformed("a step of no kind, or too many");
	if (!kind->nsteps && strstr(line, "until "))
		malformed("a step that has none before it");
	step = &kind->steps[kind->nsteps++];
	if (sscanf(line, "%15s %191s %255[^\n]", name, step->file,
		   step->value) < 2)
		malformed(line);
	for (verb = verbs; verb->name; verb++) {
		if (!strcmp(name, verb->name))
			step->verb = verb;
	}
	if (!step->verb)
		malformed(line);
}

static void read_plan(void)
{
	char line[LINE_MAX_SIZE];

	while (fgets(line, sizeof(line), stdin)) {
		line[strcspn(line, "\n")] = '\0';
		if (!strncmp(line, "kind ", 5))
			add_kind(line + 5);
		else if (*line)
			add_step(line);
	}
}

int main(int argc, char **argv)
{
	time_t start = time(NULL);
	int i;

	if (argc != 3)
		malformed("usage: stress SECONDS LIMIT <PLAN");
	read_plan();
	for (i = 0; i < nkinds; i++) {
		if (pthread_create(&kinds[i].thread, NULL, run_kind, &kinds[i]))
			malformed("no thread");
	}
	while (!failed && time(NULL) - start < atol(argv[2]) &&
	       (time(NULL) - start < atol(argv[1]) || !all_met(false) ||
		!all_went_well(false)))
		usleep(100000);
	stop = true;
	for (i = 0; i < nkinds; i++)
		pthread_join(kinds[i].thread, NULL);
	all_met(true);
	all_went_well(true);
	say_all(time(NULL) - start);
	return failed;
}
