// SPDX-License-Identifier: GPL-2.0
/*
 * What there is to draw, from a machine.
 */
#include <sriovscope/routing_id.h>

#include "collect.h"
#include "core/bars/bar_set.h"
#include "core/bars/vf_copy.h"
#include "host/bridge.h"
#include "host/iomem.h"

#define COLLECT_NEEDS \
	(FACTS_SRIOV | FACTS_VF_BARS | FACTS_PLACE | FACTS_PORT | FACTS_WAKE)

/* A VF that is on is no other function; one of a dump has no owner to tell. */
static bool is_own_vf(const struct map *map, const struct host_function *pf,
		      const struct host_function *other)
{
	u8 what = map_at(map, other->routing_id);

	if (!pf->host->live)
		return what & MAP_VF_ON;
	return other->owner == pf->routing_id &&
	       what & (MAP_VF_ON | MAP_VF_PLANNED);
}

static void collect_functions(const struct host_function *pf, struct map *map)
{
	const struct host *host = pf->host;
	const struct host_function *other;
	u32 i;

	map->has_all = host->live;
	for (i = 0; i < host->count; i++) {
		other = &host->functions[i];
		if (other != pf && other->domain == pf->domain &&
		    !is_own_vf(map, pf, other))
			__set_bit(other->routing_id, map->functions);
	}
}

static void why_no_port(const struct host_function *pf,
			const struct pf_facts *facts, char *why)
{
	if (facts->kernel.integrated || pf->host->live)
		snprintf(why, MAP_WHY_LEN,
			 "there is no port above, it is on a root bus");
	else if (!pf->host->addressed)
		snprintf(why, MAP_WHY_LEN, "%s", facts->why);
	else
		snprintf(why, MAP_WHY_LEN,
			 "the dump has no bridge that leads to bus %02x",
			 routing_id_bus(pf->routing_id));
}

static void collect_buses(const struct host_function *pf,
			  const struct pf_facts *facts, struct map *map)
{
	if (facts->around->port.exists)
		strscpy(map->port, facts->around->port.name, sizeof(map->port));
	map->has_last_bus = !facts_lack(facts, ABOUT_BUSES);
	if (map->has_last_bus)
		map->last_bus = facts->around->last_bus;
	else if (*map->port)
		snprintf(map->buses_why, MAP_WHY_LEN, "%s", facts->why);
	else
		why_no_port(pf, facts, map->buses_why);
}

static void collect_unknown(struct map *map, enum map_level level, u32 depth,
			    const char *name, const char *why)
{
	struct map_window window = { .level = level,
				     .state = MAP_UNKNOWN,
				     .depth = depth };

	snprintf(window.name, sizeof(window.name), "%s", name);
	snprintf(window.why, sizeof(window.why), "%s", why);
	map_add_window(map, &window);
}

static void window_of(const struct host_window *from, struct map_window *window)
{
	window->prefetchable = from->prefetchable;
	window->state = from->assigned ? MAP_FITS : MAP_CLOSED;
	window->has_start = from->assigned;
	window->has_end = from->assigned;
	window->start = from->start;
	window->end = from->end;
}

static const char *why_no_root(struct host *host)
{
	if (!host->live)
		return "a dump does not say";
	if (!host_iomem(host))
		return "/proc/iomem shows addresses to root alone";
	return "/proc/iomem has no window of that bus";
}

static void collect_root(const struct host_function *top, struct map *map)
{
	u8 bus = routing_id_bus(top->routing_id);
	struct host_window windows[MAP_ROOTS_MAX];
	struct map_window window = { .level = MAP_ROOT };
	int count, i;

	count = host_root_windows(top->host, top->domain, bus, windows,
				  MAP_ROOTS_MAX);
	if (top->host->live)
		snprintf(window.name, sizeof(window.name),
			 "host bridge, bus %04x:%02x", top->domain, bus);
	else
		snprintf(window.name, sizeof(window.name), "host bridge");
	if (count < 0)
		collect_unknown(map, MAP_ROOT, 0, window.name,
				why_no_root(top->host));
	for (i = 0; i < count; i++) {
		window_of(&windows[i], &window);
		map_add_window(map, &window);
	}
}

static void collect_bridge(const struct host_function *bridge, u32 depth,
			   struct map *map)
{
	struct host_window windows[HOST_BRIDGE_WINDOWS];
	struct map_window window = { .level = MAP_PORT, .depth = depth };
	int ret = host_bridge_windows(bridge, windows), i;

	if (ret) {
		collect_unknown(map, MAP_PORT, depth, bridge->name,
				ret != -ENODATA	   ? strerror(-ret) :
				bridge->host->live ? "sysfs does not say" :
						     "a dump does not say");
		return;
	}
	window.has_kind = true;
	strscpy(window.name, bridge->name, sizeof(window.name));
	for (i = 0; i < HOST_BRIDGE_WINDOWS; i++) {
		window_of(&windows[i], &window);
		map_add_window(map, &window);
	}
}

