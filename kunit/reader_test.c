// SPDX-License-Identifier: GPL-2.0
/*
 * How files are read: piece by piece through seq_file, as "cat" does it, with a
 * device behind that can be looked at only so often.
 *
 * Kernel only: it is about seq_file, and files of debugfs.
 */
#include <kunit/test.h>
#include <linux/err.h>
#include <linux/fs.h>
#include <linux/uio.h>

#include "debugfs/files.h"
#include "pf/caps.h"
#include "pf/pf.h"
#include "mock_pci.h"

#define SRIOV_AT 0x100
#define SRIOV_READS (PCI_EXT_CAP_SRIOV_SIZEOF / sizeof(u32))
#define PIECE 4096

/**
 * struct reader_context - an open file of a PF
 * @config: the PF's configuration space
 * @pf: the PF
 * @entry: what debugfs would point the file to
 * @inode: no more of it than the file operations look at
 * @file: the same
 * @pos: how far it was read
 * @piece: what was read last, and a 0 behind it
 */
struct reader_context {
	struct mock_config *config;
	struct scope_pf *pf;
	struct pf_entry entry;
	struct inode inode;
	struct file file;
	loff_t pos;
	char piece[PIECE + 1];
};

static int reader_test_init(struct kunit *test)
{
	struct reader_context *context =
		kunit_kzalloc(test, sizeof(*context), GFP_KERNEL);
	struct mock_config *config =
		mock_config_new(test, PCI_CFG_SPACE_EXP_SIZE);

	KUNIT_ASSERT_NOT_NULL(test, context);
	context->config = config;
	mock_config_put32(config, PCI_VENDOR_ID, 0x10c98086);
	mock_config_put_sriov(config, SRIOV_AT, 0);
	context->pf = pf_create(mock_pci_new(test, config, 0, 0, 0), true);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, context->pf);
	KUNIT_ASSERT_NOT_ERR_OR_NULL(test, (void *)pf_caps(context->pf));
	context->entry.pf = context->pf;
	context->inode.i_private = &context->entry;
	mock_config_forget(config);
	test->priv = context;
	return 0;
}

static void reader_test_exit(struct kunit *test)
{
	struct reader_context *context = test->priv;

	if (context)
		pf_put(context->pf);
}

static void reader_open_file(struct kunit *test, const struct text_file *file)
{
	struct reader_context *context = test->priv;

	context->entry.file = file;
	memset(&context->file, 0, sizeof(context->file));
	context->pos = 0;
	KUNIT_ASSERT_EQ(test, reader_fops.open(&context->inode, &context->file),
			0);
}

static void reader_close_file(struct kunit *test)
{
	struct reader_context *context = test->priv;

	reader_fops.release(&context->inode, &context->file);
}

/* Reads up to @size bytes into context->piece, as read(2) does. */
static ssize_t reader_read(struct reader_context *context, size_t size)
{
	struct kvec kvec = { .iov_base = context->piece, .iov_len = size };
	struct kiocb iocb = {
		.ki_filp = &context->file,
		.ki_pos = context->pos,
	};
	struct iov_iter iter;
	ssize_t ret;

	iov_iter_kvec(&iter, ITER_DEST, &kvec, 1, size);
	ret = seq_read_iter(&iocb, &iter);
	context->pos = iocb.ki_pos;
	context->piece[max_t(ssize_t, ret, 0)] = '\0';
	return ret;
}

static size_t reader_buffer(struct reader_context *context)
{
	return ((struct seq_file *)context->file.private_data)->size;
}

/* A device with as many VFs as there can be. */
static void reader_put_all_vfs(struct reader_context *context)
{
	struct mock_config *config = context->config;

	mock_config_put16(config, SRIOV_AT + PCI_SRIOV_TOTAL_VF, U16_MAX);
	mock_config_put16(config, SRIOV_AT + PCI_SRIOV_VF_OFFSET, 1);
	mock_config_put16(config, SRIOV_AT + PCI_SRIOV_VF_STRIDE, 1);
}

/* Expects that the whole lines in @text go on with VF number @vf. */
static u32 reader_expect_vfs(struct kunit *test, char *text, u32 vf)
{
	char start[40];
	char *line;

	while ((line = strsep(&text, "\n")) && *line) {
		snprintf(start, sizeof(start), "%u 0000:%02x:%02x.%u planned ",
			 vf, PCI_BUS_NUM(vf + 1), PCI_SLOT(vf + 1),
			 PCI_FUNC(vf + 1));
		KUNIT_ASSERT_TRUE_MSG(test, strstarts(line, start),
				      "expected %s, got %s", start, line);
		vf++;
	}
	return vf;
}

