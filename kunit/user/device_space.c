// SPDX-License-Identifier: GPL-2.0
/*
 * There is no PCI core in user space.
 */
#include "device_space.h"

const struct config_space *device_space_try(struct kunit *test,
					    struct mock_config *config)
{
	return NULL;
}

const struct config_space *device_space_new(struct kunit *test,
					    struct mock_config *config)
{
	kunit_skip(test, "there is no PCI core in user space");
}

u8 device_space_find(const struct config_space *space, u8 id)
{
	return 0;
}
