# shellcheck shell=bash
# Sourced by what installs and uninstalls, behind lib.sh: $root is the folder below
# which that goes, empty for /, and $again what to type once more behind "make".
# shellcheck disable=SC2154 # $again is of who sources this

# From DESTDIR; kbuild works in another folder.
set_root() {
	root=$(realpath -m "${DESTDIR:-/}")
	root=${root%/}
}

# Asked beforehand, so that all is done or nothing, and since kbuild says it in many
# lines, or not at all.
check_writable() { # DIR
	local dir=$1

	until [[ -e $dir ]]; do
		dir=$(dirname "$dir")
	done
	[[ -d $dir && -w $dir ]] ||
		die "No permission to change $dir: type sudo make $again, or pass DESTDIR=<a folder of yours>"
}

remove() { # FILE...
	local file

	for file in "$@"; do
		[[ -e $file ]] || continue
		check_writable "$(dirname "$file")"
		say "  REMOVE  $file"
		rm "$file"
	done
}

remove_empty() { # DIR...
	local dir

	for dir in "$@"; do
		[[ ! -d $dir ]] || rmdir --ignore-fail-on-non-empty "$dir"
	done
}

# With the folders above it as long as they are empty, up to $root
remove_empty_above() { # DIR
	local dir=$1

	while [[ $dir != "$root" ]]; do
		remove_empty "$dir"
		dir=$(dirname "$dir")
	done
}
