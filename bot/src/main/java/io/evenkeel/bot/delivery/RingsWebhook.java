package io.evenkeel.bot.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/** A page as a webhook: docs/paging.md says what the receiver reads. */
record RingsWebhook(Webhook webhook) implements Outlet {

  @Override
  public void tell(Alert alert) throws SlackFault {
    var body = new LinkedHashMap<String, Object>();
    body.put("event", "page." + alert.what().word());
    body.put("key", alert.key());
    body.put("incident", alert.incident());
    body.put("page", alert.page());
    body.put("severity", alert.severity());
    body.put("summary", alert.summary());
    body.put("sent_at", alert.at().toString());
    String by = alert.by();
    if (by != null) {
      body.put("acknowledged_by", by);
    }
    webhook.post(Map.of("X-Evenkeel-Event-Id", alert.effect()), body);
  }
}
