// SPDX-License-Identifier: GPL-2.0
/*
 * Which routing IDs the Selective IDE Streams of the port above have.
 */
#include <linux/array_size.h>
#include <linux/errno.h>
#include <sriovscope/caps/ide.h>
#include <sriovscope/caps/pcie.h>

#include "look.h"

static int ide_look_root(const struct port_caps *caps, bool *root)
{
	enum pcie_device_port_type type;
	int ret;

	ret = view_get(&caps->pcie, device_port_type, &type);
	*root = !ret && type == PCIE_ROOT_PORT;
	return ret == -EDOM ? 0 : ret;
}

/* A stream that is on; one whose association is not valid has no routing IDs. */
static int ide_look_rids(const struct ide_selective_view *view,
			 const struct ide_selective_control_reg *control,
			 struct around_ide *ide)
{
	struct ide_selective_rid_association_2_reg base;
	struct around_ide_stream *stream;
	int ret;

	ret = view_read(view, rid_association_2, &base);
	if (ret || !register_get(&base, valid))
		return ret;
	ide->more = ide->count == ARRAY_SIZE(ide->streams);
	if (ide->more)
		return 0;
	stream = &ide->streams[ide->count++];
	stream->id = register_get(control, stream_id);
	stream->tc = register_get(control, tc);
	stream->segment = register_get(&base, segment_base);
	stream->base = register_get(&base, rid_base);
	return view_get(view, rid_limit, &stream->limit);
}

static int ide_look_stream(const struct ide_selective_view *view,
			   struct around_ide *ide)
{
	struct ide_selective_control_reg control;
	int ret;

	ret = view_read(view, control, &control);
	if (ret || !register_get(&control, enable))
		return ret;
	return ide_look_rids(view, &control, ide);
}

/* Each block says where the next one is. */
static int ide_look_streams(const struct ide_view *view, struct around_ide *ide)
{
	struct ide_selective_capability_reg block;
	struct ide_selective_view stream;
	struct ide_capability_reg head;
	u32 at, left;
	int ret;

	ret = view_read(view, capability, &head);
	if (ret)
		return ret;
	left = ide_selective_count(&head);
	ide->exists = left;
	at = ide_selective_first(&head);
	while (left && !ide->more) {
		if (view_inner(view, ide_selective, at, &stream)) {
			ide->cut = true;
			break;
		}
		ret = ide_look_stream(&stream, ide);
		if (ret || !--left)
			break;
		ret = view_read(&stream, capability, &block);
		if (ret)
			break;
		at += ide_selective_size(&block);
	}
	return ret;
}

int look_port_ide(const struct config_space *space,
		  const struct port_caps *caps, struct around_ide *ide)
{
	int ret;

	if (!caps->has_ide || !caps->has_pcie)
		return 0;
	ret = ide_look_root(caps, &ide->root);
	if (!ret && ide->root)
		ret = ide_look_streams(&caps->ide, ide);
	/* Of a port that went meanwhile all streams are on. */
	return ret ?: config_present(space);
}
