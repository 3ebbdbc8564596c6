/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The files of the module.
 */
#ifndef SRIOVSCOPE_TOOL_DEBUGFS_H
#define SRIOVSCOPE_TOOL_DEBUGFS_H

#include <stdbool.h>

#define DEBUGFS_DIR "/sys/kernel/debug/sriovscope"

/**
 * debugfs_is_there() - is the module loaded, and may its files be read?
 * @root: a folder with another sys, "" for /
 *
 * Return: true when so.
 */
bool debugfs_is_there(const char *root);

/**
 * debugfs_has_all() - has the module files of all PFs?
 * @root: a folder with another sys, "" for /
 *
 * Return: false when it was told to look after those alone that it drives.
 */
bool debugfs_has_all(const char *root);

/**
 * debugfs_read() - read a file of the module
 * @root: a folder with another sys, "" for /
 * @name: address of the PF, NULL for a file beside their directories
 * @file: name of the file
 *
 * Return: the text, for free(); NULL with errno set.
 */
char *debugfs_read(const char *root, const char *name, const char *file);

#endif
