// SPDX-License-Identifier: GPL-2.0
/*
 * Host bridges as directories in configfs.
 *
 * bridge->lock is taken in stores and shows alone, before any lock of the PCI
 * core; nothing that the PCI core calls takes it.
 */
#include <linux/err.h>
#include <linux/kernel.h>
#include <linux/lockdep.h>
#include <linux/mm.h>
#include <linux/module.h>
#include <linux/sizes.h>
#include <linux/slab.h>
#include <linux/string.h>

#include "bridge.h"
#include "numbers.h"

static struct sim_bridge *to_sim_bridge(struct config_item *item)
{
	return container_of(to_config_group(item), struct sim_bridge, group);
}

static ssize_t bridge_bus_range_show(struct config_item *item, char *page)
{
	const struct sim_bridge *bridge = to_sim_bridge(item);

	return sprintf(page, "0x%02x-0x%02x\n", bridge->setup.first_bus,
		       bridge->setup.last_bus);
}

/* Takes the lock of a bridge that can be changed: -EBUSY while it is live. */
static int bridge_lock_idle(struct sim_bridge *bridge)
{
	mutex_lock(&bridge->lock);
	if (!bridge->host)
		return 0;
	mutex_unlock(&bridge->lock);
	return -EBUSY;
}

static ssize_t bridge_bus_range_store(struct config_item *item,
				      const char *page, size_t count)
{
	struct sim_bridge *bridge = to_sim_bridge(item);
	const char *rest;
	u64 buses[2];
	int ret;

	rest = sim_numbers(page, '-', U8_MAX, buses, ARRAY_SIZE(buses));
	if (!rest || *rest || buses[0] > buses[1])
		return -EINVAL;
	ret = bridge_lock_idle(bridge);
	if (ret)
		return ret;
	bridge->setup.first_bus = buses[0];
	bridge->setup.last_bus = buses[1];
	mutex_unlock(&bridge->lock);
	return count;
}

static ssize_t bridge_mem_window_show(struct config_item *item, char *page)
{
	const struct sim_bridge *bridge = to_sim_bridge(item);
	const struct sim_host_setup *setup = &bridge->setup;

	if (setup->high_size == SIM_WINDOW_AUTO)
		return sprintf(page, "0x%llx auto\n", setup->low_size);
	return sprintf(page, "0x%llx 0x%llx\n", setup->low_size,
		       setup->high_size);
}

/* "LOW HIGH" or "LOW auto" */
static int windows_parse(const char *page, u64 *low, u64 *high)
{
	const u64 max = BIT_ULL(52);
	const char *rest;

	rest = sim_numbers(page, ' ', max, low, 1);
	if (!rest || !IS_ALIGNED(*low, SZ_4K) || *low >= SZ_4G)
		return -EINVAL;
	if (sysfs_streq(rest, "auto")) {
		*high = SIM_WINDOW_AUTO;
		return 0;
	}
	rest = sim_numbers(rest, ' ', max, high, 1);
	return rest && !*rest && IS_ALIGNED(*high, SZ_4K) ? 0 : -EINVAL;
}

static ssize_t bridge_mem_window_store(struct config_item *item,
				       const char *page, size_t count)
{
	struct sim_bridge *bridge = to_sim_bridge(item);
	u64 low, high;
	int ret;

	ret = windows_parse(page, &low, &high);
	if (!ret)
		ret = bridge_lock_idle(bridge);
	if (ret)
		return ret;
	bridge->setup.low_size = low;
	bridge->setup.high_size = high;
	mutex_unlock(&bridge->lock);
	return count;
}

static ssize_t bridge_domain_show(struct config_item *item, char *page)
{
	struct sim_bridge *bridge = to_sim_bridge(item);
	ssize_t ret = -ENODEV;

	mutex_lock(&bridge->lock);
	if (bridge->host)
		ret = sprintf(page, "%04x\n", sim_host_domain(bridge->host));
	mutex_unlock(&bridge->lock);
	return ret;
}

static bool bridge_has_others(const struct sim_bridge *bridge,
			      const struct sim_item *item)
{
	const u8 slot = PCI_SLOT(item->setup.devfn);
	const struct sim_item *other;

	list_for_each_entry(other, &bridge->items, node) {
		if (other != item &&
		    sim_item_bus(other) == sim_item_bus(item) &&
		    PCI_SLOT(other->setup.devfn) == slot)
			return true;
	}
	return false;
}

static bool is_taken(const struct sim_item *item,
		     struct sim_function *const *functions, u32 count)
{
	u32 i;

	for (i = 0; i < count; i++) {
		if (functions[i]->setup.bus == item->setup.bus &&
		    functions[i]->setup.devfn == item->setup.devfn)
			return true;
	}
	return false;
}

static void item_off(struct sim_item *item)
{
	sim_function_put(item->function);
	item->function = NULL;
}

/* Puts it behind the @count ones that are in @functions. */
static int item_on(struct sim_bridge *bridge, struct sim_item *item,
		   struct sim_function **functions, u32 count)
{
	struct sim_function *function;

	item->setup.bus = sim_item_bus(item);
	if (is_taken(item, functions, count))
		return -EEXIST;
	if (item->upload.image)
		return -EINVAL;
	function =
		sim_function_new(&item->setup, bridge_has_others(bridge, item));
	if (IS_ERR(function))
		return PTR_ERR(function);
	function->gone = item->gone;
	function->fail_reads = item->fail_reads;
	function->fail_vf_reads = item->fail_vf_reads;
	function->odd_read = item->odd_read;
	item->odd_read.left = 0;
	function->vfs_need = item->vfs_need;
	function->vf_flr = item->vf_flr;
	function->lie = item->lie;
	item->function = function;
	functions[count] = function;
	return 0;
}

