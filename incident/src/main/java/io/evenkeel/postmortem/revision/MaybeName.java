package io.evenkeel.postmortem.revision;

/**
 * A word of a postmortem that may be somebody's name: only a person can tell.
 *
 * @param word as it is written
 * @param name whose it may be
 * @param line of the first place, from 1
 * @param times how often it stands there
 */
public record MaybeName(String word, String name, int line, int times) {}
