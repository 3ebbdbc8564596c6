# shellcheck shell=dash disable=SC2086,SC2153 # paths of lib.sh
# Sourced by the suites in which operations meet locks that somebody else holds:
# operations in the background, and pcihold (see qemu/modules), which holds.

OPS=/tmp/ops

# OPERATION is a name, which says what is done with the PF that lib.sh has.
start_op() { # OPERATION
	mkdir -p $OPS
	case $1 in
	numvfs) write_value 2 "$DIR/numvfs" ;;
	disable) write_value 0 "$DIR/numvfs" ;;
	sriov_numvfs) write_value 2 "$PF/sriov_numvfs" ;;
	sriov_disable) write_value 0 "$PF/sriov_numvfs" ;;
	bind) write_value "$BDF" /sys/bus/pci/drivers_probe ;;
	unbind) write_value "$BDF" "$DRIVERS/sriovscope/unbind" ;;
	remove) write_value 1 "$PF/remove" ;;
	rescan) write_value 1 /sys/bus/pci/rescan ;;
	unload) rmmod sriovscope ;;
	reset) write_value 1 "$PF/reset" ;;
	reset_port) write_value 1 "$PF/../reset_subordinate" ;;
	devices) cat $SCOPE/devices ;;
	config_of_*) cat "$DEVICES/${1#config_of_}/config" ;;
	*) cat "$DIR/$1" ;;
	esac >"$OPS/$1.out" 2>"$OPS/$1.said" &
	echo $! >"$OPS/$1.pid"
}

# In the process that start_op knows
write_value() { # VALUE FILE
	echo "$1" >"$2"
}

# Errnos that are documented, of what was done while locks were held
documented_errnos() { # OPERATION
	case $1 in
	# The caller knows of ENODEV: a PF that goes meanwhile
	numvfs | disable | sriov_numvfs | sriov_disable) echo success EAGAIN ;;
	*) echo success ;;
	esac
}

# Sets $pid. With few processes: everything waits while locks are held.
find_op() { # OPERATION
	read -r pid <"$OPS/$1.pid"
}

op_ended() { # OPERATION
	find_op "$1"
	# What has ended stays as a zombie until somebody waits.
	read -r _ _ state _ 2>/dev/null <"/proc/$pid/stat" || return 0
	[ "$state" = Z ]
}

op_is_in() { # OPERATION FUNCTION
	find_op "$1"
	grep -qsF "$2+" "/proc/$pid/stack"
}

# Ended, or asleep at one place for as long as it takes to look twice
op_settled() { # OPERATION
	! op_ended "$1" || return 0
	before=$(cat "/proc/$pid/status" "/proc/$pid/stack" 2>/dev/null)
	case $before in
	*"(disk sleep)"* | *"(sleeping)"*) ;;
	*) return 1 ;;
	esac
	usleep 100000
	[ "$before" = "$(cat "/proc/$pid/status" "/proc/$pid/stack" 2>/dev/null)" ]
}

all_ended() { # OPERATION...
	for operation in "$@"; do
		op_ended "$operation" || return
	done
}

say_ops() { # OPERATION...
	for operation in "$@"; do
		if op_ended "$operation"; then
			echo "$operation: ended"
		else
			echo "$operation:"
			say_stack "$pid"
		fi
	done
}

op_errno() { # OPERATION
	errno_name "$(cat "$OPS/$1.said")"
}

expect_documented() { # OPERATION [ERRNO...]
	operation=$1
	shift
	errno=$(op_errno "$operation")
	case " $(documented_errnos "$operation") $* " in
	*" $errno "*) ;;
	*) fail "$operation: $errno" ;;
	esac
}

holds() { # "HELD of ASKED"
	read -r held <$HOLD/state
	[ "$held" = "$1" ]
}

# A lock that nobody else has. From here on waits are no mistake; see lib.sh.
hold() { # LOCK
	: >$HELD
	echo "$1" >$HOLD/take
	wait_until holds "1 of 1"
}

let_go() {
	echo 1 >$HOLD/release
	wait_until holds "0 of 0"
	rm -f $HELD
}

thread_of_pcihold() {
	for comm in /proc/[0-9]*/comm; do
		pid=${comm#/proc/}
		! grep -qsx 'pcihold' "$comm" || echo "${pid%/comm}"
	done
}

# Says who waits where, and undoes the knot as far as this can be done.
locked_up() { # WHAT OPERATION...
	echo "$1"
	shift
	say_stack "$(thread_of_pcihold)"
	say_ops "$@"
	let_go
	wait_until all_ended "$@"
	exit 1
}

uptime_now() { # sets $now, in seconds
	read -r now _ </proc/uptime
	now=${now%.*}
}

is_soon() { # COMMAND...: within 5 seconds
	uptime_now
	latest=$((now + 5))
	until "$@"; do
		uptime_now
		[ "$now" -le $latest ] || return
		usleep 50000
	done
}

start_and_settle() { # OPERATION...
	for operation in "$@"; do
		start_op "$operation"
	done
	for operation in "$@"; do
		wait_until op_settled "$operation"
	done
}

# A device that was removed has no lock that anybody wants.
is_absent() { # LOCK
	[ "$1" != rescan ] && [ ! -e "$DEVICES/$1" ]
}

# FIRST and SECOND are locked, as the reset of a bus locks them. The operations
# start in between, the last one when the others have ended or wait for something,
# and it too before SECOND's turn. Who waits for FIRST must not hold what SECOND
# needs.
lock_around() { # FIRST SECOND LAST [OPERATION...]
	first=$1
	second=$2
	last=$3
	shift 3
	hold "$first"
	start_and_settle "$@"
	start_and_settle "$last"
	set -- "$@" "$last"
	echo "Between the locks of $first and $second:"
	say_ops "$@"
	is_absent "$second" || echo "$second" >$HOLD/take
	is_absent "$second" || is_soon holds "2 of 2" ||
		locked_up "the lock of $second is never free while that of $first is held" "$@"
	let_go
	is_soon all_ended "$@" ||
		locked_up "not all ended after the locks were let go of" "$@"
	expect_rescan
}

expect_rescan() {
	start_op rescan
	is_soon all_ended rescan ||
		locked_up "/sys/bus/pci/rescan hangs" rescan
	expect_eq "rescan" success "$(op_errno rescan)"
}
