package io.evenkeel.sandbox.workspace;

/** Who last edited a message, and when (a Slack timestamp). */
public record Edited(String user, String ts) {}
