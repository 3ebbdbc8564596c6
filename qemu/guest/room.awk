# A random host bridge for sriovsim, as commands for a shell: seed, name and sim, the
# folder of bridges, are given. It has ports and switches with windows of all kinds,
# PFs on the root bus and behind ports, some of which come only when "late" is called,
# and neighbours that take room. PFS gets the PFs, BUS:DEVICE.FUNCTION each, the one of
# the first port before all. With latecomers=first it alone comes late, with
# latecomers=none nobody: all else is the same, and the host bridge has more for both.
#
# No VF is where a function is: of that nothing here is about.

function rnd(n) {
	state = state * 16807 % 2147483647
	return int(state / 8) % n
}

function pick(list,    words) {
	return words[1 + rnd(split(list, words, " "))]
}

function put(at, value, bytes,    i) {
	for (i = 0; i < bytes; i++) {
		byte[at + i] = value % 256
		value = int(value / 256)
	}
}

function put_header(at, id, following) {
	put(at, id + 65536 + following * 1048576, 4)
}

# All is in the first 0x280 bytes, and few of those are not 0. Each takes four
# letters, as the shell's printf has them.
function emit_image(path,    i, text, at) {
	text = ""
	at = 0
	for (i = 0; i < 640; i++) {
		if (!(i in byte) || !byte[i])
			continue
		text = text substr(zeros, 1, 4 * (i - at)) sprintf("\\%03o", byte[i])
		at = i + 1
	}
	printf "printf '%s%s' >%s/image\n", text, substr(zeros, 1, 4 * (4096 - at)), path
}

function emit_function(where, bus, devfn, bars, vf_bars,    path) {
	path = sim "/" name "/" where
	printf "mkdir %s\n", path
	emit_image(path)
	printf "echo %d >%s/bus\necho %d >%s/devfn\n", bus, path, devfn, path
	if (bars != "")
		printf "echo %s >%s/bar_sizes\n", bars, path
	if (vf_bars != "")
		printf "echo %s >%s/vf_bar_sizes\n", vf_bars, path
	return path
}

# TYPE of PCI Express; the last bytes say which ID
function start_image(type, class, id) {
	split("", byte)
	put(0x00, 32902 + id * 65536, 4)
	put(0x06, 16, 2)
	put(0x08, 1 + class * 65536, 4)
	put(0x34, 64, 1)
	put(0x40, 20481, 2) # Power Management, and 0x50 is next
	put(0x42, 3, 2)
	put(0x44, 8, 2)
	put(0x50, 16, 2)
	put(0x52, 2 + type * 16, 2)
}

function emit_port(where, bus, devfn, type, secondary, subordinate,    window) {
	start_image(type + 16, 1540, 13344)
	put(0x0e, 1, 1)
	put(0x19, secondary, 1)
	put(0x1a, subordinate, 1)
	window = pick("none 32 64 64 64 64 64")
	put(0x24, window == "none" ? 0 : window == 32 ? 304087312 : 304152849, 4)
	put(0x74, 32, 4) # it can forward ARI
	if (rnd(3) == 0)
		put(0x64, 64, 4) # devices can be plugged in
	else
		put(0x52, 2 + type * 16, 2)
	emit_function(where, bus, devfn, "", "")
}

# Types as registers have them: 32 bits, 64 bits, and both prefetchable
function random_type() {
	return pick("0 4 8 12 12 12 12 12")
}

# A BAR in the slot, and how large it is; the sizes are of all six
function random_bar(at, slot, sizes, size,    type) {
	type = slot == 5 ? 0 : random_type()
	put(at + 4 * slot, type, 4)
	sizes[slot] = size
	return type == 4 || type == 12
}

function six(sizes,    i, text) {
	text = ""
	for (i = 0; i < 6; i++)
		text = text " " (i in sizes ? sizes[i] : 0)
	return substr(text, 2)
}

function random_size() {
	return pick("4096 4096 4096 8192 8192 16384 16384 65536 262144 1048576")
}

# Functions of one slot are in a chain of ARI.
function put_ari(following_function, following) {
	put_header(0x100, 14, following)
	put(0x105, following_function, 1)
}

function emit_neighbour(where, bus, devfn, following,    sizes) {
	split("", sizes)
	start_image(0, 512, 4297)
	put_ari(following, 0)
	random_bar(0x10, 0, sizes, random_size())
	if (rnd(2))
		random_bar(0x10, 2, sizes, random_size())
	emit_function(where, bus, devfn, six(sizes), "")
}

function has_bit(value, bit) {
	for (; bit; bit--)
		value = int(value / 2)
	return value % 2
}

# Sizes from 1 MiB on that the VF BAR can have, and the one that it has
function put_resizable(slot,    sizes, now) {
	now = rnd(3)
	sizes = pick("1 2 4 3 5 7 21 31")
	while (!has_bit(sizes, now))
		now = (now + 1) % 5
	put_header(0x200, 36, 0)
	put(0x204, sizes * 16, 4)
	put(0x208, slot + 32 + now * 256, 4)
}