/* Returns the depth of what is below them. */
static u32 collect_bridges(struct host_function *pf,
			   const struct pf_facts *facts, struct map *map)
{
	struct host_function *path[MAP_DEPTH_MAX], *port;
	char why[MAP_WHY_LEN];
	u32 count = 0, i;

	for (port = host_port(pf); port && count < MAP_DEPTH_MAX;
	     port = host_port(port))
		path[count++] = port;
	collect_root(count ? path[count - 1] : pf, map);
	for (i = 0; i < count; i++)
		collect_bridge(path[count - 1 - i], 1 + i, map);
	if (count || pf->host->live || facts->kernel.integrated)
		return 1 + count;
	why_no_port(pf, facts, why);
	collect_unknown(map, MAP_PORT, 1, "port above", why);
	return 2;
}

static void bar_of_kernel(const struct pf_kernel *of, u32 slot,
			  struct map_window *window)
{
	const struct vf_window *kernel = &of->windows[slot];

	if (!kernel->assigned) {
		window->state = MAP_UNASSIGNED;
		strscpy(window->why,
			of->is_physfn ?
				"the kernel has found no place for it" :
				"the kernel takes the function for no PF, and has no place for it",
			sizeof(window->why));
		return;
	}
	window->has_start = true;
	window->has_end = true;
	window->start = kernel->start;
	window->end = kernel->start + kernel->size - 1;
}

static void bar_of_register(const struct pf_facts *facts,
			    const struct vf_bar *bar, struct map_window *window)
{
	if (!bar->address) {
		window->state = MAP_UNASSIGNED;
		strscpy(window->why, "its register holds no address",
			sizeof(window->why));
		return;
	}
	window->has_start = true;
	window->start = bar->address;
	window->has_end = window->needed &&
			  !check_add_overflow(window->start, window->needed - 1,
					      &window->end);
	if (!window->has_end)
		snprintf(window->why, sizeof(window->why),
			 "its size is unknown: %s", facts->why);
}

static void collect_bar(const struct pf_facts *facts, const struct vf_bar *bar,
			u32 depth, struct map *map)
{
	struct map_window window = { .level = MAP_VF_BAR,
				     .depth = depth,
				     .has_kind = true,
				     .prefetchable = bar->prefetchable,
				     .is_64bit = bar->is_64bit };

	snprintf(window.name, sizeof(window.name), "VF BAR %u", bar->slot);
	window.vf_size = vf_copy_size(facts->around, facts->kernel.windows,
				      facts->sriov.total_vfs, bar->slot);
	if (check_mul_overflow(window.vf_size, (u64)facts->sriov.total_vfs,
			       &window.needed))
		window.needed = U64_MAX;
	if (facts_lack(facts, ABOUT_WINDOWS))
		bar_of_register(facts, bar, &window);
	else
		bar_of_kernel(&facts->kernel, bar->slot, &window);
	map_add_window(map, &window);
}

static void collect_lost(const struct bar_set *set, u32 depth, struct map *map)
{
	struct map_window window = { .level = MAP_VF_BAR,
				     .state = MAP_UNASSIGNED,
				     .depth = depth };

	snprintf(window.name, sizeof(window.name), "%u VF BARs", set->lost);
	strscpy(window.why,
		"the kernel has found no place for them, and their registers read 0; see preflight",
		sizeof(window.why));
	map_add_window(map, &window);
}

static void collect_broken(u32 depth, struct map *map)
{
	struct map_window window = { .level = MAP_VF_BAR,
				     .state = MAP_BROKEN,
				     .depth = depth };

	strscpy(window.name, "VF BARs", sizeof(window.name));
	strscpy(window.why,
		"the set of VF BARs breaks the specification; see regs and check",
		sizeof(window.why));
	map_add_window(map, &window);
}

/* Without VFs the registers are of no use. */
static void collect_bars(const struct pf_facts *facts, u32 depth,
			 struct map *map)
{
	struct bar_set set;
	u32 i;

	if (!facts->sriov.total_vfs)
		return;
	if (bar_set_make(&set, &facts->kernel, &facts->sriov,
			 &facts->around->ea))
		collect_broken(depth, map);
	for (i = 0; i < set.count; i++)
		collect_bar(facts, &set.bars[i], depth, map);
	if (set.lost)
		collect_lost(&set, depth, map);
}

int map_collect(struct host_function *fn, struct map *map)
{
	struct pf_facts facts;
	int ret;

	ret = host_facts(fn, COLLECT_NEEDS, &facts);
	if (ret)
		return ret;
	strscpy(map->name, fn->name, sizeof(map->name));
	host_describe(fn, map->title, sizeof(map->title));
	map->routing_id = fn->routing_id;
	map->has_place = !facts_lack(&facts, ABOUT_PLACE);
	map_place_vfs(map, &facts.sriov);
	collect_functions(fn, map);
	collect_buses(fn, &facts, map);
	collect_bars(&facts, collect_bridges(fn, &facts, map), map);
	map_judge_windows(map);
	facts_drop(&facts);
	return 0;
}
