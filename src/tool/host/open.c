// SPDX-License-Identifier: GPL-2.0
/*
 * The functions of a machine, from sysfs or from a dump.
 */
#define PCI_HAVE_Uxx_TYPES
#include <pci/pci.h>
#include <search.h>
#include <sriovscope/routing_id.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <unistd.h>

#include "address.h"
#include "host.h"
#include "iomem.h"
#include "rooms.h"
#include "strain.h"
#include "sysfs.h"

/* Exit status of a command that could not look */
#define HOST_LIB_FAILED 3

/* A whole log of a machine is of some megabytes. */
#define DUMP_MAX (64U * 1024 * 1024)

/* What libpci warns of shows in what is read. */
static void lib_silent(char *msg, ...)
{
}

/* It must not return: there is no memory, or libpci is not what it was. */
static void __noreturn lib_error(char *msg, ...)
{
	va_list args;

	fputs("sriovscope: libpci: ", stderr);
	va_start(args, msg);
	vfprintf(stderr, msg, args);
	va_end(args);
	fputc('\n', stderr);
	exit(HOST_LIB_FAILED);
}

static void function_init(struct host *host, struct pci_dev *pci,
			  struct host_function *fn)
{
	fn->host = host;
	fn->pci = pci;
	fn->domain = pci->domain;
	fn->routing_id = routing_id_of(pci->bus, pci->dev, pci->func);
	routing_id_print(fn->name, sizeof(fn->name), fn->domain,
			 fn->routing_id);
	fn->where = host->live ? sysfs_where(fn) : NULL;
	host_space_init(fn);
}

static int function_order(const void *a, const void *b)
{
	const struct host_function *x = a, *y = b;

	if (x->domain != y->domain)
		return x->domain < y->domain ? -1 : 1;
	return (int)x->routing_id - y->routing_id;
}

static void function_owner(struct host_function *fn)
{
	char name[AROUND_NAME_LEN];
	u16 routing_id;
	u32 domain;

	fn->owner = HOST_NO_OWNER;
	if (fn->host->live && sysfs_link(fn, "physfn", name, sizeof(name)) &&
	    address_parse(name, &domain, &routing_id))
		fn->owner = routing_id;
}

static int host_scan(struct host *host)
{
	struct pci_dev *pci;
	u32 count = 0;

	pci_scan_bus(host->access);
	for (pci = host->access->devices; pci; pci = pci->next)
		count++;
	host->functions = calloc(count ?: 1, sizeof(*host->functions));
	if (!host->functions)
		return -ENOMEM;
	for (pci = host->access->devices; pci; pci = pci->next)
		function_init(host, pci, &host->functions[host->count++]);
	qsort(host->functions, host->count, sizeof(*host->functions),
	      function_order);
	for (count = 0; count < host->count; count++)
		function_owner(&host->functions[count]);
	return 0;
}

static struct host *host_new(int method, char *param, const char *value)
{
	struct host *host = calloc(1, sizeof(*host));

	if (!host)
		return NULL;
	host->access = pci_alloc();
	host->access->method = method;
	host->access->error = lib_error;
	host->access->warning = lib_silent;
	host->access->debug = lib_silent;
	host->addressed = true;
	pci_set_param(host->access, param, (char *)value);
	/* Names are in pci.ids; what asks udev for them leaks memory. */
	pci_set_param(host->access, "hwdb.disable", "1");
	pci_init(host->access);
	return host;
}

static struct host *host_ready(struct host *host)
{
	int ret = host_scan(host);

	if (!ret)
		return host;
	host_close(host);
	return ERR_PTR(ret);
}

struct host *host_open_live(const char *root)
{
	char path[PATH_MAX];
	struct host *host;

	if (snprintf(path, sizeof(path), "%s/sys/bus/pci", root) >=
		    (int)sizeof(path) ||
	    access(path, F_OK))
		return ERR_PTR(-ENOENT);
	host = host_new(PCI_ACCESS_SYS_BUS_PCI, "sysfs.path", path);
	if (!host)
		return ERR_PTR(-ENOMEM);
	host->live = true;
	host->root = strdup(root);
	if (!host->root) {
		host_close(host);
		return ERR_PTR(-ENOMEM);
	}
	return host_ready(host);
}

static int all_read(FILE *file, u8 **text, size_t *size)
{
	*text = malloc(DUMP_MAX + 1);
	if (!*text)
		return -ENOMEM;
	*size = fread(*text, 1, DUMP_MAX + 1, file);
	if (ferror(file))
		return -(errno ?: EIO);
	return *size > DUMP_MAX ? -EFBIG : 0;
}

