// SPDX-License-Identifier: GPL-2.0
/*
 * The list of files: a new one is a row here, and counted in TEXT_FILES.
 */
#include "file.h"

const struct text_file *const text_files[TEXT_FILES] = {
	&text_file_regs,      &text_file_caps,	    &text_file_bars,
	&text_file_vfs,	      &text_file_config,    &text_file_status,
	&text_file_check,     &text_file_preflight, &text_file_room,
	&text_file_readiness,
};
