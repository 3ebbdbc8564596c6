/* SPDX-License-Identifier: GPL-2.0 */
/*
 * The capabilities that are known here, each by its table.
 */
#ifndef SRIOVSCOPE_CAPABILITIES_H
#define SRIOVSCOPE_CAPABILITIES_H

#include <sriovscope/caps/acs.h>
#include <sriovscope/caps/aer.h>
#include <sriovscope/caps/ari.h>
#include <sriovscope/caps/ats.h>
#include <sriovscope/caps/dev3.h>
#include <sriovscope/caps/dsn.h>
#include <sriovscope/caps/dvsec.h>
#include <sriovscope/caps/ea.h>
#include <sriovscope/caps/header.h>
#include <sriovscope/caps/ide.h>
#include <sriovscope/caps/ltr.h>
#include <sriovscope/caps/msi.h>
#include <sriovscope/caps/msix.h>
#include <sriovscope/caps/pasid.h>
#include <sriovscope/caps/pcie.h>
#include <sriovscope/caps/pm.h>
#include <sriovscope/caps/pri.h>
#include <sriovscope/caps/rebar.h>
#include <sriovscope/caps/sriov.h>
#include <sriovscope/caps/tph.h>
#include <sriovscope/caps/vf_rebar.h>
#include <sriovscope/caps/vpd.h>

#endif
