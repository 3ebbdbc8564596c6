# SPDX-License-Identifier: GPL-2.0
#
# What people type. What is built is in Kbuild, how it is tested in scripts/test.

KDIR ?= /lib/modules/$(shell uname -r)/build
MANDIR ?= /usr/local/share/man

.DEFAULT_GOAL := module
.PHONY: module install uninstall tool tool-install tool-uninstall deb demo sim core
.PHONY: quick check format test test-all mutants fuzz stress coverage clean help

module: $(KDIR) ## build the modules for the running kernel, or for KDIR=...
	$(MAKE) -C $(KDIR) M=$(CURDIR) modules

# Not built here: root would own what is built.
install: $(KDIR) ## install the modules for KDIR, below DESTDIR=... when given
	@KDIR='$(KDIR)' DESTDIR='$(DESTDIR)' MANDIR='$(MANDIR)' scripts/module-install install

uninstall: ## take away what "make install" installed
	@KDIR='$(KDIR)' DESTDIR='$(DESTDIR)' MANDIR='$(MANDIR)' scripts/module-install uninstall

tool: ## build the command sriovscope in build/tool; installs what that needs
	@scripts/tool

# Needs no kernel, and so is no part of "install"
tool-install: ## install the command and its manual page, below DESTDIR=... when given
	@DESTDIR='$(DESTDIR)' MANDIR='$(MANDIR)' scripts/tool-install install

tool-uninstall: ## take away what "make tool-install" installed
	@DESTDIR='$(DESTDIR)' MANDIR='$(MANDIR)' scripts/tool-install uninstall

deb: ## build the Debian packages of modules and command; installs what that needs
	@scripts/deb

demo: ## show VFs being enabled in a virtual machine
	@scripts/demo

sim: ## replay the devices of DUMPS="FILE..." in a virtual machine, with a shell
	@DUMPS='$(DUMPS)' scripts/sim

core: ## build the core as a library in user space, with gcc and with clang
	@scripts/core

quick: ## run the tests that need no kernel, in seconds. BIG_ENDIAN=1 for s390x
	@CC='$(if $(filter default,$(origin CC)),,$(CC))' BIG_ENDIAN='$(BIG_ENDIAN)' scripts/quick

check: ## hold the sources against the kernel's rules; installs what that needs
	@scripts/check

format: ## lay out the C sources as the kernel's clang-format style says
	@scripts/packages check
	@scripts/format

test: ## run all tests; installs what they need. KERNEL=6.1|6.12|latest picks one
	@KERNEL='$(KERNEL)' scripts/test

test-all: ## run all tests on every kernel, and print them as one table
	@KERNEL=all scripts/test

mutants: ## break the sources one at a time: a test must see each. MUTANTS='pf/*' picks some
	@scripts/packages test
	@$(if $(MUTANTS),,scripts/mutants-test)
	@MUTANTS='$(MUTANTS)' scripts/mutants

fuzz: ## run the core on 10,000,000 machines of any bytes. RUNS or FUZZ_SECONDS say how many
	@scripts/packages test
	@RUNS='$(RUNS)' FUZZ_SECONDS='$(FUZZ_SECONDS)' scripts/fuzz

stress: ## read and change PFs in all ways at once, for STRESS_SECONDS. KCSAN=1 for data races
	@STRESS_SECONDS='$(STRESS_SECONDS)' KCSAN='$(KCSAN)' scripts/stress

coverage: ## print which lines and branches of the modules the tests reach, in an hour
	@COVERAGE_BOOTS='$(COVERAGE_BOOTS)' scripts/coverage

# By name, so that it needs no kernel and cleans up after any KDIR
clean: ## remove what was built (the kernels in the cache stay)
	rm -rf build
	find . \( -name '*.o' -o -name '*.ko' -o -name '*.mod' -o -name '*.mod.c' \
		-o -name '.*.cmd' -o -name 'Module.symvers' \
		-o -name 'modules.order' \) -delete

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 16

# Only asked when it does not exist
$(KDIR):
	@echo "There are no kernel headers in $@: install the package linux-headers-$$(uname -r), or pass KDIR=<headers of a kernel>, as in: make KDIR=/usr/src/linux-headers-6.1.0-1-amd64" >&2
	@false
