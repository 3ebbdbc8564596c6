// SPDX-License-Identifier: GPL-2.0
/*
 * The file "preflight": its form, whatever the registers hold.
 */
#include <linux/errno.h>
#include <linux/limits.h>
#include <linux/prandom.h>
#include <linux/string.h>

#include "core/guard/guard.h"
#include "file_text.h"
#include "preflight_facts.h"
#include "room_facts.h"

static const char *preflight_text(struct kunit *test, const struct pf_facts *f)
{
	struct pf_facts *snap = file_sample_copy(test);

	snap->kernel = f->kernel;
	snap->sriov = f->sriov;
	snap->sriov_error = f->sriov_error;
	snap->around = f->around;
	return file_text(test, &text_file_preflight, snap);
}

/* A PF with one VF BAR and no more than has to be there, word for word */
static void preflight_file_text(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	f->kernel.windows[3] = (struct vf_window){};
	f->sriov.vf_bar[3] = 0;
	f->kernel.vf_bars = 1;
	bend_no_driver(f);
	KUNIT_EXPECT_STREQ(test, preflight_text(test, f),
			   "max_vfs_now: 0\n"
			   "limited_by: driver\n"
			   "constraints:\n"
			   "  - {name: kernel_accepted, max_vfs: 65535, errno: ENOENT, detail: \"the kernel takes the function for a PF\", remedy: \"none needed\"}\n"
			   "  - {name: total_vfs, max_vfs: 8, errno: ERANGE, detail: \"TotalVFs of the device is 8\", remedy: \"ask for no more, or look for a firmware setting of the device\"}\n"
			   "  - {name: driver_cap, max_vfs: 65535, errno: ERANGE, detail: \"no driver asked for less than TotalVFs\", remedy: \"none needed\"}\n"
			   "  - {name: driver, max_vfs: 0, errno: ENOENT, detail: \"no driver is bound\", remedy: \"bind the device's own driver, pci-pf-stub or sriovscope: echo sriovscope > /sys/bus/pci/devices/0000:03:00.0/driver_override && echo 0000:03:00.0 > /sys/bus/pci/drivers_probe\"}\n"
			   "  - {name: vfs_on, max_vfs: 65535, errno: EBUSY, detail: \"0 VFs are on\", remedy: \"none needed\"}\n"
			   "  - {name: vfs_assigned, max_vfs: 65535, errno: EPERM, detail: \"0 VFs are marked as assigned to guests; vfio-pci marks none, see driver in vfs\", remedy: \"none needed\"}\n"
			   "  - {name: initial_vfs, max_vfs: 65535, errno: EIO, detail: \"InitialVFs is 8, TotalVFs is 8, and the device is not capable of VF migration\", remedy: \"none needed\"}\n"
			   "  - {name: vf_bar0_window, max_vfs: 65535, errno: ENOMEM, detail: \"needed 0x20000 for 8 VFs of 0x4000 each, assigned 0x90000000-0x9001ffff\", remedy: \"none needed\"}\n"
			   "  - {name: bus_numbers, max_vfs: 65535, errno: ENOMEM, detail: \"all of 8 VFs are on bus 03, the PF's own, by First VF Offset 128 and VF Stride 2 of now\", remedy: \"none needed\"}\n"
			   "  - {name: dependency_link, max_vfs: 65535, errno: ENODEV, detail: \"Function Dependency Link names the function itself\", remedy: \"none needed\"}\n"
			   "  - {name: power_state, max_vfs: 65535, errno: EIO, detail: \"the PF is in D0\", remedy: \"none needed\"}\n"
			   "  - {name: ari_forwarding, max_vfs: 65535, errno: EIO, detail: \"the port above, 0000:00:01.0, forwards ARI\", remedy: \"none needed\"}\n"
			   "  - {name: iommu, max_vfs: 65535, errno: EPERM, detail: \"the PF is alone in IOMMU group 7\", remedy: \"none needed\"}\n");
}

/* What quotes and line breaks in a name come to */
static void preflight_file_quotes(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	strscpy(f->kernel.driver, "a\"b\\c\nd", sizeof(f->kernel.driver));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(preflight_text(test, f),
				     "detail: \"a\\x22b\\x5cc\\x0ad is bound"));
}

/* The errno that a constraint says is also the one that it says by name. */
static void preflight_file_errno(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	f->around->link.devfn = 1;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(preflight_text(test, f),
				     "  - {name: dependency_link, max_vfs: 0, errno: ENODEV, "));
	f->around->link.exists = true;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(preflight_text(test, f),
				     "  - {name: dependency_link, max_vfs: 0, errno: ENOSYS, "));
}

