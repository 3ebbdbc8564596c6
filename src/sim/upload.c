// SPDX-License-Identifier: GPL-2.0
/*
 * Images that are written to attributes of configfs.
 */
#include <linux/errno.h>
#include <linux/string.h>

#include "upload.h"

#define FIRST_PART (PCI_CFG_SPACE_EXP_SIZE - 1)

int sim_upload_write(struct sim_upload *upload, u8 *image, const char *page,
		     size_t count)
{
	bool second = upload->image == image;

	upload->image = NULL;
	if (second && count == PCI_CFG_SPACE_EXP_SIZE - FIRST_PART) {
		memcpy(image, upload->bytes, FIRST_PART);
		memcpy(image + FIRST_PART, page, count);
		return PCI_CFG_SPACE_EXP_SIZE;
	}
	if (count == PCI_CFG_SPACE_SIZE) {
		memcpy(image, page, count);
		return PCI_CFG_SPACE_SIZE;
	}
	if (count != FIRST_PART)
		return -EINVAL;
	memcpy(upload->bytes, page, count);
	upload->image = image;
	return 0;
}
