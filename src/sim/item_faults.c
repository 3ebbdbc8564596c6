// SPDX-License-Identifier: GPL-2.0
/*
 * What goes wrong with a function on demand, and what is counted: attributes
 * that can be written while it is live.
 */
#include <linux/kernel.h>
#include <linux/string.h>

#include "bridge.h"

ssize_t item_gone_show(struct config_item *item, char *page)
{
	return sprintf(page, "%d\n", to_sim_item(item)->gone);
}

ssize_t item_gone_store(struct config_item *config_item, const char *page,
			size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	bool gone;

	if (kstrtobool(page, &gone))
		return -EINVAL;
	mutex_lock(&item->bridge->lock);
	item->gone = gone;
	if (sim_item_is_live(item))
		WRITE_ONCE(item->function->gone, gone);
	mutex_unlock(&item->bridge->lock);
	return count;
}

ssize_t item_fail_reads_show(struct config_item *item, char *page)
{
	return sprintf(page, "%d\n", to_sim_item(item)->fail_reads);
}

ssize_t item_fail_reads_store(struct config_item *config_item, const char *page,
			      size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	u32 error;

	if (kstrtou32(page, 0, &error) || error > MAX_ERRNO)
		return -EINVAL;
	mutex_lock(&item->bridge->lock);
	item->fail_reads = error;
	if (sim_item_is_live(item))
		WRITE_ONCE(item->function->fail_reads, error);
	mutex_unlock(&item->bridge->lock);
	return count;
}

/* In the order of enum sim_lie */
static const char *const lie_names[] = { "none", "num_vfs", "vf_enable" };

ssize_t item_lies_show(struct config_item *item, char *page)
{
	return sprintf(page, "%s\n", lie_names[to_sim_item(item)->lie]);
}

ssize_t item_lies_store(struct config_item *config_item, const char *page,
			size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	int lie;

	lie = sysfs_match_string(lie_names, page);
	if (lie < 0)
		return -EINVAL;
	mutex_lock(&item->bridge->lock);
	item->lie = lie;
	if (sim_item_is_live(item))
		WRITE_ONCE(item->function->lie, lie);
	mutex_unlock(&item->bridge->lock);
	return count;
}

static ssize_t counter_show(struct sim_item *item, size_t offset, char *page)
{
	u64 value = 0;

	mutex_lock(&item->bridge->lock);
	if (sim_item_is_live(item))
		value = READ_ONCE(*(u64 *)((u8 *)item->function + offset));
	mutex_unlock(&item->bridge->lock);
	return sprintf(page, "%llu\n", value);
}

static ssize_t counter_store(struct sim_item *item, size_t offset,
			     const char *page, size_t count)
{
	u32 value;

	if (kstrtou32(page, 0, &value) || value)
		return -EINVAL;
	mutex_lock(&item->bridge->lock);
	if (sim_item_is_live(item))
		WRITE_ONCE(*(u64 *)((u8 *)item->function + offset), 0);
	mutex_unlock(&item->bridge->lock);
	return count;
}

ssize_t item_config_reads_show(struct config_item *item, char *page)
{
	return counter_show(to_sim_item(item),
			    offsetof(struct sim_function, reads), page);
}

ssize_t item_config_reads_store(struct config_item *item, const char *page,
				size_t count)
{
	return counter_store(to_sim_item(item),
			     offsetof(struct sim_function, reads), page, count);
}

ssize_t item_config_writes_show(struct config_item *item, char *page)
{
	return counter_show(to_sim_item(item),
			    offsetof(struct sim_function, writes), page);
}

ssize_t item_config_writes_store(struct config_item *item, const char *page,
				 size_t count)
{
	return counter_store(to_sim_item(item),
			     offsetof(struct sim_function, writes), page,
			     count);
}
