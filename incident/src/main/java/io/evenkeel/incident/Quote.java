package io.evenkeel.incident;

/**
 * What somebody wrote in Slack, ready for a timeline.
 *
 * @param author under the name of today
 * @param text clean plain text, with the names of images and files; not empty
 * @param link where the message can be seen
 */
public record Quote(MessageRef message, Person author, String text, String link) {}
