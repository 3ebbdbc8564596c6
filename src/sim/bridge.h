/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is configured: directories in configfs.
 *
 *	/sys/kernel/config/sriovsim/
 *	└── NAME/			a host bridge
 *	    ├── bus_range		its bus numbers
 *	    ├── mem_window		its windows: below 4 GiB, above
 *	    ├── live		1 registers it, 0 takes it away
 *	    ├── domain		its PCI domain, while it is live
 *	    └── NAME/		a function
 *		├── image		its configuration space
 *		├── vf_image	that of its VFs
 *		├── bus		that it is on
 *		├── devfn		where it is on that bus
 *		├── bar_sizes	six sizes
 *		├── vf_bar_sizes	six sizes
 *		├── offset_by_numvfs	where its VFs are, by NumVFs
 *		├── gone		it does not answer
 *		├── fail_reads	its reads fail
 *		├── fail_vf_reads	those of its VFs fail
 *		├── odd_read	one read goes wrong
 *		├── vfs_need	what its VFs need to answer
 *		├── vf_flr	how their FLR goes
 *		├── lies	what it says that is not so
 *		├── config_reads	how often it was read
 *		└── config_writes	how often it was written
 */
#ifndef SRIOVSCOPE_SIM_BRIDGE_H
#define SRIOVSCOPE_SIM_BRIDGE_H

#include <linux/configfs.h>
#include <linux/lockdep.h>
#include <linux/mutex.h>

#include "host.h"
#include "upload.h"

/**
 * struct sim_bridge - a directory that is a host bridge
 * @group: in configfs
 * @lock: guards all below, and the functions of the bridge
 * @setup: how it shall be
 * @host: the bridge while it is live, else NULL
 * @items: the functions, struct sim_item
 */
struct sim_bridge {
	struct config_group group;
	struct mutex lock; /* guards the members below */
	struct sim_host_setup setup;
	struct sim_host *host;
	struct list_head items;
};

/* Of a function: on the root bus, whatever number that has */
#define SIM_BUS_FIRST (-1)

/**
 * struct sim_item - a directory that is a function
 * @item: in configfs
 * @bridge: that it is in
 * @node: in the bridge's list
 * @bus: that it is on, or SIM_BUS_FIRST
 * @setup: how it shall be; its bus is set when it is switched on
 * @upload: an image that is being written
 * @gone: it shall not answer
 * @fail_reads: errno that its reads shall give
 * @fail_vf_reads: errno that those of its VFs shall give
 * @odd_read: one read that shall go wrong; once it is live, the function has it
 * @vfs_need: what its VFs shall need to answer
 * @vf_flr: how their FLR shall go
 * @lie: what it shall say that is not so
 * @function: while it is live, with a reference, else NULL
 */
struct sim_item {
	struct config_item item;
	struct sim_bridge *bridge;
	struct list_head node;
	int bus;
	struct sim_setup setup;
	struct sim_upload upload;
	bool gone;
	int fail_reads;
	int fail_vf_reads;
	struct sim_odd_read odd_read;
	u32 vfs_need;
	enum sim_flr vf_flr;
	enum sim_lie lie;
	struct sim_function *function;
};

/**
 * to_sim_item() - the function that a directory is
 * @item: in configfs
 *
 * Return: it.
 */
static inline struct sim_item *to_sim_item(struct config_item *item)
{
	return container_of(item, struct sim_item, item);
}

/**
 * sim_item_is_live() - is the function switched on?
 * @item: the function; the lock of its bridge is held, or it may be another time
 *
 * Return: true when it is.
 */
static inline bool sim_item_is_live(const struct sim_item *item)
{
	lockdep_assert_held(&item->bridge->lock);
	return item->function;
}

/**
 * sim_item_bus() - the bus that a function is on
 * @item: the function
 *
 * Return: its number, as it is configured.
 */
static inline u8 sim_item_bus(const struct sim_item *item)
{
	return item->bus == SIM_BUS_FIRST ? item->bridge->setup.first_bus :
					    item->bus;
}

/* item_faults.c: what configfs calls for attributes of a function */

/**
 * item_gone_show() - whether the function answers
 * @item: the function's directory
 * @page: where the text goes
 *
 * Context: may sleep.
 * Return: bytes of text.
 */
ssize_t item_gone_show(struct config_item *item, char *page);

/**
 * item_gone_store() - set whether the function answers
 * @item: the function's directory
 * @page: what was written
 * @count: bytes of it
 *
 * Context: may sleep.
 * Return: @count, or -EINVAL.
 */
ssize_t item_gone_store(struct config_item *item, const char *page,
			size_t count);

/**
 * item_fail_reads_show() - the errno that reads fail with
 * @item: the function's directory
 * @page: where the text goes
 *
 * Context: may sleep.
 * Return: bytes of text.
 */
ssize_t item_fail_reads_show(struct config_item *item, char *page);

/**
 * item_fail_reads_store() - set the errno that reads fail with
 * @item: the function's directory
 * @page: what was written
 * @count: bytes of it
 *
 * Context: may sleep.
 * Return: @count, or -EINVAL.
 */