# First VF Offset and VF Stride such that no VF is at a function
function put_places(bus, total, behind,    offset, stride) {
	stride = pick("1 1 2 3 8 24")
	if (behind) {
		offset = pick("4 8 16 128 200 240 250 252 256 500 512")
	} else if (rnd(2)) {
		# Between it and the end of its bus
		offset = 8
		stride = total > 12 ? 1 : pick("1 2")
	} else {
		# Behind all buses that somebody is on
		offset = (next_bus - bus) * 256 + rnd(3) * 128
	}
	put(0x174, offset, 2)
	put(0x176, stride, 2)
}

# The first of them may be resizable: then the capability says how large it is.
function put_vf_bars(sizes, resizable,    slot, size) {
	slot = pick("0 0 0 1 2")
	if (resizable)
		put_resizable(slot)
	for (; slot < 6; slot += 1 + rnd(5)) {
		size = resizable ? 0 : random_size()
		resizable = 0
		if (random_bar(0x184, slot, sizes, size))
			slot++
	}
}

function emit_pf(where, bus, devfn, following, behind,    total, sizes, vf_sizes,
		resizable) {
	split("", sizes)
	split("", vf_sizes)
	total = 1 + rnd(behind ? pick("4 8 24") : 16)
	start_image(0, 512, 4297)
	put(0x57, 16, 1) # Function Level Reset
	resizable = rnd(4) == 0
	put_ari(following, 352)
	put_header(0x160, 16, resizable ? 512 : 0)
	put(0x164, 2, 4)
	put(0x16c, total, 2)
	put(0x16e, total, 2)
	put(0x172, devfn, 1) # it depends on itself
	put_places(bus, total, behind)
	put(0x17a, 4298, 2)
	put(0x17c, 1363, 4)
	put(0x180, 1, 4)
	random_bar(0x10, 0, sizes, random_size())
	put_vf_bars(vf_sizes, resizable)
	emit_function(where, bus, devfn, six(sizes), six(vf_sizes))
	pfs = pfs sprintf(" %02x:%02x.%d", bus, int(devfn / 8), devfn % 8)
}

function is_late(where,    chosen) {
	chosen = rnd(3) == 0
	if (latecomers == "first")
		return where == "f1"
	return latecomers == "none" ? 0 : chosen
}

# A PF at device 0 with neighbours, some of the time only later
function emit_slot(where, bus, behind,    count, i) {
	count = rnd(3)
	emit_pf(where, bus, 0, count ? 1 : 0, behind)
	for (i = 1; i <= count; i++)
		emit_neighbour(where "n" i, bus, i, i < count ? i + 1 : 0)
	if (!is_late(where))
		return
	printf "echo 1 >%s/%s/%s/gone\n", sim, name, where
	late = late sprintf("echo 0 >%s/%s/%s/gone\n", sim, name, where)
}

# A port of the root bus, perhaps with a switch behind it
function emit_branch(n,    first, more) {
	first = next_bus
	more = pick("0 0 1 2")
	if (rnd(3)) {
		emit_port("p" n, 0, 8 * n, 4, first, first + more)
		emit_slot("f" n, first, 1)
		next_bus = first + more + 1
		return
	}
	emit_port("p" n, 0, 8 * n, 4, first, first + 2 + more)
	emit_port("u" n, first, 0, 5, first + 1, first + 2 + more)
	emit_port("d" n, first + 1, 8 * rnd(3), 6, first + 2, first + 2 + rnd(more + 1))
	emit_slot("f" n, first + 2, 1)
	next_bus = first + 3 + more
}

BEGIN {
	state = seed % 2147483646 + 1
	for (i = 0; i < 8; i++)
		rnd(2)
	zeros = "\\000"
	while (length(zeros) < 4 * 4096)
		zeros = zeros zeros
	printf "mkdir %s/%s\n", sim, name
	low = pick("0 1 2 3 4 8") * 1048576
	high = pick("0 8 32 128 1024") * 1048576
	if (!low && !high)
		low = 4194304
	if (latecomers != "")
		low = pick("1 2 4 8 12") * 1048576
	printf "echo 0x%x 0x%x >%s/%s/mem_window\n", low, high, sim, name
	next_bus = 1
	ports = 1 + rnd(3)
	for (n = 1; n <= ports; n++)
		emit_branch(n)
	if (rnd(2))
		emit_neighbour("r", 0, 192, 0)
	if (rnd(3) == 0)
		emit_pf("g", 0, 208, 0, 0)
	printf "echo 0x00-0x%02x >%s/%s/bus_range\n", next_bus - 1 + rnd(3), sim, name
	printf "PFS='%s'\n", substr(pfs, 2)
	printf "late() {\n%s:\n}\n", late
}
