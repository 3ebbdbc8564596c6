/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The PCI functions of a machine, and what can be known of one without a module
 * in the kernel: its registers through libpci, the rest from sysfs. The machine
 * is this one, or one of which somebody has sent a dump.
 */
#ifndef SRIOVSCOPE_TOOL_HOST_H
#define SRIOVSCOPE_TOOL_HOST_H

#include "core/facts/facts.h"
#include "core/look/look.h"

struct host;
struct iomem;
struct pci_access;
struct pci_dev;

#define HOST_NO_OWNER (-1)

/* The registers of SR-IOV */
#define HOST_AHEAD_MAX 64

/**
 * struct host_function - a function of a machine
 * @host: the machine
 * @pci: the function, as libpci has it
 * @space: its configuration space
 * @name: its address, as sysfs has it
 * @where: where it is below /sys, NULL when that is not known; of a live one
 * @domain: PCI domain
 * @routing_id: bus in the high byte, devfn in the low one
 * @owner: of a VF the routing ID of its PF, else HOST_NO_OWNER; of a live one
 * @pf_asked: it was asked whether it is a PF
 * @is_pf: it is
 * @caps_looked: its capabilities were looked for
 * @caps_error: how that ended
 * @caps: what was found
 * @ahead: registers that were read in one go, while they are asked for
 * @ahead_at: offset of the first of them
 * @ahead_size: how many bytes; 0 while there are none
 * @peer_looked: @peer was read
 * @peer_error: how that ended
 * @peer: the registers that other PFs ask for
 */
struct host_function {
	struct host *host;
	struct pci_dev *pci;
	struct config_space space;
	char name[AROUND_NAME_LEN];
	char *where;
	u32 domain;
	u16 routing_id;
	int owner;
	bool pf_asked;
	bool is_pf;
	bool caps_looked;
	int caps_error;
	struct pf_caps caps;
	u8 ahead[HOST_AHEAD_MAX];
	u32 ahead_at;
	u32 ahead_size;
	bool peer_looked;
	int peer_error;
	struct sriov_state peer;
};

/**
 * struct host - a machine
 * @access: libpci's
 * @live: it is this one; else one in a dump
 * @root: where its /sys and /proc are, "" for those of this machine
 * @addressed: functions have the addresses that they had; a copy of one
 *	configuration space has none
 * @count: functions
 * @functions: in the order of their addresses
 * @iomem: who has which memory, NULL until asked for, and when that is secret
 * @iomem_asked: it was asked for
 * @rooms: who has the memory and the buses above the PFs of a bus, the last that
 *	was asked for; see rooms.h
 * @rooms_of: which bus, 0 for none
 * @kmsg_asked: the kernel's log was read
 * @found: functions that it says were found, for tfind()
 * @reads: configuration reads so far
 */
struct host {
	struct pci_access *access;
	bool live;
	char *root;
	bool addressed;
	u32 count;
	struct host_function *functions;
	struct iomem *iomem;
	bool iomem_asked;
	struct around_rooms rooms;
	u64 rooms_of;
	bool kmsg_asked;
	void *found;
	u64 reads;
};

/**
 * host_open_live() - look at this machine
 * @root: a folder with its sys and proc, "" for /
 *
 * No device is read.
 *
 * Return: the machine, for host_close(); ERR_PTR: -ENOENT without PCI, -ENOMEM.
 */
struct host *host_open_live(const char *root);

/**
 * host_open_dump() - look at the machine that a dump is of
 * @path: what "lspci -xxxx" printed, a copy of the file config of sysfs, or a
 *	report; "-" is standard input
 * @complain: is told what was skipped of it, and why
 *
 * Return: the machine, for host_close(); ERR_PTR: the errno of opening or reading
 *	@path; -ENODATA when no function of it can be used, which was said;
 *	-EFBIG when it is too large; -ENOMEM.
 */
struct host *host_open_dump(const char *path,
			    void (*complain)(const char *what));

