// SPDX-License-Identifier: GPL-2.0
/*
 * What the command says on standard error: a sentence, with what to do.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "say.h"

bool say_more;

void say(const char *fmt, ...)
{
	va_list args;

	fputs("sriovscope: ", stderr);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
}

void say_complaint(const char *what)
{
	say("%s", what);
}

void say_error(const char *name, const char *file, int error)
{
	switch (-error) {
	case EACCES:
	case EPERM:
		say("%s: more than the first 64 bytes of configuration space is for root: run it as root",
		    name);
		break;
	case ENODEV:
		say("%s: there is no such device any more, or it does not answer",
		    name);
		break;
	case ENODATA:
		say("%s: the dump has not enough of it: take it again as root with: lspci -xxxx",
		    name);
		break;
	case EOPNOTSUPP:
		say("%s: the module alone knows %s: load it as root with: modprobe sriovscope",
		    name, file);
		break;
	case EINVAL:
		say("%s: there is no %s: the VF BARs break the specification, or there is no extended configuration space; see regs and check",
		    name, file);
		break;
	default:
		say("%s: %s cannot be read: %s", name, file, strerror(-error));
	}
}
