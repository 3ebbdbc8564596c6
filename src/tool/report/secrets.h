/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What a report must not tell of the machine that it is of: what is known to be
 * secret, and the texts that it is taken out of.
 */
#ifndef SRIOVSCOPE_TOOL_SECRETS_H
#define SRIOVSCOPE_TOOL_SECRETS_H

#include <linux/types.h>

struct members;

/**
 * enum secret - kinds of what is replaced
 * @SECRET_DSN: Device Serial Number, in configuration spaces
 * @SECRET_VPD: registers of Vital Product Data, in configuration spaces
 * @SECRET_MAC: MAC addresses, and GUIDs of other networks
 * @SECRET_HOST: name of the machine
 * @SECRET_SERIAL: serial numbers in texts
 * @SECRETS: how many kinds there are
 */
enum secret {
	SECRET_DSN,
	SECRET_VPD,
	SECRET_MAC,
	SECRET_HOST,
	SECRET_SERIAL,
	SECRETS,
};

/**
 * struct secrets - what is secret
 * @raw: nothing is
 * @short_names: parts of the machine's name that are not looked for, since they would
 *	be found in what is none
 * @counts: how often something was replaced
 * @count: known secrets
 * @known: those
 */
struct secrets {
	bool raw;
	u32 short_names;
	u32 counts[SECRETS];
	u32 count;
	struct known_secret *known;
};

/**
 * secrets_learn() - ask a machine for its secrets
 * @secrets: to add to
 * @members: the functions of the report, on a live machine; a name of it that is
 *	the name of a driver of theirs is not looked for
 *
 * Its name and its domain, the MAC addresses and GUIDs of its network interfaces,
 * InfiniBand devices and Fibre Channel ports, the serial numbers and asset tags that
 * its firmware has, the serial numbers of its NVMe drives.
 *
 * Return: false when there is no memory.
 */
bool secrets_learn(struct secrets *secrets, const struct members *members);

/**
 * secrets_add() - add a secret
 * @secrets: to add to
 * @kind: which kind
 * @text: a word; of SECRET_MAC and SECRET_DSN hex digits, with anything between
 *	them
 *
 * What is too short or too plain to be one is left out.
 *
 * Return: false when there is no memory.
 */
bool secrets_add(struct secrets *secrets, enum secret kind, const char *text);

/**
 * secrets_print() - print a text without secrets
 * @secrets: what is secret; it counts
 * @text: the text
 * @out: where to
 *
 * Beside those that are known, what looks like a MAC address, a GUID or a UUID is
 * replaced, and what stands behind the words "serial number". The text stays one line, whatever
 * is in it: bytes that a terminal obeys become "?", in raw reports too.
 */
void secrets_print(struct secrets *secrets, const char *text, FILE *out);

/**
 * secret_name() - a kind of secrets in words
 * @kind: which
 *
 * Return: what stands in its place in texts, without brackets.
 */
const char *secret_name(enum secret kind);

/**
 * secrets_drop() - forget all of them
 * @secrets: those
 */
void secrets_drop(struct secrets *secrets);

#endif
