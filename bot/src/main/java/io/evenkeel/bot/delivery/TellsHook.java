package io.evenkeel.bot.delivery;

import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Visibility;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.response.Happening;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a webhook what happened to an incident. What it is sent is the same each time but for its
 * time stamp, and so is its key, so that one in doubt is simply told again. Of a private incident
 * it reads no words unless it is within our own network.
 */
final class TellsHook implements Action {
  private final Effect.Hook hook;
  private final Incident incident;
  private final Outlets outlets;

  TellsHook(Effect.Hook hook, Incident incident, Outlets outlets) {
    this.hook = hook;
    this.incident = incident;
    this.outlets = outlets;
  }

  @Override
  public String method() {
    return "outside:" + hook.outlet();
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    Webhook to = outlets.hook(hook.outlet()).orElseThrow(() -> Outlets.gone(hook.outlet()));
    var headers = Map.of("Idempotency-Key", key(), "X-Evenkeel-Event-Id", key());
    Map<String, Object> body = body(to.internal());
    attempt.outside(method(), () -> to.post(headers, body));
    return Map.of();
  }

  /** Made of what happened, not of the try. */
  private String key() {
    Happening what = hook.happening();
    return "evenkeel/"
        + outlets.installation()
        + "/"
        + incident.number()
        + "/"
        + what.trigger().word()
        + (what.role() == null ? "" : "/" + what.role())
        + "/"
        + hook.at();
  }

  private Map<String, Object> body(boolean internal) {
    Happening what = hook.happening();
    boolean secret = incident.visibility() == Visibility.PRIVATE;
    var body = new LinkedHashMap<String, Object>();
    body.put("event", "incident." + what.trigger().word());
    body.put("key", key());
    body.put("incident", incident.number().toString());
    body.put("private", secret);
    if (!secret || internal) {
      body.put("title", incident.title());
      body.put("services", what.services());
    }
    body.put("severity", what.severity());
    body.put("status", what.status());
    if (what.role() != null) {
      body.put("role", what.role());
    }
    body.put("happened_at", hook.at().toString());
    return body;
  }
}
