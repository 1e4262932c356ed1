package io.evenkeel.bot.slack;

import io.evenkeel.bot.read.Lists;
import io.evenkeel.bot.read.Questions;
import io.evenkeel.bot.read.Room;
import io.evenkeel.bot.view.HomeView;
import io.evenkeel.bot.view.ListView;
import io.evenkeel.bot.view.Message;
import io.evenkeel.bot.view.UpkeepView;
import io.evenkeel.incident.PersonId;
import io.evenkeel.persistence.Unavailable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows each person their own: the newest state, each time they open the Home tab. */
final class HomeTab {
  private final Questions questions;
  private final Modals modals;

  HomeTab(Questions questions, Modals modals) {
    this.questions = questions;
    this.modals = modals;
  }

  /**
   * Blocks until it is shown or has failed; throws nothing.
   *
   * @param notice stands above it; null for none
   */
  void show(PersonId who, String ref, Instant now, @Nullable Message notice) {
    try {
      Lists.Own own = questions.lists().home(who);
      List<ListView.Row> rows = own.rooms().stream().map(HomeTab::row).toList();
      List<HomeView.Duty> duties =
          own.tasks().stream()
              .map(task -> new HomeView.Duty(task.incident(), task.task()))
              .toList();
      modals.publish(
          who,
          ref,
          HomeView.of(
              UpkeepView.notice(notice, questions.upkeeps().worked(now)), rows, duties, now));
    } catch (Unavailable _) {
      modals.publish(who, ref, HomeView.away(now));
    }
  }

  private static ListView.Row row(Room room) {
    return new ListView.Row(room.incident(), room.channel(), room.undone());
  }
}
