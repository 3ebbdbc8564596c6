# shellcheck shell=bash
# Sourced after parts.sh by test and coverage: which boots there are, and how one runs.

# A boot has a name, the kernels that it is for (both: Debian's and those with
# sanitizers; changed: those with a patch of qemu/kernel), judges, options of
# qemu/boot, and suites: files of qemu/guest that report under their own names.
# Suites share a boot where most of its time goes by waiting for VFs.
boots() {
	cat <<-'END'
		sim-devices|both|verdict|-l 1500|sim_devices sim_ports sim_readiness sim_lies
		kunit|sanitized|kunit_verdict|-l 900 -p kmemleak=on|kunit leaks
		faults|sanitized|verdict|-l 1500 -p kmemleak=on|faults leaks
		events|both|verdict|-i -u -l 900|events
		changing|both|verdict|-l 900|refusals leaving loading lockdown
		bad-input|both|verdict|-l 900|bad_input
		looking|both|verdict contract|-i -l 900|files owners enable check preflight readiness
		addresses|debian|verdict|-l 900|addresses
		honest|both|verdict|-i -l 900|vfio honest sim_costs
		read-faults|debian|verdict|-w -l 1500|read_faults
		stress|sanitized|verdict|-u -l 2400 -p kmemleak=on|stress leaks
		reset|both|verdict|-l 1500|reset
		rescan-lock|changed|verdict|-l 900|enable refusals loading leaving rescan_lock
		sim-many|debian|verdict|-l 1500|sim_many
		sim|debian|verdict|-l 1500|sim_contract sim_semantics
		sim-rules|debian|verdict|-l 1500|sim_rules sim_chains
		replay|debian|verdict|-l 1500|replay
		tool|debian|verdict schema|-i -l 1500|watch tool
		report|both|verdict|-l 600|report
		igb|debian|verdict|-l 600 -g @igb|igb
		readiness-igb|debian|verdict contract|-i -l 600 -g @igb|readiness_igb
		narrow|debian|verdict contract|-i -n|narrow
		cured|debian|verdict|-i -n -p pci=realloc,assign-busses|cured
		room-ports|debian|verdict|-r @seed|room_ports
		room|debian|verdict|-l 1500 -p room_topologies=300|room
		room-few|sanitized|verdict|-l 900 -p room_topologies=20|room
		room-cures|debian|verdict|-l 1500 -p room_cures=40|room_cures
		room-cures-few|sanitized|verdict|-l 900 -p room_cures=4|room_cures
		no-debugfs|debian|verdict|-p debugfs=off|nodebugfs
		no-mount|debian|verdict|-p debugfs=no-mount|nodebugfs
	END
}

is_for() { # BOOT'S KERNELS, KIND
	case $2 in
	changed) [[ $1 == changed ]] ;;
	alone) [[ $1 != changed ]] ;;
	*) [[ $1 == both || $1 == "$2" ]] ;;
	esac
}

kunit_verdict() { # NAME SUITE...
	local suites

	mapfile -t suites < <(kunit_suites .)
	verdict "$@" "${suites[@]}"
}

run_boot() { # NAME KERNEL KIND JUDGES OPTIONS SUITES
	local name=$1 kernel=$2 judge options suites

	options=${5/@igb/$qemu_igb}
	read -ra options <<<"${options/@seed/${SEED:-0}}"
	read -ra suites <<<"$6"
	if [[ $5 == *@igb* && -z $qemu_igb ]]; then
		echo "$name: SKIPPED: there is no QEMU with igb, see above"
		echo "$name: 0 passed, 0 failed, 1 skipped"
		return
	fi
	# Tracking every allocation takes more time than all else.
	[[ $3 == debian || $5 == *kmemleak=* ]] || options+=(-p kmemleak=off)
	[[ -z ${SEED:-} ]] || options+=(-p "room_seed=$SEED")
	boot "$kernel" "$name" "${options[@]}" -- "${suites[@]}"
	for judge in $4; do
		"$judge" "$name" "${suites[@]}"
	done
}
