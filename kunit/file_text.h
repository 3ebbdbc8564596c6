/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The text of a file, from a snapshot made by hand.
 */
#ifndef SRIOVSCOPE_FILE_TEXT_H
#define SRIOVSCOPE_FILE_TEXT_H

#include <kunit/test.h>

#include "core/text/file.h"

/* A PF at 0000:03:00.0 with a value of its own in each register */
extern const struct pf_facts file_sample;

/**
 * file_sample_copy() - a copy of file_sample to change
 * @test: whose end frees it
 *
 * Return: the copy, never NULL.
 */
struct pf_facts *file_sample_copy(struct kunit *test);

/**
 * file_text() - all lines of a file
 * @test: whose end frees it; fails when they are too many
 * @file: which file
 * @snap: what it is printed from
 *
 * Return: the text, never NULL.
 */
const char *file_text(struct kunit *test, const struct text_file *file,
		      const struct pf_facts *snap);

/**
 * file_devices_text() - a PF's line of "devices"
 * @test: whose end frees it
 * @snap: of the PF
 *
 * Return: the text, never NULL.
 */
const char *file_devices_text(struct kunit *test, const struct pf_facts *snap);

#endif
