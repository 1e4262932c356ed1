package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.CallView;
import io.evenkeel.bot.view.MentionView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.PageView;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.persistence.delivery.Posts;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings a message about a page to how it stands: the channel's line, or somebody's direct message;
 * with the line the mentions beside it, once the page is over. What was never sent is left.
 */
final class EditsPage implements Action {
  private final Scene scene;
  private final int page;
  private final int call;
  private final Function<Page, Optional<Message>> newest;

  private EditsPage(Scene scene, int page, int call, Function<Page, Optional<Message>> newest) {
    this.scene = scene;
    this.page = page;
    this.call = call;
    this.newest = newest;
  }

  static EditsPage ofLine(Scene scene, int page) {
    return new EditsPage(scene, page, 0, one -> Optional.of(PageView.line(scene.incident(), one)));
  }

  static EditsPage ofCall(Scene scene, PageEffect.EditCall edit) {
    var channel = scene.channelObject();
    return new EditsPage(
        scene,
        edit.page(),
        edit.call(),
        one ->
            one.calls().stream()
                .filter(call -> call.number() == edit.call())
                .findFirst()
                .map(call ->
                    CallView.of(
                        scene.incident(), one, call, channel == null ? null : channel.channel())));
  }

  @Override
  public String method() {
    return Edits.METHOD;
  }

  @Override
  public boolean edits() {
    return true;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    Optional<Message> message = scene.board().page(page).flatMap(newest);
    Optional<SlackObject> posted =
        attempt.read(tx -> new Posts(tx).ofPage(scene.incident().number(), page, call));
    if (message.isPresent() && posted.isPresent()) {
      new Edits(posted.get(), message::get).perform(attempt);
    }
    Optional<Page> over = scene.board().page(page).filter(one -> call == 0 && !one.open());
    if (over.isPresent()) {
      // Nobody is to press what has been settled since.
      Message settled = MentionView.settled(scene.incident(), over.get());
      for (SlackObject mention :
          attempt.read(tx -> new Posts(tx).mentions(scene.incident().number(), page))) {
        new Edits(mention, () -> settled).perform(attempt);
      }
    }
    return Map.of();
  }
}
