/* SPDX-License-Identifier: GPL-2.0 */
/*
 * A machine with all that is looked at: a PF, the port above, VFs and another PF.
 */
#ifndef SRIOVSCOPE_FAULTS_MACHINE_H
#define SRIOVSCOPE_FAULTS_MACHINE_H

#include <kunit/test.h>

#include "fuzz/machine.h"
#include "check_fixture.h"

/**
 * faults_machine() - make a machine
 * @test: the test that it is for
 * @machine: zeroes, to be filled in
 * @ill: break what can be broken, else all is well
 */
void faults_machine(struct kunit *test, struct fuzz_machine *machine, bool ill);

#endif
