package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.EntriesView;
import io.evenkeel.bot.view.GoesOnView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.TaskView;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.TimelineEntry;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Posts timeline entries: in the channel, in the card's thread, or under the announcement. */
final class PostsEntries implements Action {
  private final Scene scene;
  private final Shown shown;
  private final ChannelId channel;
  private final @Nullable SlackObject parent;
  private final boolean broadcast;
  private final @Nullable Task task;

  /**
   * @param parent the message whose thread it is; null for the incident's channel itself
   */
  PostsEntries(Scene scene, Shown shown, @Nullable SlackObject parent, boolean broadcast) {
    this(scene, shown, parent, broadcast, null);
  }

  private PostsEntries(
      Scene scene,
      Shown shown,
      @Nullable SlackObject parent,
      boolean broadcast,
      @Nullable Task task) {
    this.task = task;
    this.scene = scene;
    this.shown = shown;
    this.parent = parent;
    this.broadcast = broadcast;
    channel = parent == null ? scene.channel() : parent.channel();
  }

  /** In the card's thread, with the task's buttons. */
  static PostsEntries ofTask(Scene scene, Shown shown, int number) {
    Task task = scene.task(number).orElse(null);
    return new PostsEntries(scene, shown, scene.need(scene.card(), "the card"), false, task);
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
    var whole = task == null ? message : TaskView.with(message, scene.incident(), task);
    return Map.of(Post.purpose(attempt), post.send(attempt, whole));
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
        room ? EntriesView.withEdit(message, scene.incident(), entries) : message,
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
