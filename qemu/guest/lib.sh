# shellcheck shell=dash
# Sourced by the suites in the guest. A suite is a file of functions test_*; each
# runs in a shell of its own with "set -e", starts and ends with all PFs unbound,
# without VFs and without driver_override, and the module loaded as users load it.

# shellcheck disable=SC2034 # used by the suites
DEVICES=/sys/bus/pci/devices
BDF=0000:01:00.0
PF=$DEVICES/$BDF
DRIVERS=/sys/bus/pci/drivers
SCOPE=/sys/kernel/debug/sriovscope
DIR=$SCOPE/$BDF
FILES="regs caps bars vfs config status check preflight room readiness"
PARAMETERS=/sys/module/sriovscope/parameters
SIM=/sys/kernel/config/sriovsim
LOG=/tmp/test.log
RUNNING=/tmp/running
SKIPPED=/tmp/skipped
HELD=/tmp/held
HOLD=/sys/kernel/debug/pcihold

fail() {
	echo "$*"
	exit 1
}

# A check that cannot run here
skip() { # WHY
	echo "$*" >$SKIPPED
	exit 0
}

expect_eq() { # WHAT EXPECTED GOT
	[ "$2" = "$3" ] && return
	echo "$1"
	echo "expected: $2"
	echo "got:      $3"
	exit 1
}

expect_has() { # WHAT PART GOT
	case $3 in
	*"$2"*) return ;;
	esac
	echo "$1"
	echo "expected: ...$2..."
	echo "got:      $3"
	exit 1
}

errno_name() { # the message of a command that failed
	case $1 in
	*"Operation not permitted"*) echo EPERM ;;
	*"Permission denied"*) echo EACCES ;;
	*"Invalid argument"*) echo EINVAL ;;
	*"Numerical result out of range"*) echo ERANGE ;;
	*"Device or resource busy"*) echo EBUSY ;;
	*"Resource temporarily unavailable"*) echo EAGAIN ;;
	*"No such device"*) echo ENODEV ;;
	*"No such file or directory"*) echo ENOENT ;;
	*"Input/output error"*) echo EIO ;;
	*"Cannot allocate memory"*) echo ENOMEM ;;
	*"No space left on device"*) echo ENOSPC ;;
	*"Function not implemented"*) echo ENOSYS ;;
	*"nonexistent directory"* | *": no such file"*) echo ENOENT ;;
	*"Required key not available"*) echo ENOKEY ;;
	*"Key was rejected by service"*) echo EKEYREJECTED ;;
	*"Inappropriate ioctl for device"*) echo ENOTTY ;;
	"") echo success ;;
	*) echo "$1" ;;
	esac
}

# Waits for a condition that comes by itself; gives up after about 10 seconds.
wait_until() { # COMMAND...
	tries=500
	until "$@"; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || fail "waited in vain for: $*"
		usleep 20000
	done
}

driver_of() { # BDF
	link=$(readlink "$DEVICES/$1/driver") || link=-
	echo "${link##*/}"
}

has_driver() { # BDF DRIVER
	[ "$DEVICES/$1/driver" -ef "$DRIVERS/$2" ]
}

vf_count() { # [BDF]
	set -- "$DEVICES/${1:-$BDF}"/virtfn*
	[ -e "$1" ] || shift
	echo $#
}

# One value of a file of keys, without its remark
key() { # FILE KEY
	sed -n "/^$2: /{s/  # .*//;s/^$2: //p;q}" "$DIR/$1"
}

# One field of a table's row, found by the first column and the column's name
cell() { # FILE ROW COLUMN
	awk -v row="$2" -v column="$3" '
		NR == 1 { for (i = 2; i <= NF; i++) if ($i == column) at = i - 1 }
		NR > 1 && $1 == row { print $at }' "$1"
}

bind_to() { # DRIVER
	echo "$1" >"$PF/driver_override"
	echo $BDF >/sys/bus/pci/drivers_probe
	has_driver $BDF "$1" || fail "$BDF was not bound to $1"
}

bind() {
	bind_to sriovscope
}

bind_pf_stub() {
	modprobe pci-pf-stub
	bind_to pci-pf-stub
}

allow() {
	echo 1 >$PARAMETERS/allow_enable
}

bind_and_allow() {
	bind
	allow
}

first_vf_went() {
	[ ! -e "$PF/virtfn0" ]
}

# The PCI core removes the VFs, and then waits a second: from the first VF's
# leaving on there is time enough to meet it.
start_disabling() { # FILE
	bind_and_allow
	echo 2 >"$DIR/numvfs"
	dmesg -c >/dev/null
	(echo 0 >"$1") 2>/tmp/disabling &
	disabling=$!
	wait_until first_vf_went
}

# A line in the kernel's log, between those of the kernel
log_mark() { # TEXT
	echo "test: $1" >/dev/kmsg
}

# What start_disabling began was not over when TEXT was marked, and went well.
expect_disabled_after() { # TEXT
	wait "$disabling" || fail "disabling: $(cat /tmp/disabling)"
	order=$(dmesg | sed -n "s/.*test: $1\$/mark/p; s/.*2 VFs disabled\$/end/p" | tr '\n' ' ')
	expect_eq "the order of beginning it and of the end of disabling" \
		"mark end " "$order"
}

# How much was tried, shown with the sum of all tests
figure() { # TEXT
	log_mark "figure: ${0##*/}: $1"
}

is_loaded() {
	[ -e "/sys/module/$1" ]
}

unbind() { # [BDF]
	set -- "${1:-$BDF}"
	[ ! -e "$DEVICES/$1/driver" ] || echo "$1" >"$DEVICES/$1/driver/unbind"
}