ssize_t item_fail_reads_store(struct config_item *item, const char *page,
			      size_t count);

/**
 * item_fail_vf_reads_show() - the errno that reads of VFs fail with
 * @item: the function's directory
 * @page: where the text goes
 *
 * Context: may sleep.
 * Return: bytes of text.
 */
ssize_t item_fail_vf_reads_show(struct config_item *item, char *page);

/**
 * item_fail_vf_reads_store() - set the errno that reads of VFs fail with
 * @item: the function's directory
 * @page: what was written
 * @count: bytes of it
 *
 * Context: may sleep.
 * Return: @count, or -EINVAL.
 */
ssize_t item_fail_vf_reads_store(struct config_item *item, const char *page,
				 size_t count);

/**
 * item_odd_read_show() - which read goes wrong, and how
 * @item: the function's directory
 * @page: where the text goes
 *
 * Context: may sleep.
 * Return: bytes of text.
 */
ssize_t item_odd_read_show(struct config_item *item, char *page);

/**
 * item_odd_read_store() - let a read go wrong
 * @item: the function's directory
 * @page: what was written
 * @count: bytes of it
 *
 * Context: may sleep.
 * Return: @count, or -EINVAL.
 */
ssize_t item_odd_read_store(struct config_item *item, const char *page,
			    size_t count);

/**
 * item_vfs_need_show() - what VFs need to answer
 * @item: the function's directory
 * @page: where the text goes
 *
 * Context: may sleep.
 * Return: bytes of text.
 */
ssize_t item_vfs_need_show(struct config_item *item, char *page);

/**
 * item_vfs_need_store() - set what VFs need to answer
 * @item: the function's directory
 * @page: what was written
 * @count: bytes of it
 *
 * Context: may sleep.
 * Return: @count, or -EINVAL.
 */
ssize_t item_vfs_need_store(struct config_item *item, const char *page,
			    size_t count);

/**
 * item_vf_flr_show() - how FLR of VFs goes
 * @item: the function's directory
 * @page: where the text goes
 *
 * Context: may sleep.
 * Return: bytes of text.
 */
ssize_t item_vf_flr_show(struct config_item *item, char *page);

/**
 * item_vf_flr_store() - set how FLR of VFs goes
 * @item: the function's directory
 * @page: what was written
 * @count: bytes of it
 *
 * Context: may sleep.
 * Return: @count, or -EINVAL.
 */
ssize_t item_vf_flr_store(struct config_item *item, const char *page,
			  size_t count);

/**
 * item_lies_show() - what the function says that is not so
 * @item: the function's directory
 * @page: where the text goes
 *
 * Context: may sleep.
 * Return: bytes of text.
 */
ssize_t item_lies_show(struct config_item *item, char *page);

/**
 * item_lies_store() - set what the function says that is not so
 * @item: the function's directory
 * @page: what was written
 * @count: bytes of it
 *
 * Context: may sleep.
 * Return: @count, or -EINVAL.
 */
ssize_t item_lies_store(struct config_item *item, const char *page,
			size_t count);

/**
 * item_config_reads_show() - how often it was read
 * @item: the function's directory
 * @page: where the text goes
 *
 * Context: may sleep.
 * Return: bytes of text.
 */
ssize_t item_config_reads_show(struct config_item *item, char *page);

/**
 * item_config_reads_store() - count reads anew, from 0
 * @item: the function's directory
 * @page: what was written
 * @count: bytes of it
 *
 * Context: may sleep.
 * Return: @count, or -EINVAL.
 */
ssize_t item_config_reads_store(struct config_item *item, const char *page,
				size_t count);

/**
 * item_config_writes_show() - how often it was written
 * @item: the function's directory
 * @page: where the text goes
 *
 * Context: may sleep.
 * Return: bytes of text.
 */
ssize_t item_config_writes_show(struct config_item *item, char *page);

/**
 * item_config_writes_store() - count writes anew, from 0
 * @item: the function's directory
 * @page: what was written
 * @count: bytes of it
 *
 * Context: may sleep.
 * Return: @count, or -EINVAL.
 */
ssize_t item_config_writes_store(struct config_item *item, const char *page,
				 size_t count);

extern const struct config_item_type sim_item_type;
extern struct configfs_subsystem sim_subsystem;

/**
 * sim_item_new() - make the directory of a function
 * @bridge: the bridge that it is in
 * @name: of the directory
 *
 * Return: the item; ERR_PTR: -ENOMEM.
 */
struct config_item *sim_item_new(struct sim_bridge *bridge, const char *name);

/**
 * sim_item_drop() - the directory of a function is being removed
 * @item: the function; on a bridge that is live it does not answer any more
 */
void sim_item_drop(struct config_item *item);

/**
 * sim_subsystem_start() - make the directory in configfs
 *
 * Return: 0 or a negative errno.
 */
int sim_subsystem_start(void);

/**
 * sim_subsystem_stop() - remove it; it is empty by then
 */
void sim_subsystem_stop(void);

#endif
