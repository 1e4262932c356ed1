package io.evenkeel.bot.view;

import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextQuoteElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import io.evenkeel.incident.ChannelId;
import io.evenkeel.incident.PersonId;
import io.evenkeel.incident.Prose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of rich text. What people typed goes in as it is: rich text has no markup that it could
 * trip over, and nothing in it pings.
 */
public final class RichLine {
  /** Slack's limit for a text in a block, as far as it is documented. */
  private static final int LONGEST = 3_000;

  private final List<RichTextElement> elements = new ArrayList<>();

  /** One block with these lines below each other. */
  public static RichTextBlock block(List<RichLine> lines) {
    var sections = new ArrayList<RichTextElement>();
    for (int i = 0; i < lines.size(); i++) {
      var elements = new ArrayList<>(lines.get(i).elements);
      if (i < lines.size() - 1) {
        elements.add(plain("\n", null));
      }
      sections.addAll(elements);
    }
    return RichTextBlock.builder()
        .elements(List.of(RichTextSectionElement.builder().elements(sections).build()))
        .build();
  }

  /** A text as it is, set off from what stands around it. */
  static RichTextBlock quoted(String text) {
    return RichTextBlock.builder()
        .elements(
            List.of(
                RichTextQuoteElement.builder()
                    .elements(List.of(plain(Fit.plain(text, LONGEST), null)))
                    .build()))
        .build();
  }

  /** A text to be copied: Slack shows it as it is, with a button to copy it. */
  static RichTextBlock copyable(String text) {
    return RichTextBlock.builder()
        .elements(
            List.of(
                RichTextPreformattedElement.builder()
                    .elements(List.of(plain(Fit.plain(text, LONGEST), null)))
                    .build()))
        .build();
  }

  /** The words of an answer. */
  public static RichLine of(Prose prose) {
    var line = new RichLine();
    for (Prose.Span span : prose.spans()) {
      switch (span) {
        case Prose.Text(String text) -> line.text(text);
        case Prose.Strong(String text) -> line.bold(text);
        case Prose.Code(String text) -> line.code(text);
        case Prose.Mention mention -> line.person(mention.person().id());
        case Prose.Room(ChannelId channel) -> line.channel(channel);
        case Prose.At(Instant at) -> line.at(at);
        case Prose.When(Instant at) -> line.at(at);
        case Prose.Link(String url, String text) -> line.link(url, text);
      }
    }
    return line;
  }

  RichLine text(String text) {
    return add(text, null);
  }

  RichLine bold(String text) {
    return add(text, TextStyle.builder().bold(true).build());
  }

  /** Struck through: it was said and does not hold. */
  RichLine struck(String text) {
    return add(text, TextStyle.builder().strike(true).build());
  }

  RichLine italic(String text) {
    return add(text, TextStyle.builder().italic(true).build());
  }

  RichLine code(String text) {
    return add(text, TextStyle.builder().code(true).build());
  }

  RichLine person(PersonId person) {
    elements.add(RichTextSectionElement.User.builder().userId(person.value()).build());
    return this;
  }

  RichLine channel(ChannelId channel) {
    elements.add(RichTextSectionElement.Channel.builder().channelId(channel.value()).build());
    return this;
  }

  RichLine link(String url, String text) {
    elements.add(RichTextSectionElement.Link.builder().url(url).text(text).build());
    return this;
  }

  /** A moment in the reader's own zone; the fallback is UTC. */
  RichLine at(Instant at) {
    elements.add(
        RichTextSectionElement.Date.builder()
            .timestamp((int) at.getEpochSecond())
            .format("{date_short_pretty} {time}")
            .fallback(Mrkdwn.clock(at))
            .build());
    return this;
  }

  private RichLine add(String text, @Nullable TextStyle style) {
    if (!text.isEmpty()) {
      elements.add(plain(Fit.plain(text, Fit.WORDS), style));
    }
    return this;
  }

  private static RichTextElement plain(String text, @Nullable TextStyle style) {
    return RichTextSectionElement.Text.builder().text(text).style(style).build();
  }
}