reset_pf() { # BDF
	has_driver "$1" sriovscope || echo 0 >"$DEVICES/$1/sriov_numvfs"
	unbind "$1"
	echo >"$DEVICES/$1/driver_override"
	echo 1 >"$DEVICES/$1/sriov_drivers_autoprobe"
	expect_eq "VFs of $1 that are left" 0 "$(vf_count "$1")"
}

# What sriovsim simulates
take_all_away() {
	for bridge in "$SIM"/*/; do
		[ -d "$bridge" ] || continue
		echo 0 >"$bridge/live"
		for function in "$bridge"*/; do
			[ ! -d "$function" ] || rmdir "$function"
		done
		rmdir "$bridge"
	done
}

# Back to where every test starts, whatever the last one left
reset() {
	[ ! -e $HOLD ] || echo 1 >$HOLD/release
	rm -f $HELD
	take_all_away
	[ -e "$PF" ] || echo 1 >/sys/bus/pci/rescan
	for file in "$DEVICES"/*/sriov_numvfs; do
		file=${file%/*}
		reset_pf "${file##*/}"
	done
	for module in nvme pci_pf_stub pci_stub vfshare sriovscope; do
		! is_loaded $module || rmmod $module
	done
	insmod /modules/sriovscope.ko
}

# One record of the kernel's log per line
say_lines() { # PREFIX FILE
	while IFS= read -r line; do
		echo "$1$line"
	done <"$2"
}

load_pcihold() {
	is_loaded pcihold || insmod /modules/pcihold.ko
}

say_stack() { # PID
	echo "$1 $(tr '\0' ' ' <"/proc/$1/cmdline") $(grep State "/proc/$1/status")"
	sed 's/^/  /' "/proc/$1/stack"
}

# All that nobody can interrupt, as "PID how-often-it-has-waited"
list_waits() {
	grep -sE '^(State|voluntary_ctxt_switches):' /proc/[0-9]*/status |
		sed 's|^/proc/||; s|/status:| |' |
		awk '/State:/ { uninterruptible = $3 == "D" }
			/voluntary/ && uninterruptible { print $1, $3 }'
}

# A wait is without an end when it is the same after 20 seconds: what holds a lock
# here never takes that long. The kernel's own check comes later, and says less.
list_stuck() {
	list_waits >/tmp/waits
	sort /tmp/waits /tmp/waits.1 /tmp/waits.2 | uniq -c |
		awk '$1 == 3 { print $2 }'
	mv /tmp/waits.1 /tmp/waits.2
	mv /tmp/waits /tmp/waits.1
}

# Nothing can be tested after that, and the machine would wait for the locked
# devices before it is off.
end_of_boot() { # NUMBER_AND_NAME PID...
	test=$1
	shift
	say_lines "    # " $LOG
	for pid in "$@"; do
		say_stack "$pid"
	done >/tmp/stacks
	say_lines "    " /tmp/stacks
	echo "    not ok ${test% *} ${test#* test_} # locked up"
	for next in $tests; do
		if [ -n "$found" ]; then
			number=$((number + 1))
			echo "    not ok $number ${next#test_} # not run: all is locked up"
		elif [ "$next" = "${test#* }" ]; then
			found=yes
			number=${test% *}
		fi
	done
	echo "not ok 1 $suite"
	load_pcihold
	echo 1 >$HOLD/restart
}

# In the background: a test that never ends is reported too.
watch() {
	found=
	: >/tmp/waits.1
	: >/tmp/waits.2
	while sleep 10; do
		# Where pcihold has a lock, the suite itself says what hangs.
		[ ! -e $HELD ] || continue
		stuck=$(list_stuck)
		# shellcheck disable=SC2086 # a list
		[ -z "$stuck" ] || end_of_boot "$(cat $RUNNING)" $stuck
	done
}

# Where a device is removed, the PCI core has the rescan lock; a kernel that takes
# it again where VFs go locks up with each driver that disables its VFs then.
skip_what_locks_up() { # TEST
	case $suite:$1:$(uname -r) in
	leaving:test_hot_removal*:*-rescan-in-core) skip "this kernel locks up by itself" ;;
	esac
}

run_test() { # NUMBER NAME
	echo "$1 $2" >$RUNNING
	rm -f $SKIPPED
	(
		set -e
		skip_what_locks_up "$2"
		"$2"
	) >$LOG 2>&1
	status=$?
	(
		set -e
		reset
	) >>$LOG 2>&1 || status=1
	if [ $status = 0 ]; then
		echo "    ok $1 ${2#test_}$([ ! -e $SKIPPED ] || echo " # SKIP $(cat $SKIPPED)")"
	else
		say_lines "    # " $LOG
		echo "    not ok $1 ${2#test_}"
		return 1
	fi
}

run_tests() { # TEST...
	suite=${0##*/}
	tests=$*
	number=0
	outcome=ok
	echo "KTAP version 1"
	echo "1..1"
	echo "    KTAP version 1"
	echo "    # Subtest: $suite"
	echo "    1..$(echo "$tests" | wc -w)"
	reset
	watch &
	watcher=$!
	for test in $tests; do
		number=$((number + 1))
		run_test $number "$test" || outcome="not ok"
	done
	kill $watcher
	wait $watcher 2>/dev/null
	rmmod sriovscope
	echo "$outcome 1 $suite"
}

# Runs the functions test_* of the file that sourced this, in their order; with
# "only=test_NAME" on the kernel's command line that one, where it is.
run_suite() {
	tests=$(sed -n 's/^\(test_[a-z0-9_]*\)().*/\1/p' "$0")
	! echo "$tests" | grep -qx "${only:-none}" || tests=$only
	# shellcheck disable=SC2086 # names
	run_tests $tests
}
