// SPDX-License-Identifier: GPL-2.0
/*
 * The tables of conventional capabilities and of elements, headers among them,
 * for tests that go through all of them.
 */
#include <sriovscope/capabilities.h>

#include "field_cases.h"

FIELD_TABLE(pm, PM_TABLE);
FIELD_TABLE(msi, MSI_TABLE);
FIELD_TABLE(msi_32, MSI_32_TABLE);
FIELD_TABLE(msix, MSIX_TABLE);
FIELD_TABLE(pcie, PCIE_TABLE);
FIELD_TABLE(ea, EA_TABLE);
FIELD_TABLE(vpd, VPD_TABLE);

#define BOX_MEMORY_BAR(X, c) FIELD_BOX(X, c, memory_bar)
#define BOX_REBAR_PAIR(X, c) FIELD_BOX(X, c, rebar_pair)
#define BOX_VF_REBAR_PAIR(X, c) FIELD_BOX(X, c, vf_rebar_pair)
#define BOX_EA_DWORD(X, c) FIELD_BOX(X, c, ea_dword)
#define BOX_EA_OFFSET(X, c) FIELD_BOX(X, c, ea_offset)
#define BOX_IDE_SELECTIVE(X, c) FIELD_BOX(X, c, ide_selective)
#define BOX_HEADER0(X, c) FIELD_BOX(X, c, header0)
#define BOX_HEADER1(X, c) FIELD_BOX(X, c, header1)

FIELD_TABLE_BOXED(memory_bar, MEMORY_BAR_TABLE, BOX_MEMORY_BAR);
FIELD_TABLE_BOXED(rebar_pair, REBAR_PAIR_TABLE, BOX_REBAR_PAIR);
FIELD_TABLE_BOXED(vf_rebar_pair, VF_REBAR_PAIR_TABLE, BOX_VF_REBAR_PAIR);
FIELD_TABLE_BOXED(ea_dword, EA_DWORD_TABLE, BOX_EA_DWORD);
FIELD_TABLE_BOXED(ea_offset, EA_OFFSET_TABLE, BOX_EA_OFFSET);
FIELD_TABLE_BOXED(ide_selective, IDE_SELECTIVE_TABLE, BOX_IDE_SELECTIVE);
FIELD_TABLE_BOXED(header0, HEADER0_TABLE, BOX_HEADER0);
FIELD_TABLE_BOXED(header1, HEADER1_TABLE, BOX_HEADER1);