static void preflight_file_unknown(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);

	f->sriov_error = -EIO;
	f->kernel.driver_cap = 6;
	KUNIT_EXPECT_TRUE(test,
			  strstarts(preflight_text(test, f),
				    "max_vfs_now: 6\nlimited_by: total_vfs\n"));
}

/* A VF BAR that may be there: the answer is no number, and reads as YAML. */
static void preflight_file_untold(struct kunit *test)
{
	struct pf_facts *f = facts_new(test);
	const char *text;

	f->kernel.vf_bars_known = false;
	text = preflight_text(test, f);
	KUNIT_EXPECT_TRUE(test,
			  strstarts(text,
				    "max_vfs_now: unknown\nlimited_by: vf_bars\n"));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(text,
				     "  - {name: vf_bars, max_vfs: unknown, "));
	bend_bar_lost(f);
	f->kernel.vf_bars_known = true;
	text = preflight_text(test, f);
	KUNIT_EXPECT_TRUE(test,
			  strstarts(text,
				    "max_vfs_now: 0\nlimited_by: vf_bars\n"));
}

/* Windows of any kind and size, each of which anybody has parts of */
static void randomize_rooms(struct around_rooms *rooms,
			    struct room_facts *facts, struct rnd_state *rnd)
{
	struct room_window *window;
	u32 n;

	prandom_bytes_state(rnd, facts, sizeof(*facts));
	room_facts_start(rooms, facts);
	rooms->window_count = prandom_u32_state(rnd) % ROOM_FACTS_WINDOWS;
	rooms->holder_count = prandom_u32_state(rnd) % ROOM_FACTS_HOLDERS;
	for (n = 0; n < ROOM_FACTS_WINDOWS; n++) {
		window = &facts->windows[n];
		window->level = n / 3;
		window->host = n >= 6;
		window->kind = n % 3;
		window->is_64bit = prandom_u32_state(rnd) % 2;
		window->unknown = !(prandom_u32_state(rnd) % 8);
		window->open = prandom_u32_state(rnd) % 2;
		window->hotplug = prandom_u32_state(rnd) % 2;
	}
	for (n = 0; n < rooms->holder_count; n++) {
		facts->holders[n].window %= ROOM_FACTS_WINDOWS;
		facts->holders[n].use %= ROOM_OF_OTHER + 1;
		facts->holders[n].number %= ROOM_BUS + 1;
	}
}

/* Anything, from registers to names, of any length */
static void randomize(struct pf_facts *f, struct room_facts *facts,
		      struct rnd_state *rnd)
{
	struct sriov_snapshot regs;
	u32 slot;

	prandom_bytes_state(rnd, &regs, sizeof(regs));
	sriov_decode(&regs, &f->sriov);
	prandom_bytes_state(rnd, &f->around->rebar, sizeof(f->around->rebar));
	f->around->rebar.count %= PCI_SRIOV_NUM_BARS + 1;
	for (slot = 0; slot < PCI_SRIOV_NUM_BARS; slot++) {
		f->kernel.windows[slot].size = -1ULL - slot;
		f->kernel.windows[slot].start = slot;
		f->kernel.windows[slot].assigned = prandom_u32_state(rnd) % 2;
	}
	randomize_rooms(&f->around->rooms, facts, rnd);
	f->around->port.exists = prandom_u32_state(rnd) % 2;
	f->around->port.hotplug = prandom_u32_state(rnd) % 2;
	f->around->last_bus = prandom_u32_state(rnd) % 256;
	f->around->link.devfn = prandom_u32_state(rnd);
	f->around->iommu.others = prandom_u32_state(rnd) % 3 - 1;
	f->around->iommu.group = S32_MIN;
	f->kernel.is_physfn = prandom_u32_state(rnd) % 4;
	f->kernel.driver_cap = prandom_u32_state(rnd);
	f->kernel.vf_bars = prandom_u32_state(rnd);
	f->kernel.vf_bars_known = prandom_u32_state(rnd) % 4;
	f->kernel.num_vfs = prandom_u32_state(rnd);
	f->kernel.vfs_assigned = prandom_u32_state(rnd);
	f->kernel.can_configure = prandom_u32_state(rnd) % 3;
	f->kernel.mode = prandom_u32_state(rnd) % 2;
	f->sriov_error = prandom_u32_state(rnd) % 8 ? 0 : -EIO;
}

static void expect_one_line(struct kunit *test, const char *text)
{
	KUNIT_ASSERT_NE(test, *text, '\0');
	KUNIT_ASSERT_LT(test, strlen(text), PREFLIGHT_TEXT_LEN - 1);
	KUNIT_ASSERT_NULL(test, strchr(text, '\n'));
}

