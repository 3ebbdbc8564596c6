// SPDX-License-Identifier: GPL-2.0
/*
 * The file readiness: its lines, and which VF each is about.
 */
#include <linux/errno.h>
#include <linux/string.h>

#include "file_text.h"
#include "readiness_facts.h"
#include "unknown.h"

static void readiness_text(struct kunit *test)
{
	struct ready *r = ready_new(test);

	ready_no_driver(r);
	r->f->sriov.vf_stride = 2;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n"
			   "0 0000:03:10.0 ready -\n"
			   "1 0000:03:10.2 no-driver \"no loaded driver names its IDs, unless they were written to a driver's new_id: modprobe $(cat /sys/bus/pci/devices/0000:03:10.2/modalias); for a guest: modprobe vfio-pci && echo vfio-pci > /sys/bus/pci/devices/0000:03:10.2/driver_override && echo 0000:03:10.2 > /sys/bus/pci/drivers_probe\"\n"
			   "2 0000:03:10.4 ready -\n");
	r->f->vf_device_count = 0;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n");
}

/* Where the registers place no VF, or none can be read, the address is the kernel's. */
static void readiness_numbers(struct kunit *test)
{
	struct ready *r = ready_new(test);

	r->f->sriov.vf_stride = 3;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n"
			   "0 0000:03:10.0 ready -\n"
			   "- 0000:03:10.2 ready -\n"
			   "- 0000:03:10.4 ready -\n");
	r->f->sriov.vf_stride = 0;
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_readiness,
						     r->f),
					   "\n- 0000:03:10.2 ready -\n"));
	r->f->sriov_error = -EIO;
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_readiness,
						     r->f),
					   "\n- 0000:03:10.0 ready -\n"));
	r->f->sriov_error = 0;
	r->f->sriov.first_vf_offset = 200;
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_readiness,
						     r->f),
					   "\n- 0000:03:10.0 ready -\n"));
}

/* Of a dump that lacks VFs there is a line for each that the registers have on. */
static void readiness_dumped(struct kunit *test)
{
	struct ready *r = ready_new(test);

	r->f->vf_device_count = 1;
	unknown_make(r->f, ABOUT_VFS | ABOUT_DRIVER);
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n"
			   "0 0000:03:10.0 unknown \"unknown: its driver, its VFs (nobody said)\"\n"
			   "1 0000:03:10.2 unknown \"unknown: its driver, its VFs (nobody said)\"\n"
			   "2 0000:03:10.4 unknown \"unknown: its driver, its VFs (nobody said)\"\n");
	unknown_make(r->f, ABOUT_PLACE);
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_readiness,
					       r->f),
				     ": where the device is, its driver, its VFs ("));
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_readiness,
						     r->f),
					   "\n1 unknown "));
	/* Past the last bus there is no place. */
	r->f->unknown &= ~ABOUT_PLACE;
	r->f->kernel.routing_id = 0x300;
	r->f->sriov.vf_stride = 0xfc00;
	KUNIT_EXPECT_NOT_NULL(test, strstr(file_text(test, &text_file_readiness,
						     r->f),
					   "\n2 - unknown "));
	r->f->sriov.vf_enable = false;
	r->f->vf_device_count = 0;
	KUNIT_EXPECT_STREQ(test, file_text(test, &text_file_readiness, r->f),
			   "# vf bdf state reason\n");
}

/* A name with anything in it keeps to its line and its quotes. */
static void readiness_quotes(struct kunit *test)
{
	struct ready *r = ready_new(test);

	ready_override_missing(r);
	ready_name_driver(ready_bent(r)->override, "a \"b\\\n");
	KUNIT_EXPECT_NOT_NULL(test,
			      strstr(file_text(test, &text_file_readiness,
					       r->f),
				     " driver but a \\x22b\\x5c\\x0a have it"));
}

static struct kunit_case readiness_text_cases[] = {
	KUNIT_CASE(readiness_text),
	KUNIT_CASE(readiness_numbers),
	KUNIT_CASE(readiness_dumped),
	KUNIT_CASE(readiness_quotes),
	/* sentinel */
	{},
};

static struct kunit_suite readiness_text_suite = {
	.name = "sriovscope_readiness_text",
	.test_cases = readiness_text_cases,
};

kunit_test_suite(readiness_text_suite);
