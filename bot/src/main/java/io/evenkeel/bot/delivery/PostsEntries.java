package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.DrillView;
import io.evenkeel.bot.view.EntriesView;
import io.evenkeel.bot.view.GoesOnView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.ReminderView;
import io.evenkeel.bot.view.TaskView;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.ReminderKind;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Posts timeline entries: in the channel, in the card's thread, or under the announcement. */
final class PostsEntries implements Action {
  private final Scene scene;
  private final Shown shown;
  private final ChannelId channel;
  private final @Nullable SlackObject parent;
  private final boolean broadcast;
  private final UnaryOperator<Message> under;

  /**
   * @param parent the message whose thread it is; null for the incident's channel itself
   */
  PostsEntries(Scene scene, Shown shown, @Nullable SlackObject parent, boolean broadcast) {
    this(scene, shown, parent, broadcast, UnaryOperator.identity());
  }

  private PostsEntries(
      Scene scene,
      Shown shown,
      @Nullable SlackObject parent,
      boolean broadcast,
      UnaryOperator<Message> under) {
    this.under = under;
    this.scene = scene;
    this.shown = shown;
    this.parent = parent;
    this.broadcast = broadcast;
    channel = parent == null ? scene.channel() : parent.channel();
  }

  /** In the card's thread, with the task's buttons. */
  static PostsEntries ofTask(Scene scene, Shown shown, int number) {
    Task task = scene.task(number).orElse(null);
    return new PostsEntries(
        scene,
        shown,
        scene.need(scene.card(), "the card"),
        false,
        message -> task == null ? message : TaskView.with(message, scene.incident(), task));
  }

  /** In the channel, with what can be done about it. */
  static PostsEntries ofReminder(Scene scene, Shown shown, ReminderKind kind) {
    return new PostsEntries(
        scene, shown, null, false, message -> ReminderView.with(message, scene.incident(), kind));
  }

  @Override
  public String method() {
    return Rates.POST;
  }

  @Override
  public String place() {
    return channel.value();
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    var message = message(scene, shown, scene.excerpt().entries(), parent == null);
    var post = new Post(channel, parent == null ? null : parent.id(), broadcast);
    return Map.of(Post.purpose(attempt), post.send(attempt, under.apply(message)));
  }

  /**
   * @param room in the incident's channel, where the author of an update finds Edit under it, and
   *     where the timeline stood proves something; to readers elsewhere that is noise
   */
  static Message message(Scene scene, Shown shown, List<TimelineEntry> entries, boolean room) {
    Message message =
        EntriesView.of(
            scene.incident(), shown.severities(), entries, room ? scene.excerpt().head() : null);
    return GoesOnView.under(
        room
            ? DrillView.under(
                EntriesView.withEdit(message, scene.incident(), entries), scene.incident(), entries)
            : message,
        scene.incident(),
        scene.goesOn());
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) {
    return Optional.of(
        new Sought(channel, parent == null ? null : parent.id(), null, Post.purpose(attempt)));
  }
}
