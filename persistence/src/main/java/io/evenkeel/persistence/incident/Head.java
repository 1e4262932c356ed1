package io.evenkeel.persistence.incident;

/**
 * The end of a timeline's hash chain: what an export or a post must show so that a cut or rebuilt
 * timeline is found out.
 *
 * @param count how many entries there are
 * @param hash of the last entry, lower-case hexadecimal; empty while there is none
 */
public record Head(int count, String hash) {}
