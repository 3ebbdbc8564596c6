# Is the file room as /proc/iomem, the first of both files, has it? domain is given.
# Each window of memory is looked for by whose it is and where it begins. What is
# right below it, one step further in, has parts of it.

function number(text,    i, value) {
	value = 0
	for (i = 1; i <= length(text); i++)
		value = value * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
	return value
}

# "  fe000000-fe1fffff : PCI Bus 0000:01"
FNR == NR {
	count++
	match($0, /^ */)
	depth[count] = RLENGTH
	split($1, ends, "-")
	start[count] = number(ends[1])
	end[count] = number(ends[2])
	name[count] = substr($0, index($0, " : ") + 3)
	next
}

# The bus below a bridge of the domain, as sysfs has it
function bus_of(bdf,    file, bus) {
	file = "/sys/bus/pci/devices/" bdf "/secondary_bus_number"
	getline bus <file
	close(file)
	return sprintf("PCI Bus %s:%02x", domain, bus)
}

function fault(text) {
	print $1, $2, $3, $4 ": " text
	status = 1
}

# Of the host bridge it is a bound, for others than functions may have parts of it.
function bound(at, text, sign) {
	if ($2 ~ /^pci/ && sub("^" sign, "", text) != 1)
		return -1
	return number(substr(text, 3))
}

# They are in order: what is between the end of one and the start of the next is free.
function look(at,    i, used, most, next_free) {
	used = most = 0
	next_free = start[at]
	for (i = at + 1; i <= count && depth[i] > depth[at]; i++) {
		if (depth[i] != depth[at] + 2)
			continue
		used += end[i] - start[i] + 1
		if (start[i] - next_free > most)
			most = start[i] - next_free
		next_free = end[i] + 1
	}
	if (end[at] + 1 - next_free > most)
		most = end[at] + 1 - next_free
	if (end[at] - start[at] + 1 != number(substr($5, 3)))
		fault("size is " end[at] - start[at] + 1)
	if (bound(at, $6, ">=") != used)
		fault("used is " used)
	if (bound(at, $7, "<=") != most)
		fault("largest_free is " most)
}

FNR > 1 && $3 != "bus" && $5 != "0x0" {
	wanted = $2 ~ /^pci/ ? "PCI Bus " substr($2, 4) : bus_of($2)
	found = 0
	for (i = 1; i <= count && !found; i++) {
		if (name[i] == wanted && start[i] == number(substr($4, 3))) {
			look(i)
			found = 1
		}
	}
	if (!found)
		fault("there is no " wanted " there")
	seen++
}

END {
	exit status
}
