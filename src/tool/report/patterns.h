/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What secrets look like in a text. Each of these says how many bytes are one at
 * a place of the text, 0 for none.
 */
#ifndef SRIOVSCOPE_TOOL_PATTERNS_H
#define SRIOVSCOPE_TOOL_PATTERNS_H

#include <linux/types.h>

/**
 * pattern_word() - is a word here?
 * @text: the text
 * @at: the place
 * @word: the word, in any case
 *
 * Return: bytes; 0 when it is another word, or a part of one.
 */
size_t pattern_word(const char *text, const char *at, const char *word);

/**
 * pattern_domain() - what a host name goes on with
 * @at: behind the host name
 *
 * Return: bytes of ".example.org", 0 without.
 */
size_t pattern_domain(const char *at);

/**
 * pattern_hex() - are these hex digits here?
 * @text: the text
 * @at: the place
 * @digits: the digits; between two of the text may be ":", "-", ".", "_" or a blank
 *
 * Return: bytes; 0 when there are others, or more.
 */
size_t pattern_hex(const char *text, const char *at, const char *digits);

/**
 * pattern_mac() - does what is here look like a MAC address, or like a GUID?
 * @text: the text
 * @at: the place
 *
 * Six or more bytes with ":" or "-"; three groups of four digits with "."; four or more
 * with ":" where a word says that it is a GUID; what follows fe80:: in an IPv6 address,
 * and what was made of a MAC address in others; twelve digits behind enx and the words
 * "mac", "addr" and "address"; 16 or 32 digits behind "guid". Groups of four
 * digits are none in words of a command line that have Vendor IDs and Device IDs.
 *
 * Return: bytes.
 */
size_t pattern_mac(const char *text, const char *at);

/**
 * pattern_uuid() - does what is here look like a UUID?
 * @text: the text
 * @at: the place
 *
 * Without "-" that takes the word "uuid" before it.
 *
 * Return: bytes.
 */
size_t pattern_uuid(const char *text, const char *at);

/**
 * pattern_serial() - is here what follows the words "serial number"?
 * @text: the text
 * @at: the place
 *
 * "SN" is such a word too, with a sign or in capitals.
 *
 * Return: bytes up to the next blank or comma, of two words behind "serial number:";
 *	0 when there is no digit in what other words lead to, and for an address of a
 *	function.
 */
size_t pattern_serial(const char *text, const char *at);

#endif
