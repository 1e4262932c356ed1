package io.evenkeel.sandbox.page;

/**
 * An entry of a shortcuts menu, as the app's manifest lists it.
 *
 * @param name the words in the menu
 * @param callbackId what the app gets
 * @param onMessage in a message's menu; else in the workspace's
 */
public record Shortcut(String name, String callbackId, boolean onMessage) {}
