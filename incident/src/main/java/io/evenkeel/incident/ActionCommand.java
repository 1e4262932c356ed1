package io.evenkeel.incident;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be done after the incident. Days have no time zone. */
public sealed interface ActionCommand extends Command.OnBoard {

  /**
   * @param owner null while nobody has it
   * @param due null when no day was given
   * @param kind null when nobody said
   */
  record Add(
      @Nullable Person owner, String text, @Nullable LocalDate due, @Nullable ActionClass kind)
      implements ActionCommand {
    /** Without saying what it is for. */
    public Add(@Nullable Person owner, String text, @Nullable LocalDate due) {
      this(owner, text, due, null);
    }
  }

  /**
   * Gives an action item another owner, another day, another class, or several of them.
   *
   * @param owner null to leave it as it is
   * @param due null to leave it as it is
   * @param kind null to leave it as it is
   */
  record Change(
      int number, @Nullable Person owner, @Nullable LocalDate due, @Nullable ActionClass kind)
      implements ActionCommand {
    /** The class stays. */
    public Change(int number, @Nullable Person owner, @Nullable LocalDate due) {
      this(number, owner, due, null);
    }
  }

  /** The link leads to what was done; null when nobody named one. */
  record Close(int number, @Nullable String link) implements ActionCommand {
    /** Without a link. */
    public Close(int number) {
      this(number, null);
    }
  }
}
