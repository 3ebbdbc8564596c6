/* SPDX-License-Identifier: GPL-2.0 */
/*
 * How values are written: files of keys parse as YAML, cells of a table have
 * no white space in them.
 */
#ifndef SRIOVSCOPE_TEXT_H
#define SRIOVSCOPE_TEXT_H

#include <linux/seq_file.h>
#include <linux/types.h>

struct pf_facts;
struct pf_kernel;
struct vf_bar;

/* A human remark behind a value, as YAML has comments */
#define TEXT_REMARK "  # "

/**
 * text_yes_no() - a boolean as files have it
 * @value: the boolean
 *
 * Return: the word.
 */
static inline const char *text_yes_no(bool value)
{
	return value ? "yes" : "no";
}

/* A cell of a table whose content could not be had */
#define TEXT_UNKNOWN "unknown"

/**
 * text_unknown() - print that a key's value could not be had, and why
 * @m: where to
 * @facts: what is known
 */
void text_unknown(struct seq_file *m, const struct pf_facts *facts);

/**
 * text_quoted() - print a string as a double-quoted YAML scalar
 * @m: where to
 * @string: any bytes
 */
void text_quoted(struct seq_file *m, const char *string);

/**
 * text_page_sizes() - print the page sizes of a register in words
 * @m: where to
 * @bits: bit n is 2^(n + 12) bytes
 */
void text_page_sizes(struct seq_file *m, u32 bits);

/**
 * text_address() - print a routing ID as the device's address
 * @m: where to
 * @kernel: the PF, for the domain
 * @routing_id: bus in the high byte, devfn in the low one
 */
void text_address(struct seq_file *m, const struct pf_kernel *kernel,
		  u16 routing_id);

/**
 * text_driver() - a table's cell with the driver of a function
 * @facts: what is known
 * @driver: its name, empty for none
 *
 * Return: the content.
 */
const char *text_driver(const struct pf_facts *facts, const char *driver);

/**
 * text_bar_address() - print an address with the width of its BAR
 * @m: where to
 * @bar: the VF BAR
 * @address: the address
 */
void text_bar_address(struct seq_file *m, const struct vf_bar *bar,
		      u64 address);

/**
 * text_mode() - the word for a mode
 * @kernel: the PF
 *
 * Return: the word.
 */
const char *text_mode(const struct pf_kernel *kernel);

/**
 * text_or_dash() - a table's cell that may be empty
 * @text: the content
 *
 * Return: @text, or a dash for an empty one.
 */
static inline const char *text_or_dash(const char *text)
{
	return *text ? text : "-";
}

#endif
