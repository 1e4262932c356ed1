package io.evenkeel.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Words for people as a small tree, so that each place (Slack, Markdown, a terminal) renders and
 * escapes them its own way. Text in it is plain: nothing in it is markup, and nothing in it can
 * ping anybody.
 */
public record Prose(List<Span> spans) {

  /** A piece of a sentence. */
  public sealed interface Span {}

  public record Text(String text) implements Span {}

  public record Strong(String text) implements Span {}

  /** Something to type, word for word. */
  public record Code(String text) implements Span {}

  public record Mention(Person person) implements Span {}

  public record Room(ChannelId channel) implements Span {}

  /** A moment, UTC; Slack shows it in the reader's own zone. */
  public record At(Instant instant) implements Span {}

  /** A moment on any day, UTC: where no day is shown otherwise, this one has it. */
  public record When(Instant instant) implements Span {}

  public record Link(String url, String text) implements Span {}

  public Prose {
    spans = List.copyOf(spans);
  }

  /** Plain text alone. */
  public static Prose of(String text) {
    return new Prose(List.of(new Text(text)));
  }

  public Prose text(String text) {
    return with(new Text(text));
  }

  public Prose strong(String text) {
    return with(new Strong(text));
  }

  public Prose code(String text) {
    return with(new Code(text));
  }

  public Prose mention(Person person) {
    return with(new Mention(person));
  }

  public Prose room(ChannelId channel) {
    return with(new Room(channel));
  }

  public Prose at(Instant instant) {
    return with(new At(instant));
  }

  public Prose when(Instant instant) {
    return with(new When(instant));
  }

  public Prose link(String url, String text) {
    return with(new Link(url, text));
  }

  /** This and then that. */
  public Prose then(Prose other) {
    var all = new ArrayList<>(spans);
    all.addAll(other.spans);
    return new Prose(all);
  }

  private Prose with(Span span) {
    var all = new ArrayList<>(spans);
    all.add(span);
    return new Prose(all);
  }
}
