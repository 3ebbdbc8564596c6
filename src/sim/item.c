// SPDX-License-Identifier: GPL-2.0
/*
 * Functions as directories in configfs.
 */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/module.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "bridge.h"
#include "numbers.h"

/* Takes the lock of a function that can be changed: -EBUSY while it is live. */
static int item_lock_idle(struct sim_item *item)
{
	mutex_lock(&item->bridge->lock);
	if (!sim_item_is_live(item))
		return 0;
	mutex_unlock(&item->bridge->lock);
	return -EBUSY;
}

static ssize_t item_image_store(struct config_item *config_item,
				const char *page, size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	int ret;

	ret = item_lock_idle(item);
	if (ret)
		return ret;
	ret = sim_upload_write(&item->upload, item->setup.image, page, count);
	if (ret > 0)
		item->setup.image_size = ret;
	mutex_unlock(&item->bridge->lock);
	return ret < 0 ? ret : count;
}

static ssize_t item_image_show(struct config_item *config_item, char *page)
{
	struct sim_item *item = to_sim_item(config_item);
	ssize_t size;

	mutex_lock(&item->bridge->lock);
	size = item->setup.image_size;
	memcpy(page, item->setup.image, size);
	mutex_unlock(&item->bridge->lock);
	return size;
}

/* VFs have extended space, so an image without it makes no sense. */
static ssize_t item_vf_image_store(struct config_item *config_item,
				   const char *page, size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	int ret;

	if (count == PCI_CFG_SPACE_SIZE)
		return -EINVAL;
	ret = item_lock_idle(item);
	if (ret)
		return ret;
	ret = sim_upload_write(&item->upload, item->setup.vf_image, page,
			       count);
	if (ret > 0)
		item->setup.has_vf_image = true;
	mutex_unlock(&item->bridge->lock);
	return ret < 0 ? ret : count;
}

static ssize_t item_vf_image_show(struct config_item *config_item, char *page)
{
	struct sim_item *item = to_sim_item(config_item);
	ssize_t size;

	mutex_lock(&item->bridge->lock);
	size = item->setup.has_vf_image ? sizeof(item->setup.vf_image) : 0;
	memcpy(page, item->setup.vf_image, size);
	mutex_unlock(&item->bridge->lock);
	return size;
}

static ssize_t item_bus_show(struct config_item *item, char *page)
{
	return sprintf(page, "0x%02x\n", sim_item_bus(to_sim_item(item)));
}

static ssize_t item_bus_store(struct config_item *config_item, const char *page,
			      size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	const struct sim_host_setup *setup = &item->bridge->setup;
	u8 bus;
	int ret;

	if (kstrtou8(page, 0, &bus))
		return -EINVAL;
	ret = item_lock_idle(item);
	if (ret)
		return ret;
	if (bus < setup->first_bus || bus > setup->last_bus)
		ret = -EINVAL;
	else
		item->bus = bus;
	mutex_unlock(&item->bridge->lock);
	return ret ?: count;
}

static ssize_t item_devfn_show(struct config_item *item, char *page)
{
	return sprintf(page, "0x%02x\n", to_sim_item(item)->setup.devfn);
}

static ssize_t item_devfn_store(struct config_item *config_item,
				const char *page, size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	u8 devfn;
	int ret;

	if (kstrtou8(page, 0, &devfn))
		return -EINVAL;
	ret = item_lock_idle(item);
	if (ret)
		return ret;
	item->setup.devfn = devfn;
	mutex_unlock(&item->bridge->lock);
	return count;
}

static ssize_t sizes_show(const struct sim_bar_sizes *sizes, char *page)
{
	const u64 *bytes = sizes->bytes;

	return sprintf(page, "0x%llx 0x%llx 0x%llx 0x%llx 0x%llx 0x%llx\n",
		       bytes[0], bytes[1], bytes[2], bytes[3], bytes[4],
		       bytes[5]);
}

static ssize_t sizes_store(struct sim_item *item, struct sim_bar_sizes *sizes,
			   const char *page, size_t count)
{
	struct sim_bar_sizes got;
	const char *rest;
	int ret;
	u32 i;

	rest = sim_numbers(page, ' ', U64_MAX, got.bytes,
			   ARRAY_SIZE(got.bytes));
	if (!rest || *rest)
		return -EINVAL;
	for (i = 0; i < ARRAY_SIZE(got.bytes); i++) {
		if (!sim_bar_size_valid(got.bytes[i]))
			return -EINVAL;
	}
	ret = item_lock_idle(item);
	if (ret)
		return ret;
	*sizes = got;
	mutex_unlock(&item->bridge->lock);
	return count;
}

static ssize_t item_bar_sizes_show(struct config_item *item, char *page)
{
	return sizes_show(&to_sim_item(item)->setup.bars, page);
}

static ssize_t item_bar_sizes_store(struct config_item *config_item,
				    const char *page, size_t count)
{
	struct sim_item *item = to_sim_item(config_item);

	return sizes_store(item, &item->setup.bars, page, count);
}

static ssize_t item_vf_bar_sizes_show(struct config_item *item, char *page)
{
	return sizes_show(&to_sim_item(item)->setup.vf_bars, page);
}