static void bridge_off(struct sim_bridge *bridge)
{
	struct sim_item *item;

	lockdep_assert_held(&bridge->lock);
	if (bridge->host)
		sim_host_stop(bridge->host);
	bridge->host = NULL;
	list_for_each_entry(item, &bridge->items, node)
		item_off(item);
}

static u32 bridge_count(const struct sim_bridge *bridge)
{
	const struct sim_item *item;
	u32 count = 0;

	list_for_each_entry(item, &bridge->items, node)
		count++;
	return count;
}

static int bridge_on(struct sim_bridge *bridge)
{
	struct sim_function **functions;
	struct sim_item *item;
	struct sim_host *host;
	u32 count = 0;
	int ret = 0;

	lockdep_assert_held(&bridge->lock);
	functions =
		kvcalloc(bridge_count(bridge), sizeof(*functions), GFP_KERNEL);
	if (!functions)
		return -ENOMEM;
	list_for_each_entry(item, &bridge->items, node) {
		ret = item_on(bridge, item, functions, count);
		if (ret)
			break;
		count++;
	}
	if (!ret) {
		host = sim_host_start(&bridge->setup, functions, count);
		if (!IS_ERR(host))
			bridge->host = host;
		ret = PTR_ERR_OR_ZERO(host);
	}
	if (ret)
		bridge_off(bridge);
	kvfree(functions);
	return ret;
}

static ssize_t bridge_live_show(struct config_item *item, char *page)
{
	const struct sim_bridge *bridge = to_sim_bridge(item);

	return sprintf(page, "%d\n", !!READ_ONCE(bridge->host));
}

static ssize_t bridge_live_store(struct config_item *item, const char *page,
				 size_t count)
{
	struct sim_bridge *bridge = to_sim_bridge(item);
	bool live;
	int ret;

	ret = kstrtobool(page, &live);
	if (ret)
		return ret;
	mutex_lock(&bridge->lock);
	if (!live)
		bridge_off(bridge);
	else if (!bridge->host)
		ret = bridge_on(bridge);
	mutex_unlock(&bridge->lock);
	return ret ?: count;
}

CONFIGFS_ATTR(bridge_, bus_range);
CONFIGFS_ATTR(bridge_, mem_window);
CONFIGFS_ATTR(bridge_, live);
CONFIGFS_ATTR_RO(bridge_, domain);

static struct configfs_attribute *bridge_attrs[] = {
	&bridge_attr_bus_range,
	&bridge_attr_mem_window,
	&bridge_attr_live,
	&bridge_attr_domain,
	/* sentinel */
	NULL,
};

static struct config_item *bridge_make_item(struct config_group *group,
					    const char *name)
{
	return sim_item_new(container_of(group, struct sim_bridge, group),
			    name);
}

static void bridge_drop_item(struct config_group *group,
			     struct config_item *item)
{
	sim_item_drop(item);
	config_item_put(item);
}

static struct configfs_group_operations bridge_group_ops = {
	.make_item = bridge_make_item,
	.drop_item = bridge_drop_item,
};

static void bridge_release(struct config_item *item)
{
	struct sim_bridge *bridge = to_sim_bridge(item);

	mutex_destroy(&bridge->lock);
	kfree(bridge);
}

static struct configfs_item_operations bridge_item_ops = {
	.release = bridge_release,
};

static const struct config_item_type bridge_type = {
	.ct_owner = THIS_MODULE,
	.ct_item_ops = &bridge_item_ops,
	.ct_group_ops = &bridge_group_ops,
	.ct_attrs = bridge_attrs,
};

/* By default all buses, and room for what is on them */
static struct config_group *sim_make_bridge(struct config_group *group,
					    const char *name)
{
	struct sim_bridge *bridge = kzalloc(sizeof(*bridge), GFP_KERNEL);

	if (!bridge)
		return ERR_PTR(-ENOMEM);
	mutex_init(&bridge->lock);
	INIT_LIST_HEAD(&bridge->items);
	bridge->setup.last_bus = U8_MAX;
	bridge->setup.high_size = SIM_WINDOW_AUTO;
	config_group_init_type_name(&bridge->group, name, &bridge_type);
	bridge->setup.name = config_item_name(&bridge->group.cg_item);
	return &bridge->group;
}

static void sim_drop_bridge(struct config_group *group,
			    struct config_item *item)
{
	struct sim_bridge *bridge = to_sim_bridge(item);

	mutex_lock(&bridge->lock);
	bridge_off(bridge);
	mutex_unlock(&bridge->lock);
	config_item_put(item);
}

static struct configfs_group_operations sim_group_ops = {
	.make_group = sim_make_bridge,
	.drop_item = sim_drop_bridge,
};

static const struct config_item_type sim_type = {
	.ct_owner = THIS_MODULE,
	.ct_group_ops = &sim_group_ops,
};

struct configfs_subsystem sim_subsystem = {
	.su_group = {
		.cg_item = {
			.ci_namebuf = "sriovsim",
			.ci_type = &sim_type,
		},
	},
};

int sim_subsystem_start(void)
{
	config_group_init(&sim_subsystem.su_group);
	mutex_init(&sim_subsystem.su_mutex);
	return configfs_register_subsystem(&sim_subsystem);
}

void sim_subsystem_stop(void)
{
	configfs_unregister_subsystem(&sim_subsystem);
	mutex_destroy(&sim_subsystem.su_mutex);
}
