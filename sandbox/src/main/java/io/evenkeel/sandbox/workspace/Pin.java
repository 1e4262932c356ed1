package io.evenkeel.sandbox.workspace;

/**
 * A pinned message.
 *
 * @param ts the message's
 * @param user who pinned it
 * @param created seconds since the epoch
 */
public record Pin(String ts, String user, long created) {}
