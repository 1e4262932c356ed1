package io.evenkeel.postmortem.revision;

import io.evenkeel.incident.Actor;
import java.time.Instant;

/**
 * A text that a postmortem had. Never changed: an edit is another one.
 *
 * @param number counted from 1 within the incident, without gaps
 * @param machine what Evenkeel wrote when the text was last renewed
 * @param why what was done, in a few words: {@code Impact edited}
 * @param recordedAt UTC at microseconds
 */
public record Revision(
    int number, Actor author, String machine, String text, String why, Instant recordedAt) {}
