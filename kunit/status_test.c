// SPDX-License-Identifier: GPL-2.0
/*
 * The text of "status" and of a line of "devices".
 */
#include <linux/errno.h>
#include <linux/string.h>

#include "file_text.h"

static void status(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);

	KUNIT_EXPECT_TRUE(test,
			  strstarts(file_text(test, &text_file_status, snap),
				    "driver: igb\n"
				    "mode: observed\n"
				    "is_physfn: yes\n"
				    "num_vfs_register: 2\n"
				    "num_vfs_kernel: 2\n"
				    "agree: yes\n"
				    "total_vfs_register: 8\n"
				    "total_vfs_driver_cap: 7\n"
				    "vfs_assigned: 0\n"
				    "write_path: closed  # not bound; "));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "\nlast_request: none\n"
				     "last_result: none\n"
				     "last_reason: \"\"\n"
				     "last_probe: none\n"
				     "sriov_drivers_autoprobe: none\n"
				     "sriov_vf_total_msix: unknown  # an op"));
}

/* What the kernel and the driver of the PF say of VFs to come */
static void status_vf_keys(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);

	snap->kernel.autoprobe_known = true;
	snap->kernel.vf_msix_known = true;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "\nsriov_drivers_autoprobe: no\n"
				     "sriov_vf_total_msix: none  # its driver"));
	snap->kernel.autoprobe = true;
	snap->kernel.vf_msix = 64;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "\nsriov_drivers_autoprobe: yes\n"
				     "sriov_vf_total_msix: 64\n"));
}

static void status_agree(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);
	u32 kernel, reg, enable;
	const char *expect;

	for (kernel = 0; kernel < 3; kernel++) {
		for (reg = 0; reg < 3; reg++) {
			for (enable = 0; enable < 2; enable++) {
				snap->kernel.num_vfs = kernel;
				snap->sriov.num_vfs = reg;
				snap->sriov.vf_enable = enable;
				expect = kernel == reg && enable == !!kernel ?
						 "\nagree: yes\n" :
						 "\nagree: no  # ";
				KUNIT_EXPECT_NOT_NULL(test,
						      strstr(file_text(test,
								       &text_file_status,
								       snap),
							     expect));
			}
		}
	}
}

/* While VFs come and go, registers and kernel are not of the same moment. */
static void status_changing(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);

	snap->kernel.num_vfs = 0;
	snap->kernel.changing = true;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "\nagree: unknown  # an operation"));
	snap->kernel.num_vfs = 2;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "\nagree: yes\n"));
}

/* Of a PF that sleeps the registers are not known, and nobody is accused. */
static void status_asleep(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);
	const char *text;

	memset(&snap->sriov, 0, sizeof(snap->sriov));
	snap->sriov_error = -EHOSTDOWN;
	snap->kernel.asleep = true;
	text = file_text(test, &text_file_status, snap);
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(text, "num_vfs_register: asleep  # "));
	KUNIT_EXPECT_NOT_NULL(test, strstr(text, "agree: unknown  # the PF"));
	text = file_devices_text(test, snap);
	KUNIT_EXPECT_NOT_NULL(test, strstr(text, " igb 0x160 asleep "));
	KUNIT_EXPECT_NOT_NULL(test, strstr(text, " asleep observed asleep\n"));
}

static void status_probe(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);
	struct pf_probe *probe = &snap->kernel.probe;

	strscpy(probe->driver, "igb", sizeof(probe->driver));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "\nlast_probe: igb bound\n"));
	probe->failed = true;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "\nlast_probe: igb failed  # why is in "));
	probe->error = -EINVAL;
	probe->reason = "it is so";
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "\nlast_probe: igb failed  # -EINVAL: it is so\n"));
}

/* A capability that cannot be bounded has no registers, and says so. */
static void status_unbounded(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);
	const char *text;

	snap->sriov_error = -EINVAL;
	text = file_text(test, &text_file_status, snap);
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(text, "num_vfs_register: unknown  # "));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(text, "total_vfs_register: unknown  # "));
	KUNIT_EXPECT_NOT_NULL(test, strstr(text, "agree: unknown  # "));
}

static void status_request(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);
	struct pf_request *request = &snap->request;

	request->state = PF_REQUEST_DONE;
	request->result = 0;
	strscpy(request->text, "4", sizeof(request->text));
	strscpy(request->reason, "4 VFs enabled", sizeof(request->reason));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "last_request: 4\n"
				     "last_result: 0\n"
				     "last_reason: \"4 VFs enabled\"\n"));

	/* The number that the guard took, which knows 0x and octal too. */
	strscpy(request->text, "010", sizeof(request->text));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "last_request: 8\n"));

	request->state = PF_REQUEST_IN_PROGRESS;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "last_result: in_progress\n"));

	request->state = PF_REQUEST_DONE;
	request->result = -EINVAL;
	strscpy(request->text, "a\"b\\c\n\x80", sizeof(request->text));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "last_request: \"a\\x22b\\x5cc\\x0a\\x80\"\n"
				     "last_result: -EINVAL\n"));
}

static void status_write_path(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);

	snap->kernel.mode = PF_MODE_OBSERVED;
	snap->kernel.probe.failed = true;
	strscpy(snap->kernel.probe.driver, "igb",
		sizeof(snap->kernel.probe.driver));
	snap->kernel.driver[0] = '\0';
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "write_path: closed  # the last driver that was tried, igb"));
	strscpy(snap->kernel.driver, "igb", sizeof(snap->kernel.driver));
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "write_path: closed  # not bound; "));
	snap->kernel.mode = PF_MODE_BOUND;
	snap->kernel.allowed = false;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "write_path: closed  # echo 1 > "));
	snap->kernel.allowed = true;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "write_path: open  # write a number"));
	snap->kernel.locked_down = true;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "write_path: open  # kernel lockdown "));
	snap->kernel.mode = PF_MODE_REJECTED;
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_status, snap),
				     "write_path: closed  # the kernel takes"));
}

static void status_devices(struct kunit *test)
{
	struct pf_facts *snap = file_sample_copy(test);

	KUNIT_EXPECT_STREQ(test, file_devices_text(test, snap),
			   "0000:03:00.0 8086:10c9 igb 0x160 8 2 observed -\n");

	snap->kernel.mode = PF_MODE_BOUND;
	snap->kernel.driver[0] = '\0';
	KUNIT_EXPECT_STREQ(test, file_devices_text(test, snap),
			   "0000:03:00.0 8086:10c9 - 0x160 8 2 bound -\n");

	snap->kernel.mode = PF_MODE_REJECTED;
	snap->kernel.cap_offset = 0;
	snap->sriov_error = -ENODEV;
	KUNIT_EXPECT_STREQ(test, file_devices_text(test, snap),
			   "0000:03:00.0 8086:10c9 - - - - rejected -\n");
}

static struct kunit_case status_cases[] = {
	KUNIT_CASE(status),
	KUNIT_CASE(status_vf_keys),
	KUNIT_CASE(status_agree),
	KUNIT_CASE(status_changing),
	KUNIT_CASE(status_asleep),
	KUNIT_CASE(status_probe),
	KUNIT_CASE(status_unbounded),
	KUNIT_CASE(status_request),
	KUNIT_CASE(status_write_path),
	KUNIT_CASE(status_devices),
	/* sentinel */
	{},
};

static struct kunit_suite status_suite = {
	.name = "sriovscope_status",
	.test_cases = status_cases,
};

kunit_test_suite(status_suite);
