package io.evenkeel.bot.delivery;

import io.evenkeel.bot.view.ChangeView;
import io.evenkeel.bot.view.DutyView;
import io.evenkeel.bot.view.HandedOver;
import io.evenkeel.bot.view.HandoverEnd;
import io.evenkeel.bot.view.HandoverView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.PageView;
import io.evenkeel.bot.view.PaperView;
import io.evenkeel.bot.view.ReminderView;
import io.evenkeel.bot.view.StatementAsk;
import io.evenkeel.bot.view.StatementView;
import io.evenkeel.bot.view.TaskView;
import io.evenkeel.bot.view.UndoneView;
import io.evenkeel.incident.ActionItem;
import io.evenkeel.incident.Addressee;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.Effect;
import io.evenkeel.incident.Handover;
import io.evenkeel.incident.News;
import io.evenkeel.incident.Packet;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Reminder;
import io.evenkeel.incident.Role;
import io.evenkeel.incident.Statement;
import io.evenkeel.incident.Task;
import io.evenkeel.incident.Undone;
import io.evenkeel.paging.State;
import io.evenkeel.persistence.delivery.ParkedEffect;
import io.evenkeel.reminder.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told, as it stands by now.
 *
 * @param reader the first of those who may be told
 */
record PersonalNews(Effect.Tell tell, Scene scene, Shown shown, PersonId reader) {
  /** Empty when there is nothing left to tell. */
  Optional<Message> message() {
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
              .map(one -> StatementAsk.of(scene.incident(), one, channel()));
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
              ? Optional.of(ReminderView.of(scene.incident(), reminder, reader, decided, channel()))
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
                      .map(ended -> HandoverEnd.of(scene.incident(), handover, ended, reader)));
    };
  }

  private Optional<Handover> handover(int number) {
    return scene.board().handovers().stream().filter(one -> one.number() == number).findFirst();
  }

  private Message offer(Handover handover) {
    return HandoverView.offer(
        scene.incident(),
        handover,
        reader,
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
}
