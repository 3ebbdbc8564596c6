/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Images that are written to attributes of configfs.
 *
 * An image is an attribute like the others, though it is binary: what is wrong
 * with a configfs binary attribute is known only when it is closed, and then
 * nobody hears of it. A write brings 4095 bytes at the most, so that 4096 come
 * in two, and are kept here until they are whole.
 */
#ifndef SRIOVSCOPE_SIM_UPLOAD_H
#define SRIOVSCOPE_SIM_UPLOAD_H

#include <linux/pci_regs.h>
#include <linux/types.h>

/**
 * struct sim_upload - an image of which a part has come
 * @image: where it goes when it is whole; NULL when none is under way
 * @bytes: what has come
 */
struct sim_upload {
	u8 *image;
	u8 bytes[PCI_CFG_SPACE_EXP_SIZE];
};

/**
 * sim_upload_write() - take what a write brings
 * @upload: what came before; of another image than @image it is forgotten
 * @image: 4096 bytes, which change when the image is whole and not before
 * @page: what was written
 * @count: how many bytes
 *
 * Context: the caller sees to it that one write comes at a time.
 * Return: the size of the image in @image now, 256 or 4096 bytes; 0 when there
 *	is more to come; -EINVAL when this is no part of an image.
 */
int sim_upload_write(struct sim_upload *upload, u8 *image, const char *page,
		     size_t count);

#endif
