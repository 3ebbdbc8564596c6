/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Reads that go wrong: which one does, and what is done with it.
 */
#ifndef SRIOVSCOPE_ODD_READS_H
#define SRIOVSCOPE_ODD_READS_H

#include <stdbool.h>

#define ERRNOS 4096

/**
 * struct walk - how a walk goes
 * @pf: folder of the PF in sysfs
 * @folder: its folder in debugfs
 * @vfs: how many VFs there are when @act went well, and when not
 * @before: what is done first
 * @act: what is done with a read that goes wrong
 * @after: what is done at last
 */
struct walk {
	const char *pf;
	const char *folder;
	const char *vfs;
	const char *before;
	const char *act;
	const char *after;
};

/* The way that reads go wrong, what is done, with which read, and the errno of it */
extern const char *way, *what;
extern unsigned int number;
extern int error;

/* How often each errno came of it */
extern unsigned int counts[ERRNOS];

/**
 * complain() - say what is not as it should be, and exit
 * @fmt: a line, without its end
 */
void complain(const char *fmt, ...)
	__attribute__((noreturn, format(printf, 1, 2)));

/**
 * stop() - say which call failed, and exit
 * @name: what was called, or with what
 */
void stop(const char *name) __attribute__((noreturn));

/**
 * attribute_use() - say where reads are told to go wrong
 * @path: an attribute odd_read
 */
void attribute_use(const char *path);

/**
 * attribute_put() - write to the attribute
 * @text: what is written
 */
void attribute_put(const char *text);

/**
 * let_go_wrong() - let a read go wrong: the one with the number, in the way
 */
void let_go_wrong(void);

/**
 * went_wrong() - has that read been?
 *
 * Return: true when it has.
 */
bool went_wrong(void);

/**
 * read_each() - read a file, each time with another read that goes wrong
 *
 * Return: how many there are.
 */
unsigned int read_each(void);

/**
 * walk_each() - do what a walk says, each time with another read that goes wrong
 * @walk: the walk
 *
 * Return: how many there are.
 */
unsigned int walk_each(const struct walk *walk);

#endif