/*
 * 65,535 VFs: complete and in order, from 16 reads of the device, and with the
 * buffer that one VF needs.
 */
static void reader_all_vfs(struct kunit *test)
{
	static const char header[] =
		"# vf bdf state driver iommu_group bar0 bar3\n";
	struct reader_context *context = test->priv;
	ssize_t got;
	u32 vf = 0;

	reader_put_all_vfs(context);
	reader_open_file(test, &text_file_vfs);
	reader_read(context, strlen(header));
	KUNIT_EXPECT_STREQ(test, context->piece, header);

	/* seq_file gives whole lines to who asks for a page. */
	while ((got = reader_read(context, PIECE)) > 0) {
		KUNIT_ASSERT_EQ(test, context->piece[got - 1], '\n');
		vf = reader_expect_vfs(test, context->piece, vf);
	}
	KUNIT_EXPECT_EQ(test, got, 0);
	KUNIT_EXPECT_EQ(test, vf, U16_MAX);
	KUNIT_EXPECT_EQ(test, context->config->reads, SRIOV_READS);
	KUNIT_EXPECT_EQ(test, reader_buffer(context), PAGE_SIZE);
	reader_close_file(test);
}

static void reader_describe(const struct text_file *const *file, char *name)
{
	strscpy(name, (*file)->name, KUNIT_PARAM_DESC_SIZE);
}

KUNIT_ARRAY_PARAM(reader, text_files, reader_describe);

/* Byte by byte: one look at the device, and nothing left out. */
static void reader_byte_by_byte(struct kunit *test)
{
	const struct text_file *const *file = test->param_value;
	struct reader_context *context = test->priv;
	u32 reads, bytes = 0, more = 0;
	ssize_t got;

	reader_open_file(test, *file);
	while ((got = reader_read(context, PIECE)) > 0)
		bytes += got;
	KUNIT_EXPECT_EQ(test, got, 0);
	KUNIT_EXPECT_GT(test, bytes, 0);
	reads = context->config->reads;
	KUNIT_EXPECT_EQ(test, reader_buffer(context), PAGE_SIZE);

	/* From the start again: that looks anew, once. */
	context->pos = 0;
	while ((got = reader_read(context, 1)) > 0)
		more += got;
	KUNIT_EXPECT_EQ(test, got, 0);
	KUNIT_EXPECT_EQ(test, more, bytes);
	KUNIT_EXPECT_EQ(test, context->config->reads, 2 * reads);
	reader_close_file(test);
}

/* A device that does not answer, and one that was removed between two reads. */
static void reader_gone(struct kunit *test)
{
	const struct text_file *const *file = test->param_value;
	struct reader_context *context = test->priv;

	context->config->faults.gone_from = 0;
	reader_open_file(test, *file);
	KUNIT_EXPECT_EQ(test, reader_read(context, PIECE), -ENODEV);
	mock_config_heal(context->config);
	KUNIT_EXPECT_GT(test, reader_read(context, 1), 0);
	reader_close_file(test);
}

static void reader_gone_in_the_middle(struct kunit *test)
{
	struct reader_context *context = test->priv;

	reader_put_all_vfs(context);
	reader_open_file(test, &text_file_vfs);
	KUNIT_EXPECT_GT(test, reader_read(context, PIECE), 0);
	KUNIT_EXPECT_GT(test, reader_read(context, PIECE), 0);
	pf_mark_gone(context->pf);
	KUNIT_EXPECT_EQ(test, reader_read(context, PIECE), -ENODEV);
	reader_close_file(test);
}

/* An open file keeps its PF. */
static void reader_keeps_the_pf(struct kunit *test)
{
	struct reader_context *context = test->priv;

	reader_open_file(test, &text_file_regs);
	KUNIT_EXPECT_EQ(test, kref_read(&context->pf->ref), 2);
	reader_close_file(test);
	KUNIT_EXPECT_EQ(test, kref_read(&context->pf->ref), 1);
}

static struct kunit_case reader_cases[] = {
	KUNIT_CASE(reader_all_vfs),
	KUNIT_CASE_PARAM(reader_byte_by_byte, reader_gen_params),
	KUNIT_CASE_PARAM(reader_gone, reader_gen_params),
	KUNIT_CASE(reader_gone_in_the_middle),
	KUNIT_CASE(reader_keeps_the_pf),
	/* sentinel */
	{},
};

static struct kunit_suite reader_suite = {
	.name = "sriovscope_reader",
	.init = reader_test_init,
	.exit = reader_test_exit,
	.test_cases = reader_cases,
};

kunit_test_suite(reader_suite);
