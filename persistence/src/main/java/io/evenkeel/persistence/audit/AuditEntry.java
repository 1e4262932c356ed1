package io.evenkeel.persistence.audit;

/**
 * Something that was done.
 *
 * @param actor who did it: {@code evenkeel}, or a Slack user id
 * @param action what, as a word such as {@code delete-copy}
 * @param subject to which thing
 * @param detail in words, for whoever asks later
 */
public record AuditEntry(String actor, String action, String subject, String detail) {}
