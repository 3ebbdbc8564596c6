// SPDX-License-Identifier: GPL-2.0
/*
 * The tables of extended capabilities, for tests that go through all of them.
 */
#include <sriovscope/capabilities.h>

#include "field_cases.h"

FIELD_TABLE(sriov, SRIOV_TABLE);
FIELD_TABLE(ari, ARI_TABLE);
FIELD_TABLE(acs, ACS_TABLE);
FIELD_TABLE(ats, ATS_TABLE);
FIELD_TABLE(pasid, PASID_TABLE);
FIELD_TABLE(pri, PRI_TABLE);
FIELD_TABLE(rebar, REBAR_TABLE);
FIELD_TABLE(vf_rebar, VF_REBAR_TABLE);
FIELD_TABLE(dev3, DEV3_TABLE);
FIELD_TABLE(ide, IDE_TABLE);
FIELD_TABLE(dsn, DSN_TABLE);
FIELD_TABLE(tph, TPH_TABLE);
FIELD_TABLE(ltr, LTR_TABLE);
FIELD_TABLE(aer, AER_TABLE);
FIELD_TABLE(dvsec, DVSEC_TABLE);
