# shellcheck shell=bash
# Sourced after lib.sh by check and test: runs many parts side by side, adds up
# what came of them, and has the parts that both have.

logs=${logs:-$BUILD/${0##*/}}
table=$logs/table

# At the same time: what boots mostly waits.
jobs=$((2 * $(nproc)))

rm -rf "$logs"
mkdir -p "$logs"

# Runs one part: what it says on standard output is kept, and shown when it
# failed. Its lines "<name>: N passed, N failed, N skipped" are what counts.
part() { # NAME COMMAND...
	local name=$1 log=$logs/$1 start=$SECONDS status=0
	shift
	set +e
	(
		set -e
		"$@"
	) >"$log"
	status=$?
	set -e
	if ((status)) && ! grep -Eq ', [1-9][0-9]* failed' "$log"; then
		echo "$name: 0 passed, 1 failed, 0 skipped" >>"$log"
	fi
	if ((status)); then cat "$log"; else grep " passed, " "$log"; fi >&2
	printf '%6d s  %s\n' $((SECONDS - start)) "$name" >>"$table"
}

# In the background, when one of $jobs is free
start() { # NAME COMMAND...
	while (($(jobs -rp | wc -l) >= jobs)); do
		wait -n || true
	done
	part "$@" &
}

any_failed() {
	grep -Eqs ', [1-9][0-9]* failed' "$logs"/*
}

# "PASSED FAILED SKIPPED" of all parts
totals() {
	cat "$logs"/* | awk '
		match($0, /[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$/) {
			split(substr($0, RSTART), n, /[^0-9]+/)
			passed += n[1]; failed += n[2]; skipped += n[3]
		}
		END { print passed + 0, failed + 0, skipped + 0 }'
}

# What failed, once more: where much is said the end is what is seen.
say_failed() {
	local log

	for log in "$logs"/*; do
		grep -Eq ', [1-9][0-9]* failed' "$log" || continue
		echo "FAILED: ${log##*/}"
		grep -E 'FAILED|^# ' "$log" | head -n 8 | sed 's/^/  /'
	done
}

# What was counted, for who asks how much was tried
say_figures() {
	grep -hE '^[^ ]+: figure: ' "$logs"/* || true
}

sum_up() { # LABEL
	local passed failed skipped

	read -r passed failed skipped < <(totals)
	say_figures
	echo "Where the time went (what is side by side overlaps):"
	cat "$table"
	printf '%6d s  all\n' "$SECONDS"
	say_failed
	if ((skipped)); then
		echo "$1$passed passed, $failed failed, $skipped skipped"
	else
		echo "$1$passed passed, $failed failed"
	fi
	((failed == 0 && passed > 0))
}

build_for() { # KERNEL [ARGUMENT OF MAKE]...
	local release

	release=$(cat "$1/release")
	scripts/module-build "$1" "$BUILD/$release" "${@:2}"
	scripts/module-build -g "$1" "$BUILD/$release-guest"
	qemu/initramfs "$1" "$BUILD/$release.initramfs" \
		"$BUILD/$release"/*.ko "$BUILD/$release-guest"/*.ko
	echo "build for $release without a warning: 1 passed, 0 failed, 0 skipped"
}

boot() { # KERNEL NAME OPTION... -- SUITE...
	local kernel=$1 dir=$BUILD/boot/$2 options=()

	shift 2
	while [[ $1 != -- ]]; do
		options+=("$1")
		shift
	done
	shift
	qemu/boot "${options[@]}" "$kernel" \
		"$BUILD/$(cat "$kernel/release").initramfs" "$dir" "$@"
}

verdict() { # NAME SUITE...
	local name=$1
	shift
	"$PYTHON" qemu/verdict "$(scripts/kernel-source)" "$BUILD/boot/$name" "$@"
}

contract() { # NAME
	"$PYTHON" qemu/contract "$BUILD/boot/$1/handed"
}

schema() { # NAME
	"$PYTHON" qemu/schema "$BUILD/boot/$1/handed"
}

# Parts "KERNEL:NAME" as a table, kernels down, names across
show_matrix() {
	awk '
		FNR == 1 {
			part = FILENAME
			sub(/.*\//, "", part)
			split(part, at, ":")
			if (part !~ /:/) nextfile
			if (!(at[1] in rows)) { rows[at[1]]; row[++nrow] = at[1] }
			if (!(at[2] in columns)) { columns[at[2]]; column[++ncolumn] = at[2] }
		}
		match($0, /[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$/) {
			split(substr($0, RSTART), n, /[^0-9]+/)
			passed[part] += n[1]; failed[part] += n[2]; skipped[part] += n[3]
		}
		END {
			if (!nrow) exit
			printf "%-22s", "kernel"
			for (c = 1; c <= ncolumn; c++) printf " %12s", column[c]
			print ""
			for (r = 1; r <= nrow; r++) {
				printf "%-22s", row[r]
				for (c = 1; c <= ncolumn; c++) {
					part = row[r] ":" column[c]
					cell = part in passed ? passed[part] : "-"
					if (failed[part]) cell = cell " FAIL " failed[part]
					if (skipped[part]) cell = cell " skip " skipped[part]
					printf " %12s", cell
				}
				print ""
			}
		}' "$logs"/*:* 2>/dev/null || true
}
