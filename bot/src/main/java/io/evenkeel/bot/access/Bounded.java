package io.evenkeel.bot.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** So many entries and no more: the one that was not asked for longest goes first. */
final class Bounded<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int most;

  Bounded(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
