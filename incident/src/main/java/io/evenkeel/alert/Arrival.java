package io.evenkeel.alert;

import java.util.List;

/**
 * What one request told of alerts.
 *
 * @param source {@code alertmanager}, {@code pagerduty}, {@code events}, {@code grafana}, or the
 *     name of a generic one
 * @param key the same when the same is sent again, and for nothing else
 * @param bodyHash of the request, in hexadecimal
 * @param group what its sender grouped it by; empty where it groups nothing
 * @param dropped how many more alerts the request held than could be taken
 */
public record Arrival(
    String source, String key, String bodyHash, String group, List<Signal> signals, int dropped) {
  public Arrival {
    signals = List.copyOf(signals);
  }
}
