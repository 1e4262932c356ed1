package io.evenkeel.postmortem.revision;

import io.evenkeel.incident.Incident;
import io.evenkeel.incident.Postmortem;
import io.evenkeel.postmortem.Doubt;
import io.evenkeel.postmortem.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A postmortem as it stands: its newest revision beside what the timeline says by now.
 *
 * @param newest null while nobody has edited it: it is then what the machine writes
 * @param draft of the newest timeline
 * @param machine the draft in words
 */
public record Paper(Postmortem about, @Nullable Revision newest, Draft draft, String machine) {

  public Incident incident() {
    return draft.incident();
  }

  /** 0 while there is no revision. */
  public int revision() {
    return newest == null ? 0 : newest.number();
  }

  public String text() {
    return newest == null ? machine : newest.text();
  }

  /** With its revision in the front matter, so that it is known when it comes back. */
  public String stamped() {
    return newest == null ? machine : Stamp.on(newest.text(), newest.number());
  }

  /** What renewing it would change. */
  public Renewal renewal() {
    return newest == null
        ? new Renewal(machine, List.of())
        : Renewal.of(newest.machine(), newest.text(), machine);
  }

  /** What people wrote that the timeline's times contradict. */
  public List<Doubt.OtherLength> doubts() {
    return Section.of(text()).stream()
        .map(section -> Prompts.said(section.body()))
        .flatMap(said -> Doubt.in(said, incident().milestones()).stream())
        .toList();
  }

  public Gate gate() {
    return Gate.of(
        text(),
        draft.actions(),
        new Gate.Evidence(draft.coverage().evidenced(), draft.coverage().entries()));
  }
}
