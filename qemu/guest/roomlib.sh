# shellcheck shell=dash
# Sourced by the suites that hold preflight and room of random devices against the
# kernel, after forecast.sh; simlib.sh too, where they are simulated.

# PFs of which all VFs, some and none can be enabled
FOUND=/tmp/found

say_why() { # SEED WHAT
	echo "seed $1: $BDF: $2"
	cat "$DIR/preflight" "$DIR/room" "$DIR/regs" /proc/iomem
	dmesg | tail -n 60
	exit 1
}

# As many as it says and no more; how many there are is counted.
expect_forecast() { # SEED
	max=$(key preflight max_vfs_now)
	limit=$(key preflight limited_by)
	total=$(cat "$PF/sriov_totalvfs")
	[ "$max" -le "$total" ] || say_why "$1" "max_vfs_now is $max"
	if [ "$max" -lt "$total" ]; then
		got=$(outcome $((max + 1)) "$PF/sriov_numvfs")
		[ "$got" = ENOMEM ] || say_why "$1" "$((max + 1)) VFs, one too many: $got"
	fi
	if [ "$max" -gt 0 ]; then
		got=$(outcome "$max" "$PF/sriov_numvfs")
		[ "$got" = success ] || say_why "$1" "$max VFs: $got"
		[ "$(vf_count "$BDF")" = "$max" ] || say_why "$1" "VFs are missing"
	fi
	case $max in
	"$total") echo all ;;
	0) echo "none $limit" ;;
	*) echo "some $limit" ;;
	esac >>$FOUND
}

# The same from the tree of resources, with its own arithmetic: windows that are
# there with their sizes, what is right below them, and the largest gap.
expect_room_as_iomem() { # SEED
	awk -v "domain=$DOMAIN" -f /guest/iomem.awk /proc/iomem "$DIR/room" >/tmp/got ||
		say_why "$1" "room is not as /proc/iomem: $(cat /tmp/got)"
}

# One host bridge, live, with all that comes later. Fails when there are no addresses
# for it as long as others are there.
make_topology() { # SEED [LATECOMERS]: see room.awk
	awk -v "seed=$1" -v "name=$1" -v "sim=$SIM" -v "latecomers=${2:-}" \
		-f /guest/room.awk >/tmp/topology
	# shellcheck source=/dev/null
	. /tmp/topology
	case $(outcome 1 "$SIM/$1/live") in
	success) ;;
	ENOSPC) return 1 ;;
	*) fail "room_seed=$1 room_topologies=1: the host bridge did not come" ;;
	esac
	DOMAIN=$(cat "$SIM/$1/domain")
	late
	echo 1 >"/sys/class/pci_bus/$DOMAIN:00/rescan"
}

bind_pf() {
	echo pci-pf-stub >"$PF/driver_override"
	echo "$BDF" >/sys/bus/pci/drivers_probe
}
