/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A routing ID: which function a request comes from. The bus is in the high byte;
 * in the low one are 5 bits of device and 3 of function.
 */
#ifndef SRIOVSCOPE_ROUTING_ID_H
#define SRIOVSCOPE_ROUTING_ID_H

#include <linux/types.h>

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

#endif
