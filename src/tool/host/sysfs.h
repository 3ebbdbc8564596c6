/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Attributes of a function in sysfs.
 */
#ifndef SRIOVSCOPE_TOOL_SYSFS_H
#define SRIOVSCOPE_TOOL_SYSFS_H

#include <linux/types.h>

struct host;
struct host_function;

#define SYSFS_TEXT_LEN 64

/**
 * sysfs_has() - is there such an attribute?
 * @fn: a live function
 * @name: of the attribute
 *
 * Return: true when there is.
 */
bool sysfs_has(const struct host_function *fn, const char *name);

/**
 * sysfs_size() - how large an attribute says that it is
 * @fn: a live function
 * @name: of the attribute
 *
 * Return: bytes, 0 when there is none.
 */
u32 sysfs_size(const struct host_function *fn, const char *name);

/**
 * sysfs_read() - an attribute
 * @fn: a live function
 * @name: of the attribute
 * @text: where it goes, as far as there is room, with an end
 * @size: of @text in bytes
 *
 * Return: how many bytes there are; 0 when there is none.
 */
size_t sysfs_read(const struct host_function *fn, const char *name, char *text,
		  size_t size);

/**
 * sysfs_byte() - read a byte of an attribute
 * @fn: a live function
 * @name: of the attribute
 * @offset: of the byte
 *
 * Return: it; -ENODATA when the attribute ends before; the errno of opening or
 *	reading it.
 */
int sysfs_byte(const struct host_function *fn, const char *name, u32 offset);

/**
 * sysfs_text() - the first word of an attribute
 * @fn: a live function
 * @name: of the attribute
 * @text: where it goes, SYSFS_TEXT_LEN bytes; empty when there is none
 *
 * Return: true when there is one.
 */
bool sysfs_text(const struct host_function *fn, const char *name, char *text);

/**
 * sysfs_number() - an attribute that is a number
 * @fn: a live function
 * @name: of the attribute
 * @number: to fill in; untouched when there is none
 *
 * Return: true when there is one.
 */
bool sysfs_number(const struct host_function *fn, const char *name,
		  u32 *number);

/**
 * sysfs_link() - where a link leads
 * @fn: a live function
 * @name: of the link
 * @text: where the last part of the path goes; empty when there is no link
 * @size: of @text in bytes
 *
 * Return: true when there is one.
 */
bool sysfs_link(const struct host_function *fn, const char *name, char *text,
		size_t size);

/**
 * sysfs_parent() - what a function is below
 * @fn: a live function
 * @text: where the name goes: a function's address, or pciDOMAIN:BUS
 * @size: of @text in bytes
 *
 * Return: true when that is known.
 */
bool sysfs_parent(const struct host_function *fn, char *text, size_t size);

/**
 * sysfs_ident() - Vendor ID and Device ID of a function
 * @fn: a live function
 * @vendor: to fill in, 0 when it is gone
 * @device: so too
 */
void sysfs_ident(const struct host_function *fn, u16 *vendor, u16 *device);

/**
 * sysfs_where() - where a function's link leads
 * @fn: a live function
 *
 * Return: the path below /sys, for free(); NULL when it is no link.
 */
char *sysfs_where(const struct host_function *fn);

/**
 * host_path_open() - open a file of a live machine
 * @host: the machine
 * @path: the file, as on this machine
 *
 * Return: it, for fclose(); NULL when it cannot be opened.
 */
FILE *host_path_open(const struct host *host, const char *path);

#endif
