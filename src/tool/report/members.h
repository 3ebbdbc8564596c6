/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Which functions a report is about.
 */
#ifndef SRIOVSCOPE_TOOL_MEMBERS_H
#define SRIOVSCOPE_TOOL_MEMBERS_H

#include "host/host.h"

/**
 * enum role - why a function is in a report
 * @ROLE_NONE: it is not
 * @ROLE_NEIGHBOUR: it is where the VFs of a PF are, or on its bus
 * @ROLE_PORT: it is on the path of a PF up to the root
 * @ROLE_VF: it is a VF of a PF
 * @ROLE_PF: it was asked for
 *
 * The last one of these counts.
 */
enum role {
	ROLE_NONE,
	ROLE_NEIGHBOUR,
	ROLE_PORT,
	ROLE_VF,
	ROLE_PF,
};

/**
 * struct members - the functions of a report
 * @host: their machine
 * @roles: of each of its functions an enum role
 */
struct members {
	struct host *host;
	u8 *roles;
};

/**
 * members_add() - add a PF with all that belongs to it
 * @members: with host and roles
 * @pf: the PF
 *
 * Other PFs on its bus are there, since they decide whether VFs get in their way.
 * VFs of other PFs are not, when it is known that they are.
 */
void members_add(struct members *members, struct host_function *pf);

/**
 * members_role() - why is a function in a report?
 * @members: the functions of the report
 * @fn: the function; NULL is in none
 *
 * Return: its role.
 */
enum role members_role(const struct members *members,
		       const struct host_function *fn);

/**
 * members_named() - does a text name one of them?
 * @members: the functions of the report
 * @text: the text
 *
 * An address without its domain is in domain 0.
 *
 * Return: true when it does.
 */
bool members_named(const struct members *members, const char *text);

/**
 * role_name() - a role in one word
 * @role: which
 *
 * Return: the word.
 */
const char *role_name(enum role role);

#endif
