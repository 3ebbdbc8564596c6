# shellcheck shell=dash
# Sourced by the suites that hold the file "preflight" against the kernel.

FORECAST=/tmp/forecast

keep_forecast() {
	cp "$DIR/preflight" $FORECAST
}

# What the list alone says of writing a number to sriov_numvfs
forecast() { # NUMBER ON: the VFs that are on
	awk -v number="$1" -v on="$2" '
		function value(key) {
			match($0, key ": [^,]*")
			return substr($0, RSTART + length(key) + 2, RLENGTH - length(key) - 2)
		}
		number == 0 || number == on { exit }
		/^  - / && value("max_vfs") != "unknown" && value("max_vfs") + 0 < number {
			errno = value("errno")
			exit
		}
		END { print errno ? errno : "success" }' $FORECAST
}

# One value of a constraint, of its detail without the quotes
constraint() { # NAME KEY
	sed -nE "/^  - \{name: $1, /{
		s/.* $2: \"(([^\"\\]|\\\\.)*)\".*/\1/p
		t
		s/.* $2: ([^,]*),.*/\1/p
	}" $FORECAST
}

outcome() { # NUMBER FILE: of writing it
	errno_name "$( (echo "$1" >"$2") 2>&1)"
}

# Every number of VFs that can be asked for, and one more
expect_as_forecast() { # FILE: what is written to
	on=$(cat "$PF/sriov_numvfs")
	keep_forecast
	for number in $(seq 0 $(($(key regs total_vfs) + 1))); do
		expect_eq "$number VFs where $on are on" \
			"$(forecast "$number" "$on")" "$(outcome "$number" "$1")"
		[ "$(cat "$PF/sriov_numvfs")" = "$on" ] || echo "$on" >"$1"
	done
}

expect_limit() { # CONSTRAINT NUMBER
	expect_eq limited_by "$1" "$(key preflight limited_by)"
	expect_eq max_vfs_now "$2" "$(key preflight max_vfs_now)"
}

# The least number that is refused says how far off the limit is.
expect_limit_is_exact() {
	keep_forecast
	limit=$(key preflight max_vfs_now)
	expect_eq "$limit VFs" success "$(outcome "$limit" "$PF/sriov_numvfs")"
	expect_eq "VFs that are on" "$limit" "$(vf_count)"
	echo 0 >"$PF/sriov_numvfs"
	expect_eq "$((limit + 1)) VFs" \
		"$(constraint "$(key preflight limited_by)" errno)" \
		"$(outcome $((limit + 1)) "$PF/sriov_numvfs")"
}

# sriovscope refuses one more by the forecast alone, without asking the PCI core.
expect_refused_by_forecast() {
	keep_forecast
	name=$(key preflight limited_by)
	cp "$DIR/regs" /tmp/before
	dmesg -c >/dev/null
	expect_eq "one more" "$(constraint "$name" errno)" \
		"$(outcome $(($(key preflight max_vfs_now) + 1)) "$DIR/numvfs")"
	detail=$(constraint "$name" detail)
	[ -n "$detail" ] || fail "$name has no detail"
	expect_has last_reason "$detail" "$(key status last_reason)"
	expect_eq regs "$(cat /tmp/before)" "$(cat "$DIR/regs")"
	dmesg >/tmp/after
	! grep -E "can't enable|not enough MMIO" /tmp/after ||
		fail "the PCI core was asked"
}
