package io.evenkeel.bot.slack;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.model.Message;
import io.evenkeel.grammar.Directory;
import io.evenkeel.grammar.MessageText;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.MessageRef;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Quote;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The message whose menu was used, as Slack's payload has it. */
final class QuotedMessage {
  private QuotedMessage() {}

  /** Who wrote what, with a link to it. */
  static Quote quote(MessageShortcutPayload payload, Directory directory) {
    Message message = payload.getMessage();
    MessageRef ref = ref(payload);
    String user = message.getUser();
    String bot = message.getBotId();
    var id = new PersonId(user != null ? user : bot != null ? bot : "unknown");
    String given = message.getUsername() == null ? id.value() : message.getUsername();
    Person author = directory.byId(id).orElseGet(() -> new Person(id, given));
    String text =
        MessageText.of(
            Wordings.of(message.getText(), message.getAttachments(), message.getFiles()),
            directory);
    return new Quote(ref, author, text, link(payload, ref, message.getThreadTs()));
  }

  /** Which one it is. */
  static MessageRef ref(MessageShortcutPayload payload) {
    String ts = Objects.requireNonNullElse(payload.getMessageTs(), payload.getMessage().getTs());
    return new MessageRef(
        new ChannelId(Malformed.required("channel", payload.getChannel().getId())),
        Malformed.required("message_ts", ts));
  }

  /** As Slack makes them (docs.slack.dev, "chat.getPermalink"); the shortcut brings none. */
  private static String link(
      MessageShortcutPayload payload, MessageRef ref, @Nullable String thread) {
    var team = payload.getTeam(); // an organization's installation has none
    String domain = team == null ? null : team.getDomain();
    boolean host = domain != null && domain.matches("[A-Za-z0-9][A-Za-z0-9.-]{0,100}");
    String address =
        "https://"
            + (host ? domain : "app")
            + ".slack.com/archives/"
            + ref.channel()
            + "/p"
            + ref.ts().replace(".", "");
    return thread == null || thread.equals(ref.ts())
        ? address
        : address + "?thread_ts=" + thread + "&cid=" + ref.channel();
  }
}
