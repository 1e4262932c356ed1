package io.evenkeel.persistence.board;

import io.evenkeel.incident.IncidentNumber;
import io.evenkeel.incident.Page;
import io.evenkeel.incident.Person;
import io.evenkeel.incident.PersonId;
import io.evenkeel.paging.Reply;
import io.evenkeel.paging.Rung;
import io.evenkeel.paging.State;
import io.evenkeel.persistence.generated.tables.records.PageCallRecord;
import io.evenkeel.persistence.generated.tables.records.PageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pages and calls to rows and back. */
final class PageRows {
  private PageRows() {}

  static PageRecord row(IncidentNumber incident, int number, Page page) {
    var row = new PageRecord();
    row.setIncident(incident);
    row.setNumber(number);
    switch (page.asked()) {
      case Page.Asked.Named(String name) -> asked(row, "named", name, name);
      case Page.Asked.Somebody(Person person) ->
          asked(row, "somebody", person.id().value(), person.name());
      case Page.Asked.Group(String handle) -> asked(row, "group", handle, handle);
    }
    row.setText(page.text());
    Person by = page.askedBy();
    row.setAskedBy(by == null ? null : by.id());
    row.setAskedByName(by == null ? null : by.name());
    row.setAskedAt(page.askedAt());
    row.setState(page.state().word());
    Rung rung = page.rung();
    row.setRound(rung == null ? null : rung.round());
    row.setStep(rung == null ? null : rung.step());
    row.setMention(rung == null ? null : rung.mention());
    row.setDueAt(page.due());
    row.setRings(page.rings().toArray(String[]::new));
    Page.Ended ended = page.ended();
    Person endedBy = ended == null ? null : ended.by();
    row.setEndedAt(ended == null ? null : ended.at());
    row.setEndedBy(endedBy == null ? null : endedBy.id());
    row.setEndedByName(endedBy == null ? null : endedBy.name());
    return row;
  }

  private static void asked(PageRecord row, String how, String whom, String name) {
    row.setAsked(how);
    row.setAskedFor(whom);
    row.setAskedForName(name);
  }

  static PageCallRecord row(IncidentNumber incident, int page, Page.Call call) {
    var row = new PageCallRecord();
    row.setIncident(incident);
    row.setPage(page);
    row.setNumber(call.number());
    row.setRound(call.rung().round());
    row.setStep(call.rung().step());
    Person person = call.person();
    row.setPerson(person == null ? null : person.id());
    row.setPersonName(person == null ? null : person.name());
    row.setWhy(call.why());
    row.setCalledAt(call.at());
    Reply reply = call.reply();
    row.setReply(reply == null ? null : reply.word());
    row.setRepliedAt(call.repliedAt());
    row.setBackAt(call.until());
    return row;
  }

  static Page read(PageRecord row, List<Page.Call> calls) {
    Integer round = row.getRound();
    Integer step = row.getStep();
    Boolean mention = row.getMention();
    Instant ended = row.getEndedAt();
    return new Page(
        row.getNumber(),
        switch (row.getAsked()) {
          case "named" -> new Page.Asked.Named(row.getAskedFor());
          case "somebody" ->
              new Page.Asked.Somebody(
                  new Person(new PersonId(row.getAskedFor()), row.getAskedForName()));
          case "group" -> new Page.Asked.Group(row.getAskedFor());
          default -> throw new IllegalStateException("no such target: " + row.getAsked());
        },
        row.getText(),
        person(row.getAskedBy(), row.getAskedByName()),
        row.getAskedAt(),
        State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
        round == null || step == null || mention == null ? null : new Rung(round, step, mention),
        row.getDueAt(),
        List.of(row.getRings()),
        calls,
        ended == null
            ? null
            : new Page.Ended(person(row.getEndedBy(), row.getEndedByName()), ended));
  }

  static Page.Call call(PageCallRecord row) {
    String reply = row.getReply();
    return new Page.Call(
        row.getNumber(),
        new Rung(row.getRound(), row.getStep(), false),
        person(row.getPerson(), row.getPersonName()),
        row.getWhy(),
        row.getCalledAt(),
        reply == null ? null : Reply.valueOf(reply.toUpperCase(Locale.ROOT)),
        row.getRepliedAt(),
        row.getBackAt());
  }

  private static @Nullable Person person(@Nullable PersonId id, @Nullable String name) {
    return id == null || name == null ? null : new Person(id, name);
  }
}
