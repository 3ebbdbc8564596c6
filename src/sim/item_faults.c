// SPDX-License-Identifier: GPL-2.0
/*
 * What goes wrong with a function on demand, and what is counted: attributes
 * that can be written while it is live.
 */
#include <linux/build_bug.h>
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

/* Sets it where it is kept, and in a function that is live. */
static ssize_t errno_store(struct sim_item *item, int *kept, size_t offset,
			   const char *page, size_t count)
{
	u32 error;

	if (kstrtou32(page, 0, &error) || error > MAX_ERRNO)
		return -EINVAL;
	mutex_lock(&item->bridge->lock);
	*kept = error;
	if (sim_item_is_live(item))
		WRITE_ONCE(*(int *)((u8 *)item->function + offset), error);
	mutex_unlock(&item->bridge->lock);
	return count;
}

ssize_t item_fail_reads_store(struct config_item *config_item, const char *page,
			      size_t count)
{
	struct sim_item *item = to_sim_item(config_item);

	return errno_store(item, &item->fail_reads,
			   offsetof(struct sim_function, fail_reads), page,
			   count);
}

ssize_t item_fail_vf_reads_show(struct config_item *item, char *page)
{
	return sprintf(page, "%d\n", to_sim_item(item)->fail_vf_reads);
}

ssize_t item_fail_vf_reads_store(struct config_item *config_item,
				 const char *page, size_t count)
{
	struct sim_item *item = to_sim_item(config_item);

	return errno_store(item, &item->fail_vf_reads,
			   offsetof(struct sim_function, fail_vf_reads), page,
			   count);
}

/* What was written while it is not live is for when it will be. */
static void odd_read_copy(struct sim_item *item, struct sim_odd_read *odd,
			  void (*copy)(struct sim_odd_read *kept,
				       struct sim_odd_read *odd))
{
	struct sim_function *function;
	unsigned long flags;

	mutex_lock(&item->bridge->lock);
	function = item->function;
	if (sim_item_is_live(item)) {
		raw_spin_lock_irqsave(&function->lock, flags);
		copy(&function->odd_read, odd);
		raw_spin_unlock_irqrestore(&function->lock, flags);
	} else {
		copy(&item->odd_read, odd);
	}
	mutex_unlock(&item->bridge->lock);
}

static void odd_read_get(struct sim_odd_read *kept, struct sim_odd_read *odd)
{
	*odd = *kept;
}

static void odd_read_put(struct sim_odd_read *kept, struct sim_odd_read *odd)
{
	*kept = *odd;
}

ssize_t item_odd_read_show(struct config_item *item, char *page)
{
	struct sim_odd_read odd;

	odd_read_copy(to_sim_item(item), &odd, odd_read_get);
	return sim_odd_read_print(&odd, page);
}

ssize_t item_odd_read_store(struct config_item *config_item, const char *page,
			    size_t count)
{
	struct sim_odd_read odd;
	int ret;

	ret = sim_odd_read_parse(page, &odd);
	if (ret)
		return ret;
	odd_read_copy(to_sim_item(config_item), &odd, odd_read_put);
	return count;
}

/* By the bits of SIM_NEED_* */
static const char *const need_names[] = { "d0", "memory_space", "bus_master",
					  "ari" };

static_assert(ARRAY_SIZE(need_names) == SIM_NEEDS);

ssize_t item_vfs_need_show(struct config_item *item, char *page)
{
	u32 need = to_sim_item(item)->vfs_need;
	ssize_t len = 0;
	u32 i;

	for (i = 0; i < SIM_NEEDS; i++) {
		if (need & BIT(i))
			len += sprintf(page + len, "%s%s", len ? " " : "",
				       need_names[i]);
	}
	return len + sprintf(page + len, "%s\n", len ? "" : "none");
}

/* Returns the bit of the word at @text, which is @length long; 0 for no such word. */
static u32 need_of(const char *text, size_t length)
{
	u32 i;

	for (i = 0; i < SIM_NEEDS; i++) {
		if (strlen(need_names[i]) == length &&
		    !strncmp(text, need_names[i], length))
			return BIT(i);
	}
	return 0;
}

/* "none", or words with spaces between them */
static int needs_parse(const char *page, u32 *needs)
{
	size_t length;
	u32 need;

	*needs = 0;
	if (sysfs_streq(page, "none"))
		return 0;
	do {
		length = strcspn(page, "\n ");
		need = need_of(page, length);
		if (!need)
			return -EINVAL;
		*needs |= need;
		page = skip_spaces(page + length);
	} while (*page);
	return 0;
}

ssize_t item_vfs_need_store(struct config_item *config_item, const char *page,
			    size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	u32 needs;

	if (needs_parse(page, &needs))
		return -EINVAL;
	mutex_lock(&item->bridge->lock);
	item->vfs_need = needs;
	if (sim_item_is_live(item))
		WRITE_ONCE(item->function->vfs_need, needs);
	mutex_unlock(&item->bridge->lock);
	return count;
}

/* In the order of enum sim_flr */
static const char *const flr_names[] = { "ends", "silent", "retry" };

ssize_t item_vf_flr_show(struct config_item *item, char *page)
{
	return sprintf(page, "%s\n", flr_names[to_sim_item(item)->vf_flr]);
}

ssize_t item_vf_flr_store(struct config_item *config_item, const char *page,
			  size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	int flr;

	flr = sysfs_match_string(flr_names, page);
	if (flr < 0)
		return -EINVAL;
	mutex_lock(&item->bridge->lock);
	item->vf_flr = flr;
	if (sim_item_is_live(item))
		WRITE_ONCE(item->function->vf_flr, flr);
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
