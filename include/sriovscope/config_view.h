/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is behind a typed view: bounds, and no layout. <sriovscope/view.h>
 * has the macros to use it with.
 */
#ifndef SRIOVSCOPE_CONFIG_VIEW_H
#define SRIOVSCOPE_CONFIG_VIEW_H

#include <linux/compiler.h>
#include <sriovscope/chain.h>
#include <sriovscope/config_space.h>
#include <sriovscope/field.h>

/**
 * struct ext_cap_type - what binds a view to a capability, or to an element
 * @kind: extended or conventional
 * @id: Capability ID (PCIe 7.6.3, or 7.5.3.1 for a conventional one)
 * @size: bytes that the capability has at the least, the header included
 * @name: as the specification has it, in one word
 * @rows: its table
 * @row_count: how many rows there are
 */
struct ext_cap_type {
	enum cap_kind kind;
	u16 id;
	u16 size;
	const char *name;
	const struct cap_field *rows;
	u16 row_count;
};

/**
 * struct config_view - a window on the registers of one capability
 *
 * Invariant: @base is dword aligned, @span is not below @type->size, and @base +
 * @span is not above @space->size nor above the start of the nearest higher
 * capability of its kind. Of an extended capability @base is not below
 * PCI_CFG_SPACE_SIZE. Of a conventional one @base is not below
 * PCI_STD_HEADER_SIZEOF, and @base + @span not above PCI_CFG_SPACE_SIZE.
 *
 * The view of an element lies within the view of its capability, and its span
 * is @type->size.
 *
 * Only ext_cap_find() and ext_cap_at() make views, through the typed functions
 * of DECLARE_EXT_CAP() and DECLARE_CONVENTIONAL_CAP(), and view_element() makes
 * them of views. There is no other way to choose a start.
 */
struct config_view {
	/* private: */
	const struct config_space *space __private;
	const struct ext_cap_type *type __private;
	u16 base __private;
	u16 span __private;
};

/**
 * ext_cap_find() - find a capability and make the view of it
 * @space: the configuration space
 * @type: which capability
 * @view: to fill in; untouched on error
 *
 * Use the typed NAME_view_find() of DECLARE_EXT_CAP() or
 * DECLARE_CONVENTIONAL_CAP(). A PCI device is searched for an extended
 * capability with pci_find_ext_capability(); all else by the chain.
 *
 * Context: as the space has it; allocates with GFP_KERNEL.
 * Return: 0; -ENODEV when there is no such capability; -EINVAL when there is
 *	no extended space, no whole header for a conventional capability, or the
 *	span is smaller than @type->size; -ENXIO when it was not found and a
 *	header read as all ones; -ENOMEM; the errno of a failing read.
 */
int ext_cap_find(const struct config_space *space,
		 const struct ext_cap_type *type, struct config_view *view);

/**
 * ext_cap_at() - make the view of a capability met while iterating
 * @chain: from ext_chain_read() or conventional_chain_read()
 * @cap: one of its capabilities
 * @type: which capability this shall be
 * @view: to fill in; untouched on error
 *
 * Use the typed NAME_view_at() of DECLARE_EXT_CAP() or
 * DECLARE_CONVENTIONAL_CAP().
 *
 * Context: any.
 * Return: 0; -ENODEV when @cap is another capability, if only in its kind;
 *	-EINVAL when its span is smaller than @type->size or @cap is not of
 *	@chain.
 */
int ext_cap_at(const struct ext_chain *chain, const struct ext_cap *cap,
	       const struct ext_cap_type *type, struct config_view *view);

/**
 * config_view_read() - what view_get() and view_read() are made of
 * @view: the view
 * @offset: bytes from the start of the capability
 * @width: 1, 2 or 4 bytes
 * @value: where the value goes; untouched on error
 *
 * Passes the gate twice: with the span of the view, then with the space.
 * Use view_get(), which takes offset and width from the field.
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0, what config_gate() found wrong, or the space's errno.
 */
int config_view_read(const struct config_view *view, u32 offset, u32 width,
		     u32 *value);

/**
 * config_view_set() - what view_set() is made of
 * @view: the view
 * @place: of the field
 * @value: to write; fits the field
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: 0, what config_gate() found wrong, -EROFS for a space that is
 *	read-only, or the space's errno.
 */
int config_view_set(const struct config_view *view, struct field_place place,
		    u32 value);

/**
 * config_view_element() - what view_element() is made of
 * @view: the view
 * @at: of the array, in bytes from the start of the capability
 * @index: which element
 * @element: to fill in; untouched on error
 *
 * Context: any.
 * Return: 0, -ERANGE when the element is past the end of the array or of the
 *	view, -EINVAL when the table has no such array.
 */
int config_view_element(const struct config_view *view, u32 at, u32 index,
			struct config_view *element);

/**
 * config_view_inner() - what view_inner() is made of
 * @view: the view
 * @at: where the element is, in bytes from the start of the capability
 * @type: of the element
 * @element: to fill in; untouched on error
 *
 * Context: any.
 * Return: 0, -ERANGE when @at is not on a dword or the element reaches past the
 *	end of the view.
 */
int config_view_inner(const struct config_view *view, u32 at,
		      const struct ext_cap_type *type,
		      struct config_view *element);

/**
 * config_view_snapshot() - what view_snapshot() is made of
 * @view: the view
 * @dwords: where the registers go, in the CPU's byte order
 * @count: how many dwords
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: as view_snapshot().
 */
int config_view_snapshot(const struct config_view *view, u32 *dwords,
			 u32 count);

/**
 * config_view_read_dwords() - what view_snapshot_part() is made of
 * @view: the view
 * @dwords: of the whole capability, in the CPU's byte order
 * @first: the first one to read
 * @count: how many, at least one
 *
 * Context: as the space has it; may sleep for a PCI device.
 * Return: as view_snapshot_part().
 */
int config_view_read_dwords(const struct config_view *view, u32 *dwords,
			    u32 first, u32 count);

/**
 * config_view_base() - where the capability starts
 * @view: the view
 *
 * Context: any.
 * Return: bytes from the start of the configuration space.
 */
u16 config_view_base(const struct config_view *view);

/**
 * config_view_span() - how many bytes belong to the capability
 * @view: the view
 *
 * Context: any.
 * Return: bytes, up to the nearest higher capability or the end of the space.
 */
u16 config_view_span(const struct config_view *view);

#endif
