# shellcheck shell=dash
# Sourced by the suites of a machine with Secure Boot. /readme has the commands of the
# README's section, a file for each block of them; what they are about is in /root, and
# where DKMS puts it when DKMS was there to build.
# shellcheck source=locklib.sh
. /guest/locklib.sh

reset() {
	! is_loaded sriovscope || unbind
	echo >"$PF/driver_override"
	! is_loaded sriovscope || rmmod sriovscope
}

expect_secure_boot() {
	expect_has mokutil "SecureBoot enabled" "$(mokutil --sb-state)"
	expect_has lockdown "[integrity]" "$(cat /sys/kernel/security/lockdown)"
	expect_eq sig_enforce Y "$(cat $SIG_ENFORCE)"
}

# The certificates that mokutil lists, by their names
names_of() { # new|enrolled
	mokutil "--list-$1" | sed -n 's/^ *Subject: //p'
}

as_the_readme_says() { # BLOCK
	[ -s "/readme/$1" ] || fail "the README has no command there"
	cd /root || exit
	sh -ex "/readme/$1"
}

skip_without_dkms() {
	[ -e /var/lib/dkms/mok.pub ] || skip "$(cat /readme/no-dkms)"
}

modprobe efivarfs
mount -t efivarfs efivarfs /sys/firmware/efi/efivars
depmod