/* All of a file, or of standard input */
static int dump_read(const char *path, u8 **text, size_t *size)
{
	FILE *file;
	int ret;

	if (!strcmp(path, "-"))
		return all_read(stdin, text, size);
	file = fopen(path, "re");
	if (!file)
		return -errno;
	ret = all_read(file, text, size);
	fclose(file);
	return ret;
}

static FILE *memory_file(void)
{
	int fd = memfd_create("dump", MFD_CLOEXEC);
	FILE *file = fd < 0 ? NULL : fdopen(fd, "w+");

	if (!file && fd >= 0)
		close(fd);
	return file;
}

/* libpci reads a file: what was strained is one without a name. */
static struct host *dump_host(FILE *strained)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "/proc/self/fd/%d", fileno(strained));
	return host_new(PCI_ACCESS_DUMP, "dump.name", path);
}

struct host *host_open_text(const u8 *text, size_t size,
			    void (*complain)(const char *what))
{
	FILE *strained = memory_file();
	struct host *host;
	bool addressed;
	int count;

	if (!strained)
		return ERR_PTR(-errno);
	count = strain_dump(text, size, strained, complain, &addressed);
	if (count <= 0 || fflush(strained)) {
		fclose(strained);
		return ERR_PTR(count < 0 ? count : -ENODATA);
	}
	host = dump_host(strained);
	fclose(strained);
	if (!host)
		return ERR_PTR(-ENOMEM);
	host->addressed = addressed;
	return host_ready(host);
}

struct host *host_open_dump(const char *path,
			    void (*complain)(const char *what))
{
	struct host *host;
	u8 *text = NULL;
	size_t size = 0;
	int ret;

	ret = dump_read(path, &text, &size);
	host = ret ? ERR_PTR(ret) : host_open_text(text, size, complain);
	free(text);
	return host;
}

void host_close(struct host *host)
{
	u32 i;

	if (!host)
		return;
	for (i = 0; i < host->count; i++)
		free(host->functions[i].where);
	iomem_free(host->iomem);
	host_rooms_forget(host);
	tdestroy(host->found, free);
	pci_cleanup(host->access);
	free(host->functions);
	free(host->root);
	free(host);
}

struct host_function *host_find(const struct host *host, u32 domain,
				u16 routing_id)
{
	struct host_function key = { .domain = domain,
				     .routing_id = routing_id };

	return bsearch(&key, host->functions, host->count,
		       sizeof(*host->functions), function_order);
}

struct host_function *host_find_name(const struct host *host, const char *name)
{
	u16 routing_id;
	u32 domain;
	int len;

	len = address_parse(name, &domain, &routing_id);
	if (!len || name[len])
		return NULL;
	return host_find(host, domain, routing_id);
}

/* Not by libpci, which ends the program when a device goes meanwhile */
void host_ident(const struct host_function *fn, u16 *vendor, u16 *device)
{
	u32 dword = 0;

	if (fn->host->live) {
		sysfs_ident(fn, vendor, device);
		return;
	}
	config_read(&fn->space, PCI_VENDOR_ID, sizeof(u32), &dword);
	*vendor = lower_16_bits(dword);
	*device = upper_16_bits(dword);
}

void host_describe(const struct host_function *fn, char *text, size_t size)
{
	struct pci_access *access = fn->host->access;
	u16 vendor, device;
	char name[256];

	host_ident(fn, &vendor, &device);
	strscpy(text,
		pci_lookup_name(access, name, sizeof(name),
				PCI_LOOKUP_VENDOR | PCI_LOOKUP_DEVICE, vendor,
				device),
		size);
}

/* Base class and sub-class */
static u16 host_class(const struct host_function *fn)
{
	u32 class = 0;

	if (fn->host->live) {
		sysfs_number(fn, "class", &class);
		return class / 0x100; /* without the programming interface */
	}
	config_read(&fn->space, PCI_CLASS_DEVICE, sizeof(u16), &class);
	return class;
}

void host_listing(const struct host_function *fn, char *text, size_t size)
{
	u16 vendor, device, class = host_class(fn);
	char kind[256], name[256];

	host_ident(fn, &vendor, &device);
	host_describe(fn, name, sizeof(name));
	snprintf(text, size, "%s [%04x]: %s [%04x:%04x]",
		 pci_lookup_name(fn->host->access, kind, sizeof(kind),
				 PCI_LOOKUP_CLASS, class),
		 class, name, vendor, device);
}
