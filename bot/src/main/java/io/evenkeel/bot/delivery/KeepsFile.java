package io.evenkeel.bot.delivery;

import io.evenkeel.bot.folder.Folder;
import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.persistence.incident.CapturedMessages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Writes the postmortem into the folder of postmortems, and the pictures of captured messages
 * beside it. A folder that stays away is told; a picture that cannot be had is left to the
 * message's link, which stands in the text.
 */
final class KeepsFile implements Action {
  private static final Logger LOG = LoggerFactory.getLogger(KeepsFile.class);
  private static final String INFO = "files.info";

  private final IncidentNumber incident;
  private final Postmortems postmortems;

  KeepsFile(IncidentNumber incident, Postmortems postmortems) {
    this.incident = incident;
    this.postmortems = postmortems;
  }

  @Override
  public String method() {
    return INFO;
  }

  /** The text needs nothing of Slack's. */
  @Override
  public List<String> methods() {
    return List.of();
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    try {
      Path pictures = postmortems.keep(incident);
      if (pictures != null) {
        List<MessageRef> messages =
            attempt.read(tx -> new CapturedMessages(tx).withPictures(incident));
        for (MessageRef message : messages) {
          pictures(attempt, message, pictures);
        }
      }
      return Map.of();
    } catch (Unavailable e) {
      throw new SlackFault(new Fault.NotDone(null, "the timeline cannot be read now"));
    } catch (IOException e) {
      // After some tries a person is told, with the reason and a button.
      throw new SlackFault(new Fault.Unknown("EXPORT_DIR cannot be written: " + e, true));
    }
  }

  private void pictures(Attempt attempt, MessageRef message, Path into)
      throws SlackFault, IOException {
    try {
      String link = FetchesMessage.link(attempt, message);
      Optional<JsonNode> found =
          link == null ? Optional.empty() : FetchesMessage.read(attempt, message, link);
      if (found.isEmpty()) {
        return;
      }
      for (JsonNode file : found.get().path("files")) {
        if (file.path("mimetype").asString("").startsWith("image/")) {
          picture(attempt, file.path("id").asString(""), into);
        }
      }
    } catch (SlackFault fault) {
      if (!(fault.fault() instanceof Fault.Refused refused)) {
        throw fault;
      }
      LOG.warn("pictures of {} are left to their links: {}", incident, refused.error());
    }
  }

  private void picture(Attempt attempt, String id, Path into) throws SlackFault, IOException {
    var file = attempt.call(INFO, slack -> slack.filesInfo(r -> r.file(id))).getFile();
    String url = file.getUrlPrivate();
    byte[] bytes = url == null ? null : attempt.picture(url);
    if (bytes == null) {
      LOG.info("a picture of {} is left to its link: it cannot be had", incident);
    } else {
      Folder.picture(into, id + "-" + file.getName(), bytes);
    }
  }
}
