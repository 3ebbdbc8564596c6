/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Addresses of functions: DOMAIN:BUS:DEVICE.FUNCTION, in hex.
 */
#ifndef SRIOVSCOPE_TOOL_ADDRESS_H
#define SRIOVSCOPE_TOOL_ADDRESS_H

#include <linux/types.h>

/**
 * address_parse() - read an address that a text begins with
 * @text: the text
 * @domain: to fill in: 0 when the address has none
 * @routing_id: to fill in: bus in the high byte, devfn in the low one
 *
 * Return: how many bytes the address takes, 0 when there is none.
 */
int address_parse(const char *text, u32 *domain, u16 *routing_id);

#endif
