// SPDX-License-Identifier: GPL-2.0
/*
 * Configuration spaces, without the serial numbers that are in them.
 */
#include <sriovscope/caps/dsn.h>
#include <sriovscope/caps/vpd.h>

#include "host/facts.h"
#include "parts.h"

#define ROW 16
#define LISTING_LEN 600

/* An EUI-64 that was made of a MAC address has these in its middle. */
#define EUI_OF_MAC_AT 6
#define EUI_OF_MAC_LEN 4

/**
 * struct secret_registers - registers that are replaced with zeros
 * @type: capability
 * @kind: what they are
 * @at: the first byte of them, from the start of the capability
 * @end: behind the last one
 *
 * None of these is what a rule or a constraint asks for.
 */
struct secret_registers {
	const struct ext_cap_type *type;
	enum secret kind;
	u16 at;
	u16 end;
};

static const struct secret_registers secret_registers[] = {
	{ &dsn_type, SECRET_DSN, offsetof(struct dsn_regs, serial_number_lower),
	  offsetofend(struct dsn_regs, serial_number_upper) },
	{ &vpd_type, SECRET_VPD,
	  offsetof(struct vpd_regs, vpd_address_register),
	  offsetofend(struct vpd_regs, vpd_data) },
};

/* Serial numbers are in texts too, and the MAC addresses that they are made of. */
static int learn_serial(const struct ext_chain *chain,
			const struct ext_cap *cap, struct secrets *secrets)
{
	char eui[2 * sizeof(u64) + 1], *middle = eui + EUI_OF_MAC_AT;
	struct dsn_view view;
	u32 lower, upper;

	if (dsn_view_at(chain, cap, &view) ||
	    view_get(&view, serial_number_lower, &lower) ||
	    view_get(&view, serial_number_upper, &upper))
		return 0;
	snprintf(eui, sizeof(eui), "%08x%08x", upper, lower);
	if (!secrets_add(secrets, SECRET_DSN, eui))
		return -ENOMEM;
	if (strncmp(middle, "fffe", EUI_OF_MAC_LEN) &&
	    strncmp(middle, "ffff", EUI_OF_MAC_LEN))
		return 0;
	memmove(middle, middle + EUI_OF_MAC_LEN,
		strlen(middle + EUI_OF_MAC_LEN) + 1);
	return secrets_add(secrets, SECRET_MAC, eui) ? 0 : -ENOMEM;
}

/* What is behind the span of a capability belongs to another one. */
static int hide_registers(struct image_space *image,
			  const struct ext_chain *chain,
			  const struct ext_cap *cap, struct secrets *secrets)
{
	const struct secret_registers *row;
	u32 i, end;
	int ret;

	for (i = 0; i < ARRAY_SIZE(secret_registers); i++) {
		row = &secret_registers[i];
		end = min_t(u32, row->end, cap->span);
		if (row->type->kind != chain->kind ||
		    row->type->id != ext_cap_id(chain, cap) || row->at >= end)
			continue;
		ret = row->kind == SECRET_DSN ?
			      learn_serial(chain, cap, secrets) :
			      0;
		if (ret)
			return ret;
		secrets->counts[row->kind]++;
		memset((u8 *)image->dwords + cap->offset + row->at, 0,
		       end - row->at);
	}
	return 0;
}

/* A space without such a chain has none of its capabilities. */
static int hide_chain(struct image_space *image, struct ext_chain *chain,
		      struct secrets *secrets)
{
	const struct ext_cap *cap;
	int ret = 0;

	if (IS_ERR(chain))
		return PTR_ERR(chain) == -ENOMEM ? -ENOMEM : 0;
	ext_chain_for_each(cap, chain) {
		ret = ret ?: hide_registers(image, chain, cap, secrets);
	}
	ext_chain_free(chain);
	return ret;
}

static int hide_all(struct image_space *image, struct secrets *secrets)
{
	int ret;

	if (secrets->raw)
		return 0;
	ret = hide_chain(image, conventional_chain_read(&image->space),
			 secrets);
	return ret ?: hide_chain(image, ext_chain_read(&image->space), secrets);
}

/* The IDs of a VF are all ones, and nothing else of it. */
static int copy_space(const struct host_function *fn, struct image_space *image)
{
	int ret = image_space_copy(image, &fn->space);

	if (ret == -ENODEV && memchr_inv(image->dwords, 0xff, fn->space.size))
		return 0;
	return ret;
}

static void print_space(const struct host_function *fn,
			const struct image_space *image, FILE *out)
{
	const u8 *bytes = (const u8 *)image->dwords;
	char listing[LISTING_LEN];
	u32 at;

	host_listing(fn, listing, sizeof(listing));
	fprintf(out, "%s %s\n", fn->name, listing);
	for (at = 0; at < image->space.size; at++) {
		if (at % ROW == 0)
			fprintf(out, "%02x:", at);
		fprintf(out, " %02x%s", bytes[at],
			at % ROW == ROW - 1 ? "\n" : "");
	}
	fputc('\n', out);
}

int part_dump(const struct host_function *fn, bool wake,
	      struct secrets *secrets, FILE *out)
{
	struct image_space *image;
	int ret;

	if (!wake && facts_is_asleep(fn))
		return AROUND_ASLEEP;
	image = calloc(1, sizeof(*image));
	if (!image)
		return -ENOMEM;
	ret = copy_space(fn, image) ?: hide_all(image, secrets);
	if (!ret)
		print_space(fn, image, out);
	free(image);
	return ret;
}
