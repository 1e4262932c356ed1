package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.ChangeView;
import io.evenkeel.bot.view.DutyView;
import io.evenkeel.bot.view.HandedOver;
import io.evenkeel.bot.view.HandoverView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.PageView;
import io.evenkeel.bot.view.PaperView;
import io.evenkeel.bot.view.ReminderView;
import io.evenkeel.bot.view.StatementView;
import io.evenkeel.bot.view.TaskView;
import io.evenkeel.bot.view.UndoneView;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Addressee;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Handover;
import io.evenkeel.incident.Incident;
import io.evenkeel.incident.News;
import io.evenkeel.incident.Packet;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.Undone;
import io.evenkeel.paging.State;
import io.evenkeel.persistence.delivery.ParkedEffect;
import io.evenkeel.persistence.delivery.Purpose;
import io.evenkeel.persistence.delivery.SlackObject;
import io.evenkeel.reminder.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells one person something by direct message. The conversation is noted before it is posted to,
 * so that a post in doubt is looked for where it went. Where Slack refuses the first person, the
 * next best one is told.
 */
final class Tells implements Action {
  private final Effect.Tell tell;
  private final Scene scene;
  private final Shown shown;

  Tells(Effect.Tell tell, Scene scene, Shown shown) {
    this.tell = tell;
    this.scene = scene;
    this.shown = shown;
  }

  @Override
  public String method() {
    return DirectConversation.OPEN;
  }

  @Override
  public Map<Purpose, SlackObject> perform(Attempt attempt) throws SlackFault {
    Optional<Message> message = people().isEmpty() ? Optional.empty() : message();
    if (message.isEmpty()) {
      return Map.of();
    }
    SlackFault refused = null;
    for (PersonId person : people()) {
      try {
        return Map.of(Post.purpose(attempt), send(attempt, person, message.get()));
      } catch (SlackFault e) {
        if (!(e.fault() instanceof Fault.Refused)) {
          throw e;
        }
        refused = e;
      }
    }
    throw refused == null
        ? new SlackFault(new Fault.Refused("user_not_found", "There is nobody to tell."))
        : refused;
  }

  private static SlackObject send(Attempt attempt, PersonId person, Message message)
      throws SlackFault {
    return new Post(DirectConversation.with(attempt, person), null, false).send(attempt, message);
  }

  /** Empty when there is nothing left to tell. */
  private Optional<Message> message() {
    return switch (tell.news()) {
      case News.OfParked _ -> {
        List<Undone> undone =
            scene.parked().stream()
                .filter(parked -> !parked.direct())
                .map(ParkedEffect::undone)
                .toList();
        yield undone.isEmpty()
            ? Optional.empty()
            : Optional.of(UndoneView.notice(scene.incident(), channel(), undone));
      }
      case News.OfChange _ ->
          Optional.of(
              ChangeView.of(
                  scene.incident(), shown.severities(), scene.excerpt().entries(), channel()));
      case News.OfTask(int number) ->
          scene
              .task(number)
              .filter(Task::open)
              .map(task -> TaskView.given(scene.incident(), task, channel()));
      case News.OfOverdue(int number) ->
          scene
              .task(number)
              .filter(task -> task.open() && Objects.equals(task.due(), task.reminded()))
              .map(task -> TaskView.overdue(scene.incident(), task, channel()));
      case News.OfAction(int number) ->
          scene
              .action(number)
              .filter(ActionItem::open)
              .map(action -> TaskView.action(scene.incident(), action, channel()));
      case News.OfStatement(int number) ->
          Optional.of(scene.statement(number))
              .filter(Statement::open)
              .map(one -> StatementView.ask(scene.incident(), one, channel()));
      case News.OfVerdict(int number) -> {
        Statement one = scene.statement(number);
        yield Optional.ofNullable(one.verdict())
            .map(verdict -> StatementView.verdict(scene.incident(), one, verdict));
      }
      case News.OfUnanswered(int number) ->
          scene
              .board()
              .page(number)
              .filter(page -> page.state() == State.EXHAUSTED)
              .map(page -> PageView.unanswered(scene.incident(), page, channel()));
      case News.OfReminder(Reminder reminder, Instant decided) ->
          Cause.stands(reminder, scene.incident(), scene.postmortem(), decided)
              ? Optional.of(
                  ReminderView.of(
                      scene.incident(), reminder, people().getFirst(), decided, channel()))
              : Optional.empty();
      case News.OfPostmortem _ ->
          Optional.of(PaperView.told(scene.incident(), scene.postmortem(), channel()));
      case News.OfDuty(Role role) ->
          scene
              .incident()
              .holder(role)
              .filter(held ->
                  tell.to() instanceof Addressee.Somebody(PersonId person)
                      && person.equals(held.person().id()))
              .filter(_ -> scene.incident().open())
              .map(_ ->
                  DutyView.of(
                      scene.incident(), role, shown.roles().duty(role).orElse(""), channel()));
      case News.OfOffer(int number) -> handover(number).filter(Handover::open).map(this::offer);
      case News.OfHandover(int number) ->
          handover(number)
              .flatMap(handover ->
                  Optional.ofNullable(handover.ended())
                      .map(ended ->
                          HandoverView.end(
                              scene.incident(), handover, ended, people().getFirst())));
    };
  }

  private Optional<Handover> handover(int number) {
    return scene.board().handovers().stream().filter(one -> one.number() == number).findFirst();
  }

  private Message offer(Handover handover) {
    return HandoverView.offer(
        scene.incident(),
        handover,
        people().getFirst(),
        HandedOver.of(
            scene.incident(),
            Packet.of(scene.board(), scene.excerpt().entries()),
            shown.roles().duty(handover.role()).orElse("")),
        channel());
  }

  private @Nullable ChannelId channel() {
    var channel = scene.channelObject();
    return channel == null ? null : channel.channel();
  }

  /**
   * The first is the one who should know; nobody while nobody has taken Evenkeel's own incident.
   */
  private List<PersonId> people() {
    return switch (tell.to()) {
      case Addressee.Somebody(PersonId person) -> List.of(person);
      case Addressee.Commander _ ->
          Stream.concat(
                  scene.incident().commander().stream().map(Incident.Holder::person),
                  Stream.of(scene.incident().declaredBy()))
              .filter(Person::human)
              .map(Person::id)
              .distinct()
              .toList();
    };
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
