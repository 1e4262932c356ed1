package io.evenkeel.incident;

import io.evenkeel.runbook.Runbook;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stands, and the rules that change it. Times are UTC at microseconds.
 *
 * @param severityAssumed nobody said the severity: the default stands until somebody does
 * @param announceIn null for the configured announcement channel
 * @param roles who holds what now
 * @param update the latest update for everybody (internal ones stay in the channel), with the
 *     promise of the next
 * @param resolution what was done, once resolved
 * @param mergedInto where it goes on; null unless its status is merged
 * @param entries how many entries its timeline holds
 * @param recordedAt when it last changed; never decreases
 */
public record Incident(
    IncidentNumber number,
    String title,
    Severity severity,
    boolean severityAssumed,
    Status status,
    Mode mode,
    Visibility visibility,
    List<String> services,
    @Nullable ChannelId announceIn,
    Person declaredBy,
    Map<Role, Holder> roles,
    Milestones milestones,
    @Nullable LatestUpdate update,
    @Nullable String resolution,
    @Nullable CancelledAs cancelledAs,
    @Nullable IncidentNumber mergedInto,
    int entries,
    Instant recordedAt) {

  /**
   * @param acting commands until confirmed or replaced: reminders treat this as nobody
   */
  public record Holder(Person person, boolean acting, Instant since) {}

  /**
   * @param next when the next update was promised; null when nothing was promised
   */
  public record LatestUpdate(String text, Instant at, @Nullable Instant next) {}

  public Incident {
    services = List.copyOf(services);
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
  }

  /**
   * Begins an incident: the person who declares it is acting incident commander. What Evenkeel
   * declares by itself nobody commands until somebody takes it, and nobody has acknowledged.
   */
  public static Decision declare(
      IncidentNumber number,
      Command.Declare command,
      Actor actor,
      Instant now,
      SeverityScale severities) {
    return DeclareRule.decide(number, command, null, actor, now, severities);
  }

  /** The same from a message, which becomes the first entry. */
  public static Decision declare(
      IncidentNumber number,
      Command.Declare command,
      Quote quote,
      Actor actor,
      Instant now,
      SeverityScale severities) {
    return DeclareRule.decide(number, command, quote, actor, now, severities);
  }

  /**
   * Applies a command by the rules of incident command; one that is no {@link Command.OnBoard}.
   *
   * @param now UTC at microseconds; a clock that went back is read as {@link #recordedAt}
   */
  public Decision decide(Command.OnIncident command, Actor actor, Instant now) {
    Instant at = now.isBefore(recordedAt) ? recordedAt : now;
    return switch (command) {
      case Command.Join _ -> RoleRules.join(this, actor, at);
      case Command.Update update -> UpdateRules.update(this, update, actor, at);
      case Command.ChangeStatus change -> ProgressRules.status(this, change, actor, at);
      case Command.ChangeSeverity change -> ProgressRules.severity(this, change, actor, at);
      case Command.Mitigate mitigate -> ProgressRules.mitigate(this, mitigate, actor, at);
      case Command.Note note -> RecordRules.note(this, note, actor, at);
      case Command.SayImpact say -> ImpactRules.say(this, say, actor, at);
      case Command.RecordMeasured record -> ImpactRules.measured(this, record, actor, at);
      case Command.Decide decide -> RecordRules.decision(this, decide, actor, at);
      case Command.SetMilestone set -> RecordRules.milestone(this, set, actor, at);
      case Command.Report report -> RecordRules.report(this, report, actor, at);
      case Command.SharePostmortem _ -> RecordRules.sharePostmortem(this, actor, at);
      case Command.Resolve resolve -> EndRules.resolve(this, resolve, actor, at);
      case Command.SetResolution set -> ResolutionRule.say(this, set, actor, at);
      case Command.Close close -> EndRules.close(this, close, actor, at);
      case Command.Merge _, Command.UndoMerge _ -> Merging.alone(this);
      case Command.ArchiveChannel _ -> EndRules.archive(this, actor, at);
      case Command.Reopen reopen -> EndRules.reopen(this, reopen, actor, at);
      case Command.Cancel cancel -> EndRules.cancel(this, cancel, actor, at);
      case Command.Remind remind -> ReminderRules.remind(this, remind.reminder(), actor, at);
      case Command.OnBoard _,
          PostmortemCommand _,
          Command.Paging _,
          Command.Follow _,
          Command.Snooze _ ->
          throw new IllegalArgumentException("this is decided with what is beside it: " + command);
      case Command.OnEntry _ ->
          throw new IllegalArgumentException("this is decided with an entry: " + command);
    };
  }

  /**
   * The same for a command that needs to know what stands beside the incident.
   *
   * @param board as it is while the incident is locked
   */
  public Decision decide(Command.OnBoard command, Board board, Actor actor, Instant now) {
    Instant at = now.isBefore(recordedAt) ? recordedAt : now;
    return switch (command) {
      case RoleCommand.Assign assign -> RoleRules.assign(this, board, assign, actor, at);
      case RoleCommand.Unassign unassign ->
          UnassignRules.unassign(this, board, unassign, actor, at);
      case RoleCommand.Take take -> TakeRules.take(this, board, take, actor, at);
      case RoleCommand.Confirm _ -> TakeRules.confirm(this, board, actor, at);
      case RoleCommand.HandOver handOver ->
          HandoverRules.handOver(this, board, handOver, actor, at);
      case RoleCommand.Accept accept -> AcceptRules.accept(this, board, accept, actor, at);
      case RoleCommand.Decline decline -> AcceptRules.decline(this, board, decline, actor, at);
      case RoleCommand.Lapse lapse -> AcceptRules.lapse(this, board, lapse, actor, at);
      case Command.BeginClaim begin -> ClaimRules.begin(this, board, begin, actor, at);
      case Command.EndClaim end -> ClaimEnding.end(this, board, end, actor, at);
      case TaskCommand.Give give -> TaskRules.give(this, board, give, actor, at);
      case TaskCommand.Finish finish -> TaskRules.finish(this, board, finish, actor, at);
      case TaskCommand.Extend extend -> TaskRules.extend(this, board, extend, actor, at);
      case TaskCommand.Reassign reassign -> TaskPassing.reassign(this, board, reassign, actor, at);
      case TaskCommand.Drop drop -> TaskPassing.drop(this, board, drop, actor, at);
      case ActionCommand.Add add -> ActionRules.add(this, board, add, actor, at);
      case ActionCommand.Change change -> ActionRules.change(this, board, change, actor, at);
      case ActionCommand.Close close -> ActionRules.close(this, board, close, actor, at);
      case TaskCommand.Remind remind -> TaskReminder.remind(this, board, remind, actor, at);
      case Command.KeepLink link -> LinkRules.link(this, board, link, actor, at);
      case Command.OpenCall call -> LinkRules.call(this, board, call, actor, at);
      case StatementCommand.Write write -> StatementRules.write(this, board, write, actor, at);
      case StatementCommand.Change change -> StatementRules.change(this, board, change, actor, at);
      case StatementCommand.Approve approve ->
          StatementRules.approve(this, board, approve, actor, at);
      case StatementCommand.Decline decline ->
          StatementRules.decline(this, board, decline, actor, at);
    };
  }

  /**
   * The same for what is said about pages.
   *
   * @param board as it is while the incident is locked
   * @param pager who is on call
   */
  public Decision decide(
      Command.Paging command, Board board, Pager pager, Actor actor, Instant now) {
    return PageRules.decide(this, board, command.order(), pager, actor, at(now));
  }

  /**
   * The same for a step of a runbook.
   *
   * @param done what was done by its runbooks so far, while the incident is locked
   */
  public Decision decide(
      Command.Follow command, Runbook runbook, List<RunbookStep> done, Actor actor, Instant now) {
    return RunbookRules.follow(this, done, runbook, command.order(), actor, at(now));
  }

  /**
   * The same for a command about an entry of the timeline.
   *
   * @param told what is told there while the incident is locked; null when there is no such entry
   */
  public Decision decide(Command.OnEntry command, @Nullable Told told, Actor actor, Instant now) {
    Instant at = now.isBefore(recordedAt) ? recordedAt : now;
    return switch (command) {
      case Command.Correct correct -> CorrectionRules.correct(this, told, correct, actor, at);
      case Command.Withdraw withdraw -> WithdrawRule.withdraw(this, told, withdraw, actor, at);
      case Command.EditUpdate edit -> CorrectionRules.edit(this, told, edit, actor, at);
    };
  }

  /**
   * Names who finishes the postmortem, and until when.
   *
   * @param ask when that person is asked for what only people know, UTC; null for never
   */
  public PostmortemRules.Decided decide(
      PostmortemCommand.Own command,
      Postmortem before,
      @Nullable Instant ask,
      Actor actor,
      Instant now) {
    return PostmortemRules.own(this, before, command, ask, actor, at(now));
  }

  /**
   * Moves the postmortem on, or back.
   *
   * @param lacking what its gate still asks for, in words; empty when it passes
   */
  public PostmortemRules.Decided decide(
      PostmortemCommand.Move command,
      Postmortem before,
      List<String> lacking,
      Actor actor,
      Instant now) {
    return PostmortemMoves.move(this, before, command, lacking, actor, at(now));
  }

  /** Asks whoever finishes the postmortem for what only people know. */
  public PostmortemRules.Decided decide(
      PostmortemCommand.Ask command, Postmortem before, Actor actor, Instant now) {
    return PostmortemRules.ask(this, before, command, actor, at(now));
  }

  private Instant at(Instant now) {
    return now.isBefore(recordedAt) ? recordedAt : now;
  }

  /** Writes down what alerts have to say; never moves the incident. */
  public Decision.Accepted decide(Evidence evidence, Actor actor, Instant now) {
    return AlertRules.hear(this, evidence, actor, at(now));
  }

  /** Applies what became of a message from Slack; the same words on {@code now}. */
  public Decision.Accepted decide(Retelling retelling, Instant now) {
    return CaptureRules.decide(this, retelling, now.isBefore(recordedAt) ? recordedAt : now);
  }

  public Optional<Holder> holder(Role role) {
    return Optional.ofNullable(roles.get(role));
  }

  public Optional<Holder> commander() {
    return holder(Role.INCIDENT_COMMANDER);
  }

  /**
   * Whoever commands, acting or not; whoever declared it while nobody does. Nobody at all while
   * nobody has taken what Evenkeel declared by itself.
   */
  public Optional<Person> responsible() {
    return commander().map(Holder::person).or(() -> Optional.of(declaredBy)).filter(Person::human);
  }

  public boolean open() {
    return status.open();
  }

  /** T+0 of this incident, UTC: detected, or declared while detected is unknown. */
  public Instant zero() {
    return milestones
        .at(milestones.zero())
        .or(() -> milestones.at(Milestone.DECLARED))
        .orElse(recordedAt);
  }

  /** "INC-42 API service down", as every answer names it; a drill says so each time. */
  public String label() {
    return number + (mode == Mode.DRILL ? " DRILL: " : " ") + title;
  }

  /** It turned out to be none: counted as alert noise and in no other figure. */
  public boolean noise() {
    return status == Status.CANCELLED;
  }

  /** Others than those in its channel read of it in the announcement channel. */
  public boolean announced() {
    return visibility == Visibility.PUBLIC && mode == Mode.LIVE;
  }
}
