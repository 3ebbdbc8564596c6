/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A look at PFs, as it is compared with another one.
 */
#ifndef SRIOVSCOPE_TOOL_LOOK_H
#define SRIOVSCOPE_TOOL_LOOK_H

#include <json-c/json.h>

#include "source/source.h"

/**
 * look_at() - look at a PF
 * @source: the source
 * @pf: number of the PF
 * @look: where the PF goes, under its address
 *
 * Who sleeps is woken up.
 *
 * Return: false when it could not be looked at, which was said.
 */
bool look_at(struct source *source, u32 pf, struct json_object *look);

/**
 * look_again() - look at a PF once more, and do not disturb it
 * @source: the source, of this machine
 * @pf: number of the PF
 * @look: where the PF goes, under its address
 *
 * Of who sleeps there is "status" alone. Who is gone, or does not answer, is not in
 * @look. What cannot be read is not there, which was said.
 */
void look_again(struct source *source, u32 pf, struct json_object *look);

#endif
