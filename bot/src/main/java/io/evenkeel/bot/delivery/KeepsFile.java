package io.evenkeel.bot.delivery;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the postmortem into the folder of postmortems. A folder that stays away is told. */
final class KeepsFile implements Action {
  private final IncidentNumber incident;
  private final Postmortems postmortems;

  KeepsFile(IncidentNumber incident, Postmortems postmortems) {
    this.incident = incident;
    this.postmortems = postmortems;
  }

  @Override
  public String method() {
    return "none";
  }

  /** Nothing of Slack's. */
  @Override
  public List<String> methods() {
    return List.of();
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    try {
      postmortems.keep(incident);
      return Map.of();
    } catch (Unavailable e) {
      throw new SlackFault(new Fault.NotDone(null, "the timeline cannot be read now"));
    } catch (IOException e) {
      // After some tries a person is told, with the reason and a button.
      throw new SlackFault(new Fault.Unknown("EXPORT_DIR cannot be written: " + e, true));
    }
  }
}
