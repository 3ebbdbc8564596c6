/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A routing ID: which function a request comes from. The bus is in the high byte;
 * in the low one are 5 bits of device and 3 of function.
 */
#ifndef SRIOVSCOPE_ROUTING_ID_H
#define SRIOVSCOPE_ROUTING_ID_H

#include <linux/kernel.h>
#include <linux/types.h>

/**
 * routing_id_of() - the routing ID of a function
 * @bus: its bus
 * @device: its device; what is above 5 bits is ignored
 * @function: its number; what is above 3 bits is ignored
 *
 * Return: the routing ID.
 */
static inline u16 routing_id_of(u8 bus, u8 device, u8 function)
{
	return bus << 8 | (device & 0x1f) << 3 | (function & 0x7);
}

/**
 * routing_id_bus() - the bus of a function
 * @routing_id: its routing ID
 *
 * Return: the bus.
 */
static inline u8 routing_id_bus(u16 routing_id)
{
	return routing_id >> 8;
}

/**
 * routing_sum_bus() - the bus of a sum of a routing ID and an offset
 * @sum: which may be past the last routing ID
 *
 * Return: the bus, which then is past the last bus.
 */
static inline u32 routing_sum_bus(u32 sum)
{
	return sum >> 8;
}

/**
 * routing_id_first() - the first routing ID of a bus
 * @bus: which may be past the last bus
 *
 * Return: the routing ID, which then is past the last one.
 */
static inline u32 routing_id_first(u32 bus)
{
	return bus << 8;
}

/**
 * routing_id_device() - the device of a function
 * @routing_id: its routing ID, or no more than the low byte
 *
 * Return: the device, below 32.
 */
static inline u8 routing_id_device(u16 routing_id)
{
	return (routing_id >> 3) & 0x1f;
}

/**
 * routing_id_function() - the number of a function in its device
 * @routing_id: its routing ID, or no more than the low byte
 *
 * Return: the number, below 8.
 */
static inline u8 routing_id_function(u16 routing_id)
{
	return routing_id & 0x7;
}

/**
 * routing_id_in_device() - the device and function number of a sibling
 * @routing_id: routing ID of a function
 * @function: number of another one in its device; what is above 3 bits is ignored
 *
 * Return: the low byte of its routing ID.
 */
static inline u8 routing_id_in_device(u16 routing_id, u8 function)
{
	return (routing_id & 0xf8) | (function & 0x7);
}

/**
 * routing_id_print() - write the address of a function, as sysfs has it
 * @text: where it goes
 * @size: of @text in bytes
 * @domain: PCI domain
 * @routing_id: bus in the high byte, devfn in the low one
 */
static inline void routing_id_print(char *text, size_t size, u32 domain,
				    u16 routing_id)
{
	snprintf(text, size, "%04x:%02x:%02x.%d", domain,
		 routing_id_bus(routing_id), routing_id_device(routing_id),
		 routing_id_function(routing_id));
}

#endif
