package io.evenkeel.sandbox.page.markup;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All of this package for one reader. Every result is HTML that is safe to put into an element. */
public final class Markup {

  private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+'-]{1,50}):");

  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  private final Reader reader;

  public Markup(Reader reader) {
    this.reader = reader;
  }

  /** Slack's mrkdwn. */
  public String mrkdwn(String text) {
    return new Mrkdwn(reader).html(text);
  }

  /** Plain text: line breaks and emoji names are drawn, nothing else. */
  public String plain(String text) {
    StringBuilder html = new StringBuilder();
    Matcher name = EMOJI.matcher(text);
    int at = 0;
    while (name.find()) {
      String glyph = Emoji.glyph(name.group(1));
      if (glyph != null) {
        html.append(Html.escape(text.substring(at, name.start())));
        html.append(Inline.glyphHtml(glyph, name.group(1)));
        at = name.end();
      }
    }
    return html.append(Html.escape(text.substring(at))).toString().replace("\n", "<br>");
  }

  /** Standard Markdown. */
  public String markdown(String text) {
    return MarkdownBlock.html(text);
  }

  /** A person's name as a mention. */
  public String person(String id) {
    return Reference.person(id, null, reader);
  }

  /** A channel's name as a link. */
  public String channel(String id) {
    return Reference.channel(id, null, reader);
  }

  /** {@code @here}, {@code @channel}, {@code @everyone}. */
  public String group(String range) {
    return Reference.group(range, null);
  }

  /** A link with its words, or the words alone where the address is not safe. */
  public String link(String address, @Nullable String words) {
    return Html.link(address, Html.escape(words == null || words.isEmpty() ? address : words));
  }

  /** A moment as Slack's date token draws it. */
  public String date(long seconds, String format, String fallback) {
    return DateToken.html("%d^%s|%s".formatted(seconds, format, fallback), reader);
  }

  /** One inline piece of a rich text block, as read from its JSON. */
  public String rich(Map<?, ?> piece) {
    return RichText.html(piece, this);
  }

  /** mrkdwn as plain words on one line, for excerpts; text, not HTML. */
  public String words(String text) {
    return TAG.matcher(mrkdwn(text).replaceAll("<(br|/?pre|/?blockquote)>", " "))
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#96;", "`")
        .replace("&amp;", "&")
        .strip();
  }

  /** The character of an emoji name without colons, or the name in colons where it is unknown. */
  public String emoji(String name) {
    String glyph = Emoji.glyph(name);
    return Html.escape(glyph == null ? ":" + name + ":" : glyph);
  }

  /** Plain text with emoji names replaced: for places that hold only text, such as options. */
  public static String textWithEmoji(String text) {
    return Emoji.inText(text);
  }
}