static ssize_t item_vf_bar_sizes_store(struct config_item *config_item,
				       const char *page, size_t count)
{
	struct sim_item *item = to_sim_item(config_item);

	return sizes_store(item, &item->setup.vf_bars, page, count);
}

static ssize_t item_offset_by_numvfs_show(struct config_item *config_item,
					  char *page)
{
	const struct sim_setup *setup = &to_sim_item(config_item)->setup;
	ssize_t len = 0;
	u32 i;

	for (i = 0; i < setup->place_count; i++)
		len += sprintf(page + len, "%s%u:%u:%u", i ? " " : "",
			       setup->places[i].num_vfs,
			       setup->places[i].offset,
			       setup->places[i].stride);
	return len + sprintf(page + len, "\n");
}

/* "NUMVFS:OFFSET:STRIDE ...", the least NumVFs first; an empty line for none */
static int places_parse(const char *page, struct sim_place *places, u32 *count)
{
	u64 numbers[3];
	u32 n = 0;

	page = skip_spaces(page);
	while (*page) {
		if (n == SIM_PLACES_MAX)
			return -EINVAL;
		page = sim_numbers(page, ':', U16_MAX, numbers,
				   ARRAY_SIZE(numbers));
		if (!page || (n && numbers[0] <= places[n - 1].num_vfs))
			return -EINVAL;
		places[n].num_vfs = numbers[0];
		places[n].offset = numbers[1];
		places[n].stride = numbers[2];
		n++;
	}
	*count = n;
	return 0;
}

static ssize_t item_offset_by_numvfs_store(struct config_item *config_item,
					   const char *page, size_t count)
{
	struct sim_item *item = to_sim_item(config_item);
	struct sim_place places[SIM_PLACES_MAX] = {};
	int ret;
	u32 n;

	ret = places_parse(page, places, &n);
	if (ret)
		return ret;
	ret = item_lock_idle(item);
	if (ret)
		return ret;
	memcpy(item->setup.places, places, sizeof(places));
	item->setup.place_count = n;
	mutex_unlock(&item->bridge->lock);
	return count;
}

CONFIGFS_ATTR(item_, image);
CONFIGFS_ATTR(item_, vf_image);
CONFIGFS_ATTR(item_, bus);
CONFIGFS_ATTR(item_, devfn);
CONFIGFS_ATTR(item_, bar_sizes);
CONFIGFS_ATTR(item_, vf_bar_sizes);
CONFIGFS_ATTR(item_, offset_by_numvfs);
CONFIGFS_ATTR(item_, gone);
CONFIGFS_ATTR(item_, fail_reads);
CONFIGFS_ATTR(item_, fail_vf_reads);
CONFIGFS_ATTR(item_, odd_read);
CONFIGFS_ATTR(item_, vfs_need);
CONFIGFS_ATTR(item_, vf_flr);
CONFIGFS_ATTR(item_, lies);
CONFIGFS_ATTR(item_, config_reads);
CONFIGFS_ATTR(item_, config_writes);

static struct configfs_attribute *item_attrs[] = {
	&item_attr_image,
	&item_attr_vf_image,
	&item_attr_bus,
	&item_attr_devfn,
	&item_attr_bar_sizes,
	&item_attr_vf_bar_sizes,
	&item_attr_offset_by_numvfs,
	&item_attr_gone,
	&item_attr_fail_reads,
	&item_attr_fail_vf_reads,
	&item_attr_odd_read,
	&item_attr_vfs_need,
	&item_attr_vf_flr,
	&item_attr_lies,
	&item_attr_config_reads,
	&item_attr_config_writes,
	/* sentinel */
	NULL,
};

static void item_release(struct config_item *config_item)
{
	struct sim_item *item = to_sim_item(config_item);

	config_item_put(&item->bridge->group.cg_item);
	kvfree(item);
}

static struct configfs_item_operations item_ops = {
	.release = item_release,
};

const struct config_item_type sim_item_type = {
	.ct_owner = THIS_MODULE,
	.ct_item_ops = &item_ops,
	.ct_attrs = item_attrs,
};

struct config_item *sim_item_new(struct sim_bridge *bridge, const char *name)
{
	struct sim_item *item = kvzalloc(sizeof(*item), GFP_KERNEL);

	if (!item)
		return ERR_PTR(-ENOMEM);
	/* An attribute that is open outlives its directory, and needs the lock. */
	config_item_get(&bridge->group.cg_item);
	item->bridge = bridge;
	item->bus = SIM_BUS_FIRST;
	config_item_init_type_name(&item->item, name, &sim_item_type);
	mutex_lock(&bridge->lock);
	list_add_tail(&item->node, &bridge->items);
	mutex_unlock(&bridge->lock);
	return &item->item;
}

void sim_item_drop(struct config_item *config_item)
{
	struct sim_item *item = to_sim_item(config_item);

	mutex_lock(&item->bridge->lock);
	list_del(&item->node);
	if (sim_item_is_live(item))
		WRITE_ONCE(item->function->gone, true);
	sim_function_put(item->function);
	item->function = NULL;
	mutex_unlock(&item->bridge->lock);
}
