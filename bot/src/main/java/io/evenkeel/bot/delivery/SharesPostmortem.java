package io.evenkeel.bot.delivery;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import io.evenkeel.bot.view.Mrkdwn;
import io.evenkeel.incident.Incident;
import io.evenkeel.persistence.Unavailable;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Uploads the postmortem draft and shares it in the channel. Uploading may repeat unseen; sharing
 * happens once, so the file's id is noted before it.
 */
final class SharesPostmortem implements Action {
  private static final String URL = "files.getUploadURLExternal";
  private static final String COMPLETE = "files.completeUploadExternal";

  /** The file that is shared last. */
  private static final String FILE = "file";

  /** All that were tried, separated by spaces: each of them may turn up late. */
  static final String FILES = "files";

  private final Scene scene;
  private final Postmortems postmortems;

  SharesPostmortem(Scene scene, Postmortems postmortems) {
    this.scene = scene;
    this.postmortems = postmortems;
  }

  @Override
  public String method() {
    return URL;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    Incident incident = scene.incident();
    String channel = scene.channel().value();
    byte[] markdown = markdown(incident).getBytes(StandardCharsets.UTF_8);
    String name = incident.number().toString().toLowerCase(Locale.ROOT) + "-postmortem.md";
    var upload =
        attempt.call(
            URL,
            slack ->
                slack.filesGetUploadURLExternal(r -> r.filename(name).length(markdown.length)));
    attempt.upload(upload.getUploadUrl(), markdown);
    String earlier = attempt.noted(FILES);
    String file = upload.getFileId();
    attempt.note(Map.of(FILE, file, FILES, earlier == null ? file : earlier + " " + file));
    var details =
        FileDetails.builder().id(file).title("Postmortem draft of " + incident.number()).build();
    attempt.call(
        COMPLETE,
        slack ->
            slack.filesCompleteUploadExternal(r ->
                r.files(List.of(details))
                    .channelId(channel)
                    .initialComment(
                        "Postmortem draft of "
                            + Mrkdwn.literal(incident.label(), 500)
                            + ". What only people know is asked for in it.")));
    var shared = new SlackObject(scene.channel(), file);
    return Map.of(Purpose.POSTMORTEM, shared, Post.purpose(attempt), shared);
  }

  private String markdown(Incident incident) throws SlackFault {
    try {
      return postmortems.markdown(incident.number());
    } catch (Unavailable e) {
      throw new SlackFault(new Fault.NotDone(null, "the timeline cannot be read now"));
    }
  }

  @Override
  public List<String> methods() {
    return List.of(URL, COMPLETE);
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) {
    String file = attempt.noted(FILE);
    return file == null
        ? Optional.empty()
        : Optional.of(new Sought(scene.channel(), null, file, Purpose.POSTMORTEM));
  }
}
