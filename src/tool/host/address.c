// SPDX-License-Identifier: GPL-2.0
/*
 * Addresses of functions.
 */
#include <sriovscope/routing_id.h>

#include "address.h"

/* scanf would pass over blanks and signs. */
static const char *behind_hex(const char *text, char end)
{
	size_t digits = strspn(text, "0123456789abcdefABCDEF");

	return digits && text[digits] == end ? text + digits + 1 : NULL;
}

static bool is_device(const char *text)
{
	const char *function = text ? behind_hex(text, '.') : NULL;

	return function && isxdigit((u8)*function);
}

int address_parse(const char *text, u32 *domain, u16 *routing_id)
{
	const char *rest = behind_hex(text, ':');
	u32 bus, device, function;
	int len = 0, before = 0;

	*domain = 0;
	if (!rest)
		return 0;
	if (behind_hex(rest, ':')) {
		if (sscanf(text, "%8x:%n", domain, &before) != 1 || !before)
			return 0;
	}
	rest = text + before;
	if (!is_device(behind_hex(rest, ':')) ||
	    sscanf(rest, "%2x:%2x.%1x%n", &bus, &device, &function, &len) !=
		    3 ||
	    device > 0x1f || function > 7)
		return 0;
	*routing_id = routing_id_of(bus, device, function);
	return before + len;
}
