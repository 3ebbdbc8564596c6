# shellcheck shell=bash disable=SC2034 # used by what sources it
# Sourced by the scripts of this repository: where things are, and how to talk.

set -euo pipefail

TOP=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=$TOP/build
CACHE=${SRIOVSCOPE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/sriovscope}

# depmod and modprobe are there, for users too.
PATH=$PATH:/usr/sbin:/sbin

# A python3 that comes first in PATH may lack Debian's python3-yaml.
PYTHON=${PYTHON:-/usr/bin/python3}

# Standard output is kept for what a script returns.
say() { printf '%s\n' "$*" >&2; }

die() {
	say "$*"
	exit 1
}

# Until this script ends, others that lock FILE wait.
lock() { # FILE
	mkdir -p "$(dirname "$1")"
	exec {lock_fd}>"$1"
	flock -n "$lock_fd" && return
	say "waiting for another run that has $1"
	flock "$lock_fd"
}

# From $TOP: dumps of real devices, where somebody has put them beside it
find_dumps() {
	if [[ -z ${SRIOVSCOPE_DUMPS:-} && -d ../shared/dumps ]]; then
		export SRIOVSCOPE_DUMPS=../shared/dumps
	fi
}

# The sources, and nothing that was built of them
copy_tree() { # DIR
	mkdir -p "$1"
	tar -C "$TOP" -c --exclude=./build --exclude=./.git --exclude='.*.d' . |
		tar -C "$1" -x
	make -s -C "$1" clean
}

# From the sources, so that a suite that is not linked is missed.
kunit_suites() { # TREE
	sed -n '/^static struct kunit_suite/,/^}/s/.*\.name = "\(.*\)".*/\1/p' \
		"$1"/kunit/*_test.c
}

# Into the cache, for who unpacks it: under another name until it is complete, so that
# half of it is never used.
download_deb() { # PACKAGE HINT
	local part=$CACHE/debs/part.$$

	compgen -G "$CACHE/debs/$1_*.deb" >/dev/null && return
	say "downloading $1"
	mkdir -p "$part"
	(cd "$part" && apt-get -qq -o APT::Sandbox::User=root download "$1" >&2) ||
		die "$1 cannot be downloaded. $2"
	mv "$part"/*.deb "$CACHE/debs/"
	rmdir "$part"
}

# Copies standard input to LOG, and says every 15 seconds how many lines with
# PATTERN there were: what is slow must be seen to go on.
progress() { # LABEL PATTERN LOG
	local count=0 line next=$((SECONDS + 15))

	while IFS= read -r line; do
		printf '%s\n' "$line" >>"$3"
		if [[ $line =~ $2 ]]; then
			count=$((count + 1))
		fi
		if ((SECONDS >= next)); then
			say "$1: $count after $SECONDS s"
			next=$((SECONDS + 15))
		fi
	done
}

# /dev/kvm may be there and not work, inside of another virtual machine say.
kvm_works() (
	exec 2>/dev/null
	[[ -w /dev/kvm ]] && echo quit |
		timeout 10 qemu-system-x86_64 -machine q35 -accel kvm -cpu host \
			-nodefaults -display none -S -monitor stdio >/dev/null
)

# Sets $machine to the options of QEMU that every guest has, and $clock to the
# parameters of its kernel that go with them: emulated, the TSC is that of this
# machine, and a guest that was kept from running while it measured it is wrong
# about the time from then on.
set_machine() {
	machine=(-machine q35 -smp 2 -m 512M -nodefaults -display none -no-reboot)
	clock=()
	if kvm_works; then
		machine+=(-accel kvm -cpu host)
	else
		machine+=(-accel 'tcg,thread=multi' -cpu qemu64)
		clock=(tsc=unstable)
	fi
}

# Sets $qemu to the command that starts it. FOLDER is where Debian's packages are
# unpacked, empty or "/" for this machine.
set_qemu() { # FOLDER
	local folder=${1%/}

	qemu=(qemu-system-x86_64)
	[[ -z $folder ]] || qemu=(
		env "LD_LIBRARY_PATH=$folder/usr/lib/x86_64-linux-gnu"
		"$folder/usr/bin/qemu-system-x86_64"
		-L "$folder/usr/share/qemu" -L "$folder/usr/share/seabios")
}
