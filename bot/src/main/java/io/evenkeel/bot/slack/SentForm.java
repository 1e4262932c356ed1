package io.evenkeel.bot.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import io.evenkeel.bot.desk.InboxKey;
import io.evenkeel.incident.PersonId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A form as it was sent.
 *
 * @param view its id
 * @param metadata what it carried from when it was opened; "" for nothing
 */
record SentForm(Spoken spoken, FormValues values, String view, String metadata) {
  static SentForm of(ViewSubmissionRequest request, ViewSubmissionContext context) {
    ViewSubmissionPayload payload = request.getPayload();
    String view = Malformed.required("view id", payload.getView().getId());
    String user = Malformed.required("user", payload.getUser().getId());
    String name = payload.getUser().getUsername();
    var spoken =
        new Spoken(
            InboxKey.view(
                Malformed.required("team", context.getTeamId()),
                view,
                payload.getView().getPrivateMetadata() + payload.getView().getState()),
            new PersonId(user),
            name == null ? user : name,
            null,
            Received.at(context));
    return new SentForm(
        spoken,
        new FormValues(payload.getView()),
        view,
        Objects.requireNonNullElse(payload.getView().getPrivateMetadata(), ""));
  }

  /**
   * What it carried, read.
   *
   * @throws IllegalArgumentException when it is no form of ours
   */
  <T> T carried(Function<String, Optional<T>> reading) {
    return reading
        .apply(metadata)
        .orElseThrow(() -> new IllegalArgumentException("no form of ours"));
  }
}
