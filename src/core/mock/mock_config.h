/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A configuration space that behaves: bytes with masks as hardware has them, a
 * log of what was done to them, and faults on demand.
 *
 * It knows nothing of KUnit, so that whoever simulates a device can use it too.
 * Nothing here locks: who shares one among threads serializes the accesses.
 */
#ifndef SRIOVSCOPE_MOCK_CONFIG_H
#define SRIOVSCOPE_MOCK_CONFIG_H

#include <linux/types.h>
#include <sriovscope/config_space.h>

#define MOCK_DWORDS (PCI_CFG_SPACE_EXP_SIZE / sizeof(u32))
#define MOCK_CANARY_SIZE 64

/* More than a chain of every dword and a copy of the whole space together. */
#define MOCK_LOG_MAX 2048

/* For a fault that is off: no access has this number, no byte this offset. */
#define MOCK_NEVER U32_MAX

/**
 * struct mock_access - one access as it arrived
 * @value: what was read, or what was to be written; 0 for a read that failed
 * @offset: in bytes
 * @width: in bytes
 * @is_write: a write, else a read
 */
struct mock_access {
	u32 value;
	u32 offset;
	u8 width;
	bool is_write;
};

/**
 * struct mock_log - the accesses in their order
 * @count: how many are in @access
 * @overflowed: there were more, which are not in @access
 * @access: the accesses
 */
struct mock_log {
	u32 count;
	bool overflowed;
	struct mock_access access[MOCK_LOG_MAX];
};

/**
 * struct mock_faults - what shall go wrong; mock_config_heal() ends all of it
 * @fail_access: number of the access that fails with @fail_access_errno
 * @fail_access_errno: negative errno
 * @fail_offset: accesses to the dword of this byte fail with
 *	@fail_offset_errno
 * @fail_offset_errno: negative errno
 * @gone_from: from the access of this number on, reads give all ones and
 *	writes are dropped
 * @ones_offset: reads of the dword of this byte give all ones
 * @odd_access: number of the access that, when it is a read, gives other bits: those
 *	in @odd_ones are set, and then those in @odd_flips turned
 * @odd_ones: bits of the value, as it is read
 * @odd_flips: the same
 *
 * Accesses are numbered from 0, reads and writes together, since
 * mock_config_forget().
 */
struct mock_faults {
	u32 fail_access;
	int fail_access_errno;
	u32 fail_offset;
	int fail_offset_errno;
	u32 gone_from;
	u32 ones_offset;
	u32 odd_access;
	u32 odd_ones;
	u32 odd_flips;
};

/**
 * struct mock_config - a configuration space that behaves
 * @space: what views and chains are made on
 * @reads: reads since mock_config_forget()
 * @writes: writes since mock_config_forget()
 * @violations: accesses since mock_config_init() that the gate should have
 *	kept away: outside the space, misaligned or of a strange width
 * @faults: what shall go wrong
 * @log: where accesses are noted; NULL when nobody wants to know
 * @rw: bits of each dword that software can write
 * @w1c: bits of each dword that software clears by writing 1
 * @locks: those of @rw that are read-only while @locked
 * @locked: VF Enable is set
 * @front: canaries
 * @bytes: the content as on the wire; what is behind @space.size is canaries
 * @back: canaries
 *
 * A bit that is neither in @rw nor in @w1c is read-only.
 */
struct mock_config {
	struct config_space space;
	u32 reads;
	u32 writes;
	u32 violations;
	struct mock_faults faults;
	struct mock_log *log;
	u32 rw[MOCK_DWORDS];
	u32 w1c[MOCK_DWORDS];
	u32 locks[MOCK_DWORDS];
	bool locked;
	u8 front[MOCK_CANARY_SIZE];
	u8 bytes[PCI_CFG_SPACE_EXP_SIZE];
	u8 back[MOCK_CANARY_SIZE];
};

/**
 * mock_config_init() - make a space of zeroes, read-only, without faults
 * @mock: to fill in
 * @size: bytes that exist, at most 4096
 *
 * Return: 0; -EINVAL for another size.
 */
int mock_config_init(struct mock_config *mock, u32 size);

/**
 * mock_config_forget() - start counting, numbering and logging anew
 * @mock: the space
 */
void mock_config_forget(struct mock_config *mock);

/**
 * mock_config_heal() - nothing goes wrong any more
 * @mock: the space
 */
void mock_config_heal(struct mock_config *mock);

/**
 * mock_config_accesses() - the number that the next access will have
 * @mock: the space
 *
 * Return: accesses since mock_config_forget().
 */
u32 mock_config_accesses(const struct mock_config *mock);

/**
 * mock_config_reads_in() - count the logged reads that touch a range
 * @mock: the space, with a log
 * @from: first byte of the range
 * @end: byte behind the range
 *
 * Return: how many.
 */
u32 mock_config_reads_in(const struct mock_config *mock, u32 from, u32 end);

/**
 * mock_config_intact() - are all canaries alive?
 * @mock: the space
 *
 * Return: false when somebody wrote outside the space.
 */
bool mock_config_intact(const struct mock_config *mock);

/**
 * mock_config_put8() - place a byte, whatever the masks say
 * @mock: the space
 * @offset: in bytes
 * @value: to place
 */
void mock_config_put8(struct mock_config *mock, u32 offset, u8 value);

/**
 * mock_config_put16() - place two bytes, whatever the masks say
 * @mock: the space
 * @offset: in bytes
 * @value: to place, little endian as on the wire
 */
void mock_config_put16(struct mock_config *mock, u32 offset, u16 value);

/**
 * mock_config_put32() - place four bytes, whatever the masks say
 * @mock: the space
 * @offset: in bytes
 * @value: to place, little endian as on the wire
 */
void mock_config_put32(struct mock_config *mock, u32 offset, u32 value);

/**
 * mock_config_get32() - look at four bytes; that is no access
 * @mock: the space
 * @offset: in bytes
 *
 * Return: the dword.
 */
u32 mock_config_get32(const struct mock_config *mock, u32 offset);

/**
 * mock_config_put_masks() - say which bits of a dword software can change
 * @mock: the space
 * @offset: of the dword in bytes
 * @rw: bits that can be written
 * @w1c: bits that are cleared by writing 1
 */
void mock_config_put_masks(struct mock_config *mock, u32 offset, u32 rw,
			   u32 w1c);

/**
 * mock_config_put_locks() - say which bits of a dword VF Enable locks
 * @mock: the space
 * @offset: of the dword in bytes
 * @locks: bits that can be written, but not while the space is locked
 */
void mock_config_put_locks(struct mock_config *mock, u32 offset, u32 locks);

/*
 * mock_caps.c: capabilities, ready made
 */

/**
 * mock_config_put_header() - place the header of an extended capability
 * @mock: the space
 * @offset: in bytes
 * @id: Capability ID
 * @version: Capability Version
 * @next: Next Capability Offset
 */
void mock_config_put_header(struct mock_config *mock, u32 offset, u16 id,
			    u8 version, u16 next);

/**
 * mock_config_put_sriov() - place a valid SR-IOV capability and its masks
 * @mock: the space
 * @offset: in bytes
 * @next: Next Capability Offset
 *
 * It is the one of an Intel 82576 at rest: 8 VFs at offset 384 and stride 2,
 * 64-bit VF BARs of 16K in the slots 0 and 3. The capability has 64 bytes, all
 * of which the space must have.
 */
void mock_config_put_sriov(struct mock_config *mock, u32 offset, u16 next);

#endif
