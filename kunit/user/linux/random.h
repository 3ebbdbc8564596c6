/* SPDX-License-Identifier: GPL-2.0 */
#ifndef SRIOVSCOPE_USER_RANDOM_H
#define SRIOVSCOPE_USER_RANDOM_H

u32 get_random_u32(void);

#endif
