package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.CallView;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.PageEffect;
import io.evenkeel.incident.Person;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pages one person by direct message, and finds out whether Slack shows it to them: nobody waits
 * for somebody who is in Do Not Disturb or cannot be written to. The message is sent in any case.
 */
final class PagesPerson implements Action {
  private static final String DND = "dnd.info";

  private final PageEffect.Call call;
  private final Scene scene;
  private final Missed missed;

  PagesPerson(PageEffect.Call call, Scene scene, Missed missed) {
    this.call = call;
    this.scene = scene;
    this.missed = missed;
  }

  @Override
  public String method() {
    return DirectConversation.OPEN;
  }

  @Override
  public List<String> methods() {
    return List.of(DirectConversation.OPEN, DND);
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    Optional<Page> page = scene.board().page(call.page()).filter(Page::open);
    Optional<Page.Call> wanted =
        page.stream()
            .flatMap(one -> one.calls().stream())
            .filter(one -> one.number() == call.call() && one.waiting())
            .findFirst();
    Optional<Person> person = wanted.map(Page.Call::person);
    if (person.isEmpty()) {
      return Map.of();
    }
    try {
      SlackObject sent = send(attempt, person.get(), page.orElseThrow(), wanted.orElseThrow());
      lookAway(attempt, person.get());
      return Map.of(Post.purpose(attempt), sent);
    } catch (SlackFault e) {
      if (e.fault() instanceof Fault.Refused) {
        missed.tell(scene.incident().number(), call.page(), call.call(), null, null);
      }
      throw e;
    }
  }

  private SlackObject send(Attempt attempt, Person person, Page page, Page.Call one)
      throws SlackFault {
    var channel = scene.channelObject();
    return new Post(DirectConversation.with(attempt, person.id()), null, false)
        .send(
            attempt,
            CallView.of(scene.incident(), page, one, channel == null ? null : channel.channel()));
  }

  /** What cannot be found out is taken for "they see it": their time runs as usual. */
  private void lookAway(Attempt attempt, Person person) {
    try {
      var dnd = attempt.call(DND, slack -> slack.dndInfo(r -> r.user(person.id().value())));
      if (dnd.isDndEnabled() && dnd.getNextDndStartTs() != null && dnd.getNextDndEndTs() != null) {
        missed.tell(
            scene.incident().number(),
            call.page(),
            call.call(),
            Instant.ofEpochSecond(dnd.getNextDndStartTs()),
            Instant.ofEpochSecond(dnd.getNextDndEndTs()));
      }
    } catch (SlackFault unknown) {
      // The page is sent; a second message would only be a copy.
    }
  }

  @Override
  public boolean repeats() {
    return false;
  }

  @Override
  public Optional<Sought> sought(Attempt attempt) {
    return DirectConversation.sought(attempt);
  }
}
