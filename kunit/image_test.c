// SPDX-License-Identifier: GPL-2.0
/*
 * The configuration space that is a copy in memory.
 */
#include <kunit/test.h>
#include <linux/errno.h>
#include <linux/limits.h>

#include "core/mock/mock_config.h"
#include "mock_space.h"

#define DWORDS (PCI_CFG_SPACE_EXP_SIZE / sizeof(u32))

static struct image_space *image_new(struct kunit *test)
{
	struct image_space *image =
		kunit_kzalloc(test, sizeof(*image), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, image);
	return image;
}

static struct mock_config *image_source(struct kunit *test, u32 size)
{
	struct mock_config *mock = mock_config_new(test, size);
	u32 offset;

	for (offset = 0; offset < size; offset++)
		mock_config_put8(mock, offset, offset * 5 + (offset >> 8));
	return mock;
}

static void image_sizes(struct kunit *test)
{
	static const u32 bad[] = {
		1, 2, 3, 255, 257, 4095, 4097, 4100, 8192, U32_MAX, U32_MAX - 3,
	};
	struct image_space *image = image_new(test);
	struct config_space odd = {};
	u32 size;

	for (size = 0; size <= 4096; size += 4) {
		KUNIT_EXPECT_EQ(test, image_space_init(image, size), 0);
		KUNIT_EXPECT_EQ(test, image->space.size, size);
	}
	for (size = 0; size < ARRAY_SIZE(bad); size++) {
		KUNIT_EXPECT_EQ(test, image_space_init(image, bad[size]),
				-EINVAL);
		/* It is not read then: it has nothing to read with. */
		odd.size = bad[size];
		KUNIT_EXPECT_EQ(test, image_space_copy(image, &odd), -EINVAL);
	}
}

/* Each byte, word and dword of the copy is the one of the original. */
static void image_copy(struct kunit *test)
{
	struct mock_config *mock = image_source(test, 4096);
	struct image_space *image = image_new(test);
	u32 width, offset, want, got;
	u32 different = 0;

	KUNIT_ASSERT_EQ(test, image_space_copy(image, &mock->space), 0);
	KUNIT_EXPECT_EQ(test, memcmp(image->dwords, mock->bytes, 4096), 0);
	KUNIT_EXPECT_EQ(test, mock->reads, DWORDS + 1);
	mock_config_expect_sane(test, mock);

	mock->log = NULL;
	for (width = 1; width <= 4; width *= 2) {
		for (offset = 0; offset < 4096; offset += width) {
			config_read(&mock->space, offset, width, &want);
			config_read(&image->space, offset, width, &got);
			different += want != got;
		}
		KUNIT_EXPECT_EQ(test,
				config_read(&image->space, 4096, width, &got),
				-ERANGE);
	}
	KUNIT_EXPECT_EQ(test, different, 0);
}

static void image_copy_small(struct kunit *test)
{
	struct mock_config *mock = image_source(test, 0x100);
	struct image_space *image = image_new(test);
	u32 value;

	memset(image->dwords, 0x5a, sizeof(image->dwords));
	KUNIT_ASSERT_EQ(test, image_space_copy(image, &mock->space), 0);
	KUNIT_EXPECT_EQ(test, memcmp(image->dwords, mock->bytes, 0x100), 0);
	KUNIT_EXPECT_PTR_EQ(test,
			    memchr_inv(image->dwords + 0x40, 0x5a,
				       sizeof(image->dwords) - 0x100),
			    NULL);
	KUNIT_EXPECT_EQ(test, config_read(&image->space, 0x100, 4, &value),
			-ERANGE);
	mock_config_expect_sane(test, mock);

	mock->space.size = 0x102;
	KUNIT_EXPECT_EQ(test, image_space_copy(image, &mock->space), -EINVAL);
}

/* A device that goes away at any read is gone, not a copy with ones in it. */
static void image_copy_gone(struct kunit *test)
{
	struct mock_config *mock = image_source(test, 4096);
	struct image_space *image = image_new(test);
	u32 n;

	for (n = 0; n <= DWORDS + 1; n += n < DWORDS - 1 ? 31 : 1) {
		mock_config_forget(mock);
		mock->faults.gone_from = n;
		KUNIT_EXPECT_EQ_MSG(test, image_space_copy(image, &mock->space),
				    n <= DWORDS ? -ENODEV : 0, "read %u", n);
	}
}

static void image_copy_fails(struct kunit *test)
{
	struct mock_config *mock = image_source(test, 4096);
	struct image_space *image = image_new(test);
	u32 n;

	mock->faults.fail_access_errno = -ETIMEDOUT;
	for (n = 0; n <= DWORDS + 1; n += n < DWORDS - 1 ? 31 : 1) {
		mock_config_forget(mock);
		mock->faults.fail_access = n;
		KUNIT_EXPECT_EQ_MSG(test, image_space_copy(image, &mock->space),
				    n <= DWORDS ? -ETIMEDOUT : 0, "read %u", n);
	}
}

static struct kunit_case image_cases[] = {
	KUNIT_CASE(image_sizes),
	KUNIT_CASE(image_copy),
	KUNIT_CASE(image_copy_small),
	KUNIT_CASE(image_copy_gone),
	KUNIT_CASE(image_copy_fails),
	/* sentinel */
	{},
};

static struct kunit_suite image_suite = {
	.name = "sriovscope_image",
	.test_cases = image_cases,
};

kunit_test_suite(image_suite);
