# shellcheck shell=dash disable=SC2153 # variables of lib.sh
# Sourced by the suites that ask why a VF cannot be used.

vf_at() { # NUMBER
	cell "$DIR/vfs" "$1" bdf
}

state_of() { # VF
	cell "$DIR/readiness" "$1" state
}

reason_of() { # VF
	sed -n "s/^$1 [^ ]* [^ ]* \"\(.*\)\"\$/\1/p" "$DIR/readiness"
}

# The command has the states without the module, if not all reasons.
expect_command_agrees() {
	cut -d ' ' -f 1-3 "$DIR/readiness" >/tmp/states
	sriovscope --from sysfs readiness "$BDF" | cut -d ' ' -f 1-3 | cmp /tmp/states - ||
		fail "$(cat /tmp/states; sriovscope --from sysfs readiness "$BDF" 2>&1)"
}

expect_why() { # VF STATE WORDS
	expect_eq "VF $1" "$2" "$(state_of "$1")"
	expect_has "VF $1" "$3" "$(reason_of "$1")"
	expect_command_agrees
}

# The module alone sees whether a VF's driver is at its probe, and an errno of reads.
expect_module_says() { # VF STATE WORDS
	expect_eq "VF $1" "$2" "$(state_of "$1")"
	expect_has "VF $1" "$3" "$(reason_of "$1")"
}

# What a VF that is ready says. One of QEMU's NVMe has no more interrupts before its
# PF gives it some.
# shellcheck disable=SC2034 # used by the suites
NVME_WELL='"MSI-X Table Size is 0, which is 1 interrupt'
WELL=-

expect_ready() { # VF...
	for number in "$@"; do
		case $(grep "^$number " "$DIR/readiness") in
		"$number $(vf_at "$number") ready $WELL"*) ;;
		*) fail "VF $number is not ready: $(cat "$DIR/readiness")" ;;
		esac
	done
}

expect_all_ready() { # NUMBER OF VFS
	expect_eq "VFs" "$1" "$(($(wc -l <"$DIR/readiness") - 1))"
	# shellcheck disable=SC2046 # a list
	expect_ready $(seq 0 $(($1 - 1)))
	sriovscope --from sysfs readiness "$BDF" | cmp "$DIR/readiness" - ||
		fail "$(sriovscope --from sysfs readiness "$BDF" 2>&1)"
}

# Types what a reason says, as it is printed: what is behind its first colon, or behind
# WORDS and a colon, up to the next semicolon
type_from() { # REASON [WORDS]
	told=${1#*"${2:-}: "}
	[ "$told" != "$1" ] || fail "nothing to type: $1"
	told=${told%%"; "*}
	eval "$told" || fail "$told"
}

do_as_told() { # VF [WORDS]
	type_from "$(reason_of "$1")" "${2:-}"
}

# A program that has a VF open, as a virtual machine has it; its number is $opener.
# shellcheck disable=SC2034 # used by the suites
open_vf() { # VF
	modprobe vfio_iommu_type1
	# A machine without interrupt remapping has no safe ones.
	echo 1 >/sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts
	opened=$(vf_at "$1")
	group=$(readlink "$DEVICES/$opened/iommu_group")
	rm -f /tmp/opened
	/bin/vfio-open "${group##*/}" "$opened" >/tmp/opened &
	opener=$!
	# Nobody waits for a guest that a failed test has left.
	trap 'kill $opener 2>/dev/null || true' EXIT
	# Before it is open, vfio resets it.
	wait_until grep -qs open /tmp/opened
}

has_state() { # VF STATE
	[ "$(state_of "$1")" = "$2" ]
}

# vfio resets what it lets go of.
close_vf() { # VF
	kill "$opener"
	wait_until has_state "$1" ready
}

give() { # VF DRIVER
	given=$(vf_at "$1")
	echo "$2" >"$DEVICES/$given/driver_override"
	echo "$given" >/sys/bus/pci/drivers_probe
	has_driver "$given" "$2" || fail "$given was not bound to $2"
}

# vfshare is a driver of tests, which takes any device.
load_vfshare() {
	is_loaded vfshare || insmod /modules/vfshare.ko
}

tell_vfshare() { # PARAMETER VALUE
	echo "$2" >"/sys/module/vfshare/parameters/$1"
}

give_all() { # NUMBER DRIVER
	for number in $(seq 0 $(($1 - 1))); do
		give "$number" "$2"
	done
}

# VFs whose driver uses them
vfs_in_use() { # NUMBER
	load_vfshare
	bind_and_allow
	echo "$1" >"$DIR/numvfs"
	give_all "$1" vfshare
}

# The same of a PF that vfshare has
vfs_of_vfshare() { # NUMBER
	load_vfshare
	bind_to vfshare
	setpci -s "$BDF" COMMAND=6:6
	echo "$1" >"$PF/sriov_numvfs"
	give_all "$1" vfshare
}

sleeps() { # BDF
	[ "$(cat "$DEVICES/$1/power/runtime_status")" = suspended ]
}

fall_asleep() { # BDF
	echo auto >"$DEVICES/$1/power/control"
	wait_until sleeps "$1"
}
