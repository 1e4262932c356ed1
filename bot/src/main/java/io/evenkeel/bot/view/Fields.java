package io.evenkeel.bot.view;

import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts that our forms are made of. A field's block and its input carry the same name, so an
 * error finds its field by that name.
 */
final class Fields {
  /** Slack's limit for an option's text and description. */
  private static final int OPTION = 75;

  /** Slack's limit for the longest text that can be typed into a form. */
  static final int LONGEST = 3000;

  private Fields() {}

  static View form(
      String callbackId, String title, String submit, String metadata, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(callbackId)
        .privateMetadata(metadata)
        .title(ViewTitle.builder().type("plain_text").text(Fit.plain(title, 24)).build())
        .submit(ViewSubmit.builder().type("plain_text").text(submit).build())
        .close(ViewClose.builder().type("plain_text").text("Cancel").build())
        .blocks(blocks)
        .build();
  }

  static InputBlock field(
      String name, String label, @Nullable String hint, boolean optional, BlockElement input) {
    return InputBlock.builder()
        .blockId(name)
        .label(plainText(label))
        .hint(hint == null ? null : plainText(hint))
        .optional(optional)
        .element(input)
        .build();
  }

  static PlainTextInputElement line(String name, int longest, String example, String typed) {
    return PlainTextInputElement.builder()
        .actionId(name)
        .maxLength(longest)
        .placeholder(plainText(example))
        .initialValue(typed.isEmpty() ? null : Fit.plain(typed, longest))
        .build();
  }

  static PlainTextInputElement paragraph(String name, String example) {
    return PlainTextInputElement.builder()
        .actionId(name)
        .multiline(true)
        .maxLength(LONGEST)
        .placeholder(plainText(example))
        .build();
  }

  /** A paragraph that begins with some words. */
  static PlainTextInputElement written(String name, int longest, String words) {
    return PlainTextInputElement.builder()
        .actionId(name)
        .multiline(true)
        .maxLength(longest)
        .initialValue(words.isEmpty() ? null : Fit.plain(words, longest))
        .build();
  }

  /** A field whose change is told at once, before the form is sent. */
  static InputBlock telling(String name, String label, BlockElement input) {
    return InputBlock.builder()
        .blockId(name)
        .label(plainText(label))
        .dispatchAction(true)
        .element(input)
        .build();
  }

  /** All choices to be seen at once, with what each means. */
  static RadioButtonsElement choice(
      String name, List<OptionObject> options, @Nullable OptionObject chosen) {
    return RadioButtonsElement.builder()
        .actionId(name)
        .options(options)
        .initialOption(chosen)
        .build();
  }

  static StaticSelectElement select(String name, List<OptionObject> options, OptionObject chosen) {
    return StaticSelectElement.builder()
        .actionId(name)
        .options(options)
        .initialOption(chosen)
        .build();
  }

  static CheckboxesElement boxes(
      String name, List<OptionObject> options, List<OptionObject> ticked) {
    return CheckboxesElement.builder()
        .actionId(name)
        .options(options)
        .initialOptions(ticked.isEmpty() ? null : List.copyOf(ticked))
        .build();
  }

  static OptionObject option(String value, String text) {
    return option(value, text, null);
  }

  static OptionObject option(String value, String text, @Nullable String description) {
    return OptionObject.builder()
        .value(value)
        .text(optionText(text))
        .description(description == null ? null : optionText(description))
        .build();
  }

  private static PlainTextObject optionText(String text) {
    return plainText(Fit.plain(text, OPTION));
  }
}
