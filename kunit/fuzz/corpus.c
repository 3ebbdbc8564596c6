// SPDX-License-Identifier: GPL-2.0
/*
 * Mock configuration spaces of a test, as kunit/mock_space.c has them, each of which
 * is left behind as an input for the fuzzer: what tests have thought of is where it
 * begins.
 */
#include "fuzz/machine.h"
#include "mock_space.h"

/* Tests with random spaces make more of one kind than there is to learn. */
#define INPUTS_MAX 4000

#define HASH_START 0xcbf29ce484222325ULL
#define HASH_STEP 0x100000001b3ULL

static u32 put_records(const struct mock_config *mock,
		       struct fuzz_record records[MOCK_DWORDS])
{
	bool bridge = mock->bytes[PCI_HEADER_TYPE] == PCI_HEADER_TYPE_BRIDGE;
	u32 value, index, count = 0;

	for (index = 0; index < MOCK_DWORDS; index++) {
		if ((index + 1) * sizeof(u32) > mock->space.size)
			break;
		value = mock_config_get32(mock, index * sizeof(u32));
		if (value)
			records[count++] = (struct fuzz_record){
				.where = bridge ? FUZZ_PORT : FUZZ_PF,
				.index = index,
				.value = value,
			};
	}
	return count;
}

/* The same input has the same name. */
static u64 hash_of(const void *data, size_t size)
{
	const u8 *bytes = data;
	u64 hash = HASH_START;

	while (size--)
		hash = (hash ^ *bytes++) * HASH_STEP;
	return hash;
}

static void leave_behind(void *data)
{
	static struct fuzz_record records[MOCK_DWORDS];
	const struct mock_config *mock = data;
	const char *folder = getenv("CORPUS");
	size_t size = put_records(mock, records) * sizeof(*records);
	static u32 left;
	char path[4096];
	FILE *file;

	if (!folder || !size || left == INPUTS_MAX)
		return;
	snprintf(path, sizeof(path), "%s/%016llx", folder,
		 (unsigned long long)hash_of(records, size));
	file = fopen(path, "wxe");
	if (!file)
		return;
	left++;
	if (fwrite(records, size, 1, file) != 1 || fclose(file))
		abort();
}

struct mock_config *mock_config_new(struct kunit *test, u32 size)
{
	struct mock_config *mock =
		kunit_kzalloc(test, sizeof(*mock), GFP_KERNEL);
	struct mock_log *log = kunit_kzalloc(test, sizeof(*log), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, mock);
	KUNIT_ASSERT_NOT_NULL(test, log);
	KUNIT_ASSERT_EQ(test, mock_config_init(mock, size), 0);
	mock->log = log;
	KUNIT_ASSERT_EQ(test,
			kunit_add_action_or_reset(test, leave_behind, mock), 0);
	return mock;
}

void mock_config_expect_sane(struct kunit *test, const struct mock_config *mock)
{
	KUNIT_EXPECT_TRUE(test, mock_config_intact(mock));
	KUNIT_EXPECT_EQ(test, mock->violations, 0);
	KUNIT_EXPECT_FALSE(test, mock->log && mock->log->overflowed);
}
