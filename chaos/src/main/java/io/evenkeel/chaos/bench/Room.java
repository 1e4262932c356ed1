package io.evenkeel.chaos.bench;

/** An open incident and its channel. */
record Room(int incident, String channel) {}
