# shellcheck shell=dash
# Sourced by the suites that simulate devices: images, bridges, functions.

IMAGE=/tmp/image
BASE=/tmp/base

# Where the capabilities of the image are
PM_AT=0x40
PCIE_AT=0x50
SRIOV_AT=0x160

# Types of ports
# shellcheck disable=SC2034 # used by the suites
{
	ROOT_PORT=4
	UPSTREAM_PORT=5
	DOWNSTREAM_PORT=6
}

put_escaped() { # OFFSET BYTES: as printf has them
	# shellcheck disable=SC2059 # the bytes
	printf "$2" | dd of=$IMAGE bs=1 seek=$(($1)) conv=notrunc 2>/dev/null
}

put() { # OFFSET BYTE...: in hex, as they are in memory
	at=$1
	shift
	put_escaped "$at" "$(printf '\\x%s' "$@")"
}

# With as few processes as can be: there are many of these.
put16() { # OFFSET VALUE
	put_escaped "$1" "$(printf '\\x%02x\\x%02x' $(($2 & 255)) $(($2 >> 8)))"
}

put32() { # OFFSET VALUE
	put_escaped "$1" "$(printf '\\x%02x\\x%02x\\x%02x\\x%02x' $(($2 & 255)) \
		$(($2 >> 8 & 255)) $(($2 >> 16 & 255)) $(($2 >> 24 & 255)))"
}

put_header() { # OFFSET ID NEXT: of an extended capability, version 1
	put32 "$1" $(($2 | 1 << 16 | $3 << 20))
}

# A PF that keeps every rule: 8 VFs at offset 128, stride 2. Made once, since it
# takes many processes.
new_image() {
	[ -e $BASE ] || make_base
	cp $BASE $IMAGE
}

make_base() {
	dd if=/dev/zero of=$IMAGE bs=4096 count=1 2>/dev/null
	put 0x00 86 80 c9 10
	put 0x06 10 00
	put 0x08 01 00 00 02
	put 0x34 40
	put $PM_AT 01 50 03 00 08 00
	put $PCIE_AT 10 00 02 00 00 00 00 10
	put_header 0x100 0x0e $SRIOV_AT
	put_header $SRIOV_AT 0x10 0
	put32 $((SRIOV_AT + 0x04)) 2
	put16 $((SRIOV_AT + 0x0c)) 8
	put16 $((SRIOV_AT + 0x0e)) 8
	put16 $((SRIOV_AT + 0x14)) 128
	put16 $((SRIOV_AT + 0x16)) 2
	put16 $((SRIOV_AT + 0x1a)) 0x10ca
	put32 $((SRIOV_AT + 0x1c)) 0x553
	put32 $((SRIOV_AT + 0x20)) 1
	put32 $((SRIOV_AT + 0x24)) 0xc
	mv $IMAGE $BASE
}

add_function() { # BRIDGE NAME [DEVFN]: of $IMAGE
	[ -d "$SIM/$1" ] || mkdir "$SIM/$1"
	mkdir "$SIM/$1/$2"
	cat $IMAGE >"$SIM/$1/$2/image"
	echo "${3:-0}" >"$SIM/$1/$2/devfn"
}

go_live() { # BRIDGE: sets $DOMAIN, and all that lib.sh has of a PF to its first
	echo 1 >"$SIM/$1/live"
	DOMAIN=$(cat "$SIM/$1/domain")
	use_pf "$DOMAIN:00:00.0"
}

# shellcheck disable=SC2034 # used by lib.sh
use_pf() { # BDF
	BDF=$1
	PF=$DEVICES/$BDF
	DIR=$SCOPE/$BDF
}

# A port that forwards ARI, with a 64-bit prefetchable window. Its image says what
# holds on another machine: the bus that it is on, and where its windows are.
port_image() { # TYPE SECONDARY SUBORDINATE
	dd if=/dev/zero of=$IMAGE bs=4096 count=1 2>/dev/null
	put 0x00 86 80 20 34
	put 0x06 10 00
	put 0x08 01 00 04 06
	put 0x0e 01
	put 0x18 63 "$2" "$3"
	put32 0x20 0xfe30fe20
	put32 0x24 0x12210111
	put32 0x28 0x12
	put32 0x2c 0x12
	put 0x34 "${PM_AT#0x}"
	put $PM_AT 01 50 03 00 08 00
	put $PCIE_AT 10 00 "${1}2" 00
	put32 $((PCIE_AT + 0x24)) 0x20
}

add_at() { # NAME BUS DEVFN: of $IMAGE
	add_function one "$1" "$3"
	echo "$2" >"$SIM/one/$1/bus"
}

add_port() { # NAME BUS DEVFN TYPE SECONDARY SUBORDINATE
	port_image "$4" "$5" "$6"
	add_at "$1" "$2" "$3"
}

# A root port at 00:01.0 that leads to the buses 01 to SUBORDINATE, of $IMAGE a PF
# at 01:00.0
# shellcheck disable=SC2034 # who calls uses PORT
behind_a_port() { # SUBORDINATE
	add_at pf 1 0
	add_port port 0 8 $ROOT_PORT 01 "$1"
	go_live one
	PORT=$DOMAIN:00:01.0
	use_pf "$DOMAIN:01:00.0"
}

# One device of $IMAGE on a bridge of its own
simulate() {
	add_function one pf
	go_live one
}

# 250 on each of four bridges
make_1000_pfs() {
	new_image
	for bridge in a b c d; do
		mkdir "$SIM/$bridge"
		for devfn in $(seq 0 249); do
			echo "$SIM/$bridge/$devfn"
		done | xargs mkdir
		for devfn in $(seq 0 249); do
			cat $IMAGE >"$SIM/$bridge/$devfn/image"
			echo "$devfn" >"$SIM/$bridge/$devfn/devfn"
		done
		echo 1 >"$SIM/$bridge/live"
	done
}

load_sim() {
	modprobe configfs
	grep -q ' /sys/kernel/config ' /proc/mounts ||
		mount -t configfs configfs /sys/kernel/config
	is_loaded sriovsim || insmod /modules/sriovsim.ko
}

verdict_of() { # RULE
	awk -v rule="$1" '$2 == rule { print $1 }' "$DIR/check"
}

expect_all_vfs() { # NUMBER: as the kernel has them
	expect_eq "VFs present" "$1" "$(grep -c ' present ' "$DIR/vfs")"
	for link in "$PF"/virtfn*; do
		vf=$(readlink "$link")
		echo "${link##*/virtfn} ${vf##*/}"
	done | sort -n >/tmp/expected
	awk '/ present / { print $1, $2 }' "$DIR/vfs" >/tmp/got
	cmp /tmp/expected /tmp/got
	expect_eq "sound" 0 "$(awk '/^FAIL/' "$DIR/check" | wc -l)"
}