/**
 * host_open_text() - the same, of a dump that was read
 * @text: any bytes
 * @size: of @text in bytes
 * @complain: is told what was skipped of it, and why
 *
 * Return: as host_open_dump().
 */
struct host *host_open_text(const u8 *text, size_t size,
			    void (*complain)(const char *what));

/**
 * host_close() - forget a machine
 * @host: from host_open_live() and so on; NULL is fine
 */
void host_close(struct host *host);

/**
 * host_find() - the function at an address
 * @host: the machine
 * @domain: PCI domain
 * @routing_id: bus in the high byte, devfn in the low one
 *
 * Return: the function, NULL when there is none.
 */
struct host_function *host_find(const struct host *host, u32 domain,
				u16 routing_id);

/**
 * host_find_name() - the function with an address as sysfs has it
 * @host: the machine
 * @name: with a domain or without, which is 0 then
 *
 * Return: the function, NULL when there is none, and when @name is no address.
 */
struct host_function *host_find_name(const struct host *host, const char *name);

/**
 * host_space_init() - the configuration space of a function
 * @fn: with host and pci; space is filled in
 */
void host_space_init(struct host_function *fn);

/**
 * host_is_secret() - is configuration space for others?
 * @host: a live machine
 *
 * Reads a byte of a function that is awake.
 *
 * Return: true when there is nothing behind the header for who asks.
 */
bool host_is_secret(const struct host *host);

/**
 * host_read_ahead() - read registers in one go, each once
 * @fn: the function
 * @offset: of the first one
 * @size: bytes, of which HOST_AHEAD_MAX are read at the most; 0 forgets those that
 *	were read
 *
 * Until they are forgotten, reads are answered by what was read.
 */
void host_read_ahead(struct host_function *fn, u32 offset, u32 size);

/**
 * host_ident() - Vendor ID and Device ID, as the kernel has them
 * @fn: the function
 * @vendor: to fill in
 * @device: to fill in
 */
void host_ident(const struct host_function *fn, u16 *vendor, u16 *device);

/**
 * host_describe() - the name of a function's vendor and device
 * @fn: the function
 * @text: where the name goes, from the list that pciutils has
 * @size: of @text in bytes
 */
void host_describe(const struct host_function *fn, char *text, size_t size);

/**
 * host_listing() - a function in one line
 * @fn: the function
 * @text: where it goes: what "lspci -nn" has behind the address
 * @size: of @text in bytes
 */
void host_listing(const struct host_function *fn, char *text, size_t size);

/**
 * host_caps() - the capabilities of a function, looked for once
 * @fn: the function
 *
 * Return: those; ERR_PTR as look_caps().
 */
const struct pf_caps *host_caps(struct host_function *fn);

/**
 * host_is_pf() - is it a PF, or would it be one?
 * @fn: the function
 *
 * What sleeps in D3cold is not woken up for it, and counts when the kernel knows it.
 *
 * Return: true when the kernel takes it for a PF, and when it has SR-IOV.
 */
bool host_is_pf(struct host_function *fn);

/**
 * host_port() - the port above a function
 * @fn: the function
 *
 * Return: the port, NULL when there is none or it is not known.
 */
struct host_function *host_port(const struct host_function *fn);

/**
 * host_facts() - all that can be known of a PF
 * @fn: the PF
 * @what: FACTS_*
 * @facts: to fill in, for facts_drop(); on error too
 *
 * What could not be had is in @facts->unknown.
 *
 * Return: 0; -EACCES when more than the header is for root; -ENODEV when the
 *	device is gone; -ENODATA when the dump has not enough of it; -ENOMEM; the
 *	errno of a read.
 */
int host_facts(struct host_function *fn, unsigned int what,
	       struct pf_facts *facts);

/**
 * host_peers() - what host_facts() without FACTS_PEERS has left out
 * @fn: the PF
 * @facts: from host_facts(); the peers are filled in
 *
 * PFs that were looked at are not read again for it: so a list of all costs one
 * look at each.
 *
 * Return: 0 or -ENOMEM.
 */
int host_peers(struct host_function *fn, struct pf_facts *facts);

#endif
