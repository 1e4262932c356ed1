package io.evenkeel.bot;

import io.evenkeel.bot.http.HttpServer;

/** A bot that runs until it is closed. */
public final class Running implements AutoCloseable {
  private final HttpServer http;
  private final Opened opened;

  Running(HttpServer http, Opened opened) {
    this.http = http;
    this.opened = opened;
  }

  /** Where it listens, also when the settings said any free port. */
  public int port() {
    return http.port();
  }

  /**
   * Drains within 25 s, each step in its own time: it is not ready any more; takes no more requests
   * and answers those under way (5 s); settles doubts and sends what is still to be answered (5 s);
   * lets calls to Slack end and gives their streams back ({@code closing}, at most 14 s); closes
   * what was opened, the last first.
   */
  @Override
  public void close() {
    opened.close();
  }
}
