package io.evenkeel.sandbox.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real Alertmanager that tells one webhook of alerts, and waits for nothing. */
final class Alertmanager {
  private final Process process;
  private final int port;

  private Alertmanager(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Alertmanager start(Path folder, String webhook, String token) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("alertmanager.yaml"),
            """
            route: {receiver: evenkeel, group_by: [service], group_wait: 0s, group_interval: 1s}
            receivers:
              - name: evenkeel
                webhook_configs:
                  - url: %s
                    send_resolved: true
                    http_config: {authorization: {credentials: "%s"}}
            """
                .formatted(webhook, token));
    int port = Prometheus.free();
    Process process =
        new ProcessBuilder(
                Promtool.program("prometheus-alertmanager").toString(),
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=",
                "--log.level=warn")
            .inheritIO()
            .start();
    return new Alertmanager(process, port);
  }

  int port() {
    return port;
  }

  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
