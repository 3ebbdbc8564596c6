# shellcheck shell=dash
# Sourced by the suites of a kernel that lets not everybody in.

SIG_ENFORCE=/sys/module/module/parameters/sig_enforce

enforce_signatures() {
	[ -e $SIG_ENFORCE ] || skip "the kernel knows no signatures"
	echo 1 >$SIG_ENFORCE
}

expect_refused_module() { # ERRNO REASON FILE
	dmesg -c >/dev/null
	message=$(insmod "$3" 2>&1) && fail "$3 was loaded"
	expect_eq "insmod $3" "$1" "$(errno_name "$message")"
	expect_has "the log" "$2" "$(dmesg)"
}

expect_files() {
	for file in ../devices events $FILES; do
		[ "$(stat -L -c %a "$DIR/$file")" = 444 ] || fail "$file is not for all"
		[ -n "$(cat "$DIR/$file")" ] || fail "$file is empty"
	done
}

expect_numvfs_closed() {
	message=$( (echo 1 >"$DIR/numvfs") 2>&1) || true
	expect_eq "writing numvfs" EPERM "$(errno_name "$message")"
	message=$(cat "$DIR/numvfs" 2>&1) || true
	expect_eq "reading numvfs" EPERM "$(errno_name "$message")"
	expect_has write_path lockdown "$(grep write_path "$DIR/status")"
}

expect_sysfs_open() {
	echo 2 >"$PF/sriov_numvfs"
	expect_eq VFs 2 "$(vf_count)"
	expect_files
}