/* One line that fits; what refuses a request fits into its reason, too. */
static void expect_sentence(struct kunit *test,
			    const struct preflight_result *result)
{
	expect_one_line(test, result->detail);
	expect_one_line(test, result->remedy);
	if (result->max_vfs < U16_MAX)
		KUNIT_ASSERT_LT_MSG(test,
				    strlen(result->detail) + strlen("; ") +
					    strlen(result->remedy),
				    GUARD_REFUSAL_LEN - 1, "%s", result->name);
}

static void preflight_file_sentences(struct kunit *test)
{
	struct room_facts *facts =
		kunit_kzalloc(test, sizeof(*facts), GFP_KERNEL);
	struct pf_facts *f = facts_new(test);
	struct preflight_result result;
	struct rnd_state rnd;
	u32 round, n;

	KUNIT_ASSERT_NOT_NULL(test, facts);
	prandom_seed_state(&rnd, 7);
	memset(f->kernel.name, 'n', sizeof(f->kernel.name) - 1);
	memset(f->kernel.driver, 'd', sizeof(f->kernel.driver) - 1);
	memset(f->around->port.name, 'p', sizeof(f->around->port.name) - 1);
	for (round = 0; round < 1000; round++) {
		randomize(f, facts, &rnd);
		preflight_for_each(f, n, &result)
			expect_sentence(test, &result);
	}
}

/* How many VFs fit at each size, in what there is and where most is free */
static void preflight_file_sizes(struct kunit *test)
{
	static const struct room_holder own = {
		.use = ROOM_OF_VF_BAR,
		.routing_id = 0x0300,
		.start = 0xfe200000,
		.size = 0x700000,
	};
	struct pf_facts *f = facts_new(test);
	struct around_rebar *rebar = &f->around->rebar;
	struct around_rooms *rooms = facts_rooms(test, f);
	const char *text;

	KUNIT_EXPECT_NULL(test, strstr(preflight_text(test, f), "sizes"));
	rebar->exists = true;
	rebar->count = 3;
	rebar->bars[0].slot = 0;
	rebar->bars[0].size = 1;
	rebar->bars[0].sizes = BIT_ULL(0) | BIT_ULL(1) | BIT_ULL(43);
	rebar->bars[1].slot = 7;
	rebar->bars[1].sizes = BIT_ULL(2);
	rebar->bars[2].slot = 3;
	rebar->bars[2].sizes = BIT_ULL(3) | BIT_ULL(44);
	f->kernel.windows[0].size = 0x700000;
	rooms->windows[0].size = 0x1000000;
	room_facts_holder(rooms, own);
	rooms->holders[rooms->holder_count - 1].window = 0;
	facts_sort_rooms(rooms);
	text = "vf_bar_sizes:\n"
	       "  - {vf_bar: 0, size: 0x100000, now: no, max_vfs: 7, max_vfs_moved: 8}\n"
	       "  - {vf_bar: 0, size: 0x200000, now: yes, max_vfs: 3, max_vfs_moved: 7}\n"
	       "  - {vf_bar: 0, size: 0x8000000000000000, now: no, max_vfs: 0, max_vfs_moved: 0}\n"
	       "  - {vf_bar: 3, size: 0x800000, now: no, max_vfs: 0, max_vfs_moved: 0}\n";
	KUNIT_EXPECT_STREQ(test,
			   strstr(preflight_text(test, f), "vf_bar_sizes:"),
			   text);
	f->kernel.windows[0].start += 0x100000;
	KUNIT_EXPECT_NOT_NULL(test, strstr(preflight_text(test, f),
					   "0x100000, now: no, max_vfs: 7,"));
	KUNIT_EXPECT_NOT_NULL(test, strstr(preflight_text(test, f),
					   "0x200000, now: yes, max_vfs: 0,"));
	f->kernel.windows[0].assigned = false;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(preflight_text(test, f),
				     "0x100000, now: no, max_vfs: 0, max_vfs_moved: 8}"));
}

static struct kunit_case preflight_file_cases[] = {
	KUNIT_CASE(preflight_file_text),
	KUNIT_CASE(preflight_file_quotes),
	KUNIT_CASE(preflight_file_errno),
	KUNIT_CASE(preflight_file_unknown),
	KUNIT_CASE(preflight_file_untold),
	KUNIT_CASE(preflight_file_sizes),
	KUNIT_CASE(preflight_file_sentences),
	/* sentinel */
	{},
};

static struct kunit_suite preflight_file_suite = {
	.name = "sriovscope_preflight_file",
	.test_cases = preflight_file_cases,
};

kunit_test_suite(preflight_file_suite);
