# shellcheck shell=dash
# Sourced by the suites that ask who did what.

MEDDLER=/tmp/meddler

# A process with a name of its own does it; sets $pid.
# shellcheck disable=SC2034 # used by the suites
meddle() { # COMMAND
	cat >$MEDDLER <<-'END'
		#!/bin/sh
		echo $$ >/tmp/meddler.pid
		eval "$1"
	END
	chmod +x $MEDDLER
	$MEDDLER "$1"
	pid=$(cat /tmp/meddler.pid)
}

# The last row of a kind, without its time
last_event() { # WHAT
	awk -v what="$1" '$2 == what { $1 = ""; row = $0 } END { print substr(row, 2) }' \
		"$DIR/events"
}

expect_event() { # WHAT BEFORE AFTER PID COMM [VIA [VF]]
	expect_eq "the last $1" "$1 $2 $3 $4 $5 ${7:--} ${6:--}" "$(last_event "$1")"
}

is_noted() { # WHAT BEFORE AFTER
	case $(last_event "$1") in
	"$1 $2 $3 "*) ;;
	*) return 1 ;;
	esac
}

# Without probes in the kernel nobody sees who writes a register.
has_witness() {
	grep -q ' pci_user_write_config_word.*FTRACE' /sys/kernel/debug/kprobes/list 2>/dev/null
}

skip_without_witness() {
	has_witness || skip "the kernel has no probes at the beginning of functions"
}
