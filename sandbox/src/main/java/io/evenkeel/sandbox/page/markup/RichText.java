package io.evenkeel.sandbox.page.markup;

import java.util.Map;

/** One inline piece of a {@code rich_text} block, by Slack's "rich text elements" reference. */
final class RichText {

  private RichText() {}

  static String html(Map<?, ?> piece, Markup markup) {
    String html =
        switch (text(piece, "type")) {
          case "text" -> Html.escape(text(piece, "text")).replace("\n", "<br>");
          case "link" -> markup.link(text(piece, "url"), text(piece, "text"));
          case "user" -> markup.person(text(piece, "user_id"));
          case "channel" -> markup.channel(text(piece, "channel_id"));
          case "usergroup" -> markup.group(text(piece, "usergroup_id"));
          case "broadcast" -> markup.group(text(piece, "range"));
          case "emoji" -> markup.emoji(text(piece, "name"));
          case "color" -> "<code>" + Html.escape(text(piece, "value")) + "</code>";
          case "date" ->
              markup.date(
                  piece.get("timestamp") instanceof Number seconds ? seconds.longValue() : 0,
                  text(piece, "format"),
                  text(piece, "fallback"));
          default -> Html.escape(text(piece, "text"));
        };
    return piece.get("style") instanceof Map<?, ?> style ? styled(html, style) : html;
  }

  private static String styled(String html, Map<?, ?> style) {
    String result = html;
    result = Boolean.TRUE.equals(style.get("code")) ? "<code>" + result + "</code>" : result;
    result = Boolean.TRUE.equals(style.get("strike")) ? "<del>" + result + "</del>" : result;
    result = Boolean.TRUE.equals(style.get("italic")) ? "<em>" + result + "</em>" : result;
    return Boolean.TRUE.equals(style.get("bold")) ? "<strong>" + result + "</strong>" : result;
  }

  private static String text(Map<?, ?> piece, String key) {
    return piece.get(key) instanceof String value ? value : "";
  }
}
