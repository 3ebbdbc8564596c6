/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A parameter of the module is a variable of the environment.
 */
#ifndef SRIOVSCOPE_USER_MODULE_H
#define SRIOVSCOPE_USER_MODULE_H

#define MODULE_DESCRIPTION(text) static_assert(1)
#define MODULE_LICENSE(text) static_assert(1)
#define MODULE_PARM_DESC(name, text) static_assert(1)

#define module_param(name, type, mode)                                  \
	static void __attribute__((constructor)) name##_parameter(void) \
	{                                                               \
		const char *text = getenv(#name);                       \
                                                                        \
		if (text)                                               \
			name = strtoul(text, NULL, 0);                  \
	}                                                               \
	static_assert(1)

#endif
