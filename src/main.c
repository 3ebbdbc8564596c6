// SPDX-License-Identifier: GPL-2.0
/*
 * sriovscope: see the SR-IOV state of every PF, and enable VFs behind a guard.
 */
#include <linux/module.h>
#include <linux/pci.h>

#include "debugfs/files.h"
#include "enable/enable.h"
#include "events/log.h"
#include "pf/pf.h"
#include "pf/watch.h"
#include "pf/witness.h"
#include "compat.h"

/* Texts are not broken, for grep. */
#define OBSERVE_HELP \
	"show every PF, whichever driver owns it; off: only PFs bound to sriovscope (default: on)"
#define ALLOW_ENABLE_HELP \
	"allow VFs of PFs bound to sriovscope to be enabled and disabled (default: off)"
#define IDS_HELP \
	"PFs to bind at load: vendor:device[:subvendor[:subdevice[:class[:class_mask]]]] in hex, separated by commas (default: none)"

#define EVENTS_HELP \
	"how many events of a PF are kept, of its registers, and of its VFs (default: 256)"

static bool observe = true;
module_param(observe, bool, 0444);
MODULE_PARM_DESC(observe, OBSERVE_HELP);

module_param_named(allow_enable, pf_enable_allowed, bool, 0644);
MODULE_PARM_DESC(allow_enable, ALLOW_ENABLE_HELP);

module_param_named(events, event_limit, uint, 0644);
MODULE_PARM_DESC(events, EVENTS_HELP);

static char *ids = "";
module_param(ids, charp, 0444);
MODULE_PARM_DESC(ids, IDS_HELP);

static const struct registry_listener listener = {
	.added = files_add_pf,
	.removed = files_remove_pf,
};

static int __init scope_init(void)
{
	int ret;

	files_start();
	ret = watch_start(observe, &listener);
	if (ret)
		goto stop_files;
	ret = pci_register_driver(&scope_driver);
	if (ret)
		goto stop_watch;
	driver_add_ids(ids);
	if (READ_ONCE(event_limit))
		witness_start();
	return 0;

stop_watch:
	watch_stop();
stop_files:
	files_stop();
	return ret;
}

static void __exit scope_exit(void)
{
	witness_stop();
	enable_stop();
	pci_unregister_driver(&scope_driver);
	watch_stop();
	files_stop();
}

module_init(scope_init);
module_exit(scope_exit);

MODULE_DESCRIPTION("Shows SR-IOV state, and enables VFs behind a guard");
MODULE_AUTHOR("The sriovscope founders");
MODULE_VERSION("0.1.0");
MODULE_LICENSE("GPL");
