# shellcheck shell=dash
# Sourced by the suites that hold the command sriovscope against the module.

TEXTS="check preflight regs caps bars vfs room"

# Drops the lines of some constraints, and what is made of them.
without() { # FILE NAME...
	file=$1
	shift
	[ $# -gt 0 ] || {
		cat "$file"
		return
	}
	pattern=$(echo "$*" | tr ' ' '|')
	grep -vE "\{name: ($pattern)," "$file" |
		sed 's/^max_vfs_now: .*/max_vfs_now: -/; s/^limited_by: .*/limited_by: -/'
}

# Which constraints of preflight sysfs cannot tell all of
unknown_to_sysfs() { # FILE
	sed -n 's/.*{name: \([a-z0-9_]*\),.*unknown: .*(sysfs does not say).*/\1/p' "$1" |
		xargs
}

# Prints what it said, and how it ended.
say_all() { # FROM FILE
	sriovscope --from "$1" "$2" "$BDF" 2>&1
	echo "exit status $?"
}

# Of a host bridge sysfs knows no bus numbers, and does know who else has parts of its
# windows; the module guesses. Without what differs.
room_alike() {
	sed -E 's/^([0-9]+ pci[^ ]* bus) .*/\1/
		s/^([0-9]+ pci[^ ]* mem [^ ]* [^ ]*) .*/\1/
		s/(has )at most (0x)/\1\2/' "$1"
}

# A file that is not there for this device is for neither of them.
expect_same_text() { # FILE [UNKNOWN...]: constraints that sysfs cannot tell
	file=$1
	shift
	say_all debugfs "$file" >/tmp/debugfs
	if cat "$DIR/$file" >/tmp/module 2>/dev/null; then
		grep -v '^exit status' /tmp/debugfs >/tmp/said
		cmp /tmp/module /tmp/said || fail "$file: not what the module says"
	fi
	say_all sysfs "$file" >/tmp/sysfs
	expect_eq "$file: what sysfs does not say; $(grep -h 'assigned none' /tmp/debugfs /tmp/sysfs)" \
		"$*" "$(unknown_to_sysfs /tmp/sysfs)"
	room_alike /tmp/debugfs >/tmp/debugfs.alike
	room_alike /tmp/sysfs >/tmp/sysfs.alike
	without /tmp/debugfs.alike "$@" >/tmp/expected
	without /tmp/sysfs.alike "$@" >/tmp/got
	[ $# = 0 ] || {
		sed -i '/^exit status/d' /tmp/expected /tmp/got
	}
	cmp /tmp/expected /tmp/got || {
		echo "$file:"
		diff /tmp/expected /tmp/got
		exit 1
	}
}

expect_same() { # [UNKNOWN...]
	for text in $TEXTS; do
		if [ "$text" = preflight ]; then
			expect_same_text preflight "$@"
		else
			expect_same_text "$text"
		fi
	done
}

# Of the list of all PFs, all but what preflight does not know
expect_same_list() {
	for from in debugfs sysfs; do
		sriovscope --json --from $from list >/tmp/list || [ $? = 1 ] ||
			fail "$from: no list"
		grep -q '"bdf"' /tmp/list || fail "$from: no PF"
		cp /tmp/list "/handed/list-$(find /handed -type f | wc -l).json"
		grep -vE '"(source|max_vfs_now|limited_by)":|assigned none' /tmp/list >/tmp/list.$from
	done
	cmp /tmp/list.debugfs /tmp/list.sysfs || {
		diff /tmp/list.debugfs /tmp/list.sysfs
		exit 1
	}
}

# Reads the module's text, then that of the dump. A line of "check" or "preflight" is
# found by its name, and unknown as a whole, but for the sizes of a VF BAR; else cells
# are, and remarks are passed over: they are about a cell.
# shellcheck disable=SC2016 # awk's
known_cells='
function name() {
	if (/^  - [{]name: /)
		return $3
	if (/^  - [{]vf_bar: /)
		return $3 $5
	if (/^(PASS|WARN|FAIL|SKIP) /)
		return $2
	return $1
}

/^#/ || /^(max_vfs_now|limited_by): / { next }
{ sub(/  # .*/, "") }
/^  - [{]vf_bar: / { gsub(/[,}]/, "") }
NR == FNR {
	module[name()] = $0
	missing[name()] = 1
	next
}
{ delete missing[name()] }
/unknown: .*[(]a dump does not say[)]/ { next }
{
	count = split(module[name()], cells, " ")
	for (i = 1; i <= NF && i <= count; i++)
		if ($i != "unknown" && $i != cells[i])
			break
	if (i <= NF || NF != count)
		print "got: " $0 ", the module: " module[name()]
}
END {
	for (one in missing)
		if (whole)
			print "nothing of: " one
}'

# What the command makes of a dump of the PF, against the module: it has less, says
# so, and what it does say is the same.
expect_same_from_dump() {
	cat "$DIR/config" >/tmp/dumped
	for text in $TEXTS; do
		status=0
		sriovscope --from /tmp/dumped "$text" "$BDF" >/tmp/dumped.said \
			2>/tmp/dumped.err || status=$?
		[ $status = 0 ] || [ $status = 1 ] || [ $status = 3 ] ||
			fail "$text of a dump: exit status $status"
		cat "$DIR/$text" >/tmp/module 2>/dev/null || {
			[ -s /tmp/dumped.err ] || fail "$text: only the module says no"
			continue
		}
		# Which VF BARs there are, the module has of the kernel, too; and who is
		# above, a dump does not know at all.
		case $text in
		bars | preflight | room) whole=0 ;;
		*) whole=1 ;;
		esac
		awk -v whole=$whole "$known_cells" /tmp/module /tmp/dumped.said >/tmp/other
		[ ! -s /tmp/other ] || fail "$text of a dump: $(cat /tmp/other)"
	done
}
