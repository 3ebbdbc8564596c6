// SPDX-License-Identifier: GPL-2.0
/*
 * Each mock configuration space of a test is left behind as an input for the fuzzer,
 * as it is when the test ends: what tests have thought of is where it begins.
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

void mock_config_made(struct kunit *test, struct mock_config *mock)
{
	KUNIT_ASSERT_EQ(test,
			kunit_add_action_or_reset(test, leave_behind, mock), 0);
}
