/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Where it is heard that something happened: each is a file descriptor to wait for,
 * and a function that takes in what is there.
 */
#ifndef SRIOVSCOPE_TOOL_HAPPENING_H
#define SRIOVSCOPE_TOOL_HAPPENING_H

#include <stdbool.h>

/**
 * happening_uevents() - hear what the kernel says of devices
 *
 * Return: a descriptor for POLLIN; a negative errno.
 */
int happening_uevents(void);

/**
 * happening_uevents_take() - take in what the kernel has said
 * @fd: from happening_uevents()
 *
 * Return: true when some of it is about PCI, or was lost.
 */
bool happening_uevents_take(int fd);

/**
 * happening_tree() - hear what changes below a folder that stands in for /
 *
 * Return: a descriptor for POLLIN; a negative errno.
 */
int happening_tree(void);

/**
 * happening_tree_arm() - hear it of all PCI functions that are there now
 * @fd: from happening_tree()
 * @root: the folder
 */
void happening_tree_arm(int fd, const char *root);

/**
 * happening_tree_take() - take in what has changed
 * @fd: from happening_tree()
 *
 * Return: true: all of it is about PCI.
 */
bool happening_tree_take(int fd);

#endif
