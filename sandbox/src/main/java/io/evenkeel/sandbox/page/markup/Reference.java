package io.evenkeel.sandbox.page.markup;

import org.jspecify.annotations.Nullable;

/**
 * What stands between {@code <} and {@code >} in mrkdwn: a person, a channel, a group of people, a
 * date or a link. Anything else is shown as its label, never as a tag.
 */
final class Reference {

  private Reference() {}

  /** HTML for the inside of {@code <…>}. */
  static String html(String inside, Reader reader) {
    if (inside.startsWith("!date^")) {
      return DateToken.html(inside.substring("!date^".length()), reader);
    }
    int bar = inside.indexOf('|');
    String target = bar < 0 ? inside : inside.substring(0, bar);
    String label = bar < 0 ? null : Html.unescapeSlack(inside.substring(bar + 1));
    if (target.startsWith("@")) {
      return person(target.substring(1), label, reader);
    }
    if (target.startsWith("#")) {
      return channel(target.substring(1), label, reader);
    }
    if (target.startsWith("!")) {
      return group(target.substring(1), label);
    }
    String address = Html.unescapeSlack(target);
    String words = Html.escape(label == null || label.isEmpty() ? address : label);
    return Html.link(address, words);
  }

  static String person(String id, @Nullable String label, Reader reader) {
    String known = reader.people().get(id);
    String name = known != null ? known : label != null ? label : "unknown person";
    String kind = id.equals(reader.id()) ? "mention me" : "mention";
    return "<span class=\"%s\">@%s</span>".formatted(kind, Html.escape(name));
  }

  static String channel(String id, @Nullable String label, Reader reader) {
    String name = reader.channels().get(id);
    if (name == null) {
      return label == null || label.isEmpty()
          ? "<span class=\"mention\">private channel</span>"
          : "<span class=\"mention\">#%s</span>".formatted(Html.escape(label));
    }
    return "<a class=\"mention\" href=\"/client/%s\" data-go=\"%s\">#%s</a>"
        .formatted(Html.escape(id), Html.escape(id), Html.escape(name));
  }

  static String group(String name, @Nullable String label) {
    return switch (name) {
      case "channel", "here", "everyone" -> "<span class=\"mention me\">@%s</span>".formatted(name);
      default ->
          "<span class=\"mention\">%s</span>".formatted(Html.escape(label == null ? name : label));
    };
  }
}
