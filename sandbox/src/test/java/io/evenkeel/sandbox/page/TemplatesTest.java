package io.evenkeel.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.page.markup.Reader;
import io.evenkeel.sandbox.workspace.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Block Kit as HTML. */
class TemplatesTest {

  private static final String HOSTILE = "\"'><img src=x onerror=alert(1)></textarea></template>";

  private final Reader reader =
      new Reader(
          "U0ALICE",
          Map.of("U0ALICE", "alice", "U0BOB", "bob"),
          Map.of("C0GENERAL", "general"),
          ZoneOffset.UTC,
          Instant.parse("2026-11-21T12:00:00Z"));
  private final Templates templates = new Templates();

  @Test
  void aHeaderIsPlainText() {
    assertThat(draw("{'type':'header','text':{'type':'plain_text','text':'*A* & :fire:'}}"))
        .contains("*A* &amp; <span class=\"emoji\"");
  }

  @Test
  void aSectionHasItsTextItsFieldsAndItsButton() {
    assertThat(
            draw(
                """
                {'type':'section','block_id':'b1','text':{'type':'mrkdwn','text':'*Status*'},
                 'fields':[{'type':'plain_text','text':'*one*'},{'type':'mrkdwn','text':'_two_'}],
                 'accessory':{'type':'button','action_id':'go','value':'7','style':'danger',
                   'text':{'type':'plain_text','text':'Go'}}}
                """))
        .contains("<strong>Status</strong>", "*one*", "<em>two</em>")
        .contains("class=\"button danger\"", ">Go</button>")
        .contains("&quot;block_id&quot;:&quot;b1&quot;", "&quot;value&quot;:&quot;7&quot;");
  }

  @Test
  void aButtonThatAsksFirstCarriesItsQuestion() {
    assertThat(
            draw(
                """
                {'type':'actions','elements':[{'type':'button','action_id':'x',
                 'text':{'type':'plain_text','text':'Resolve'},
                 'confirm':{'title':{'type':'plain_text','text':'Sure?'},
                   'text':{'type':'mrkdwn','text':'*Really*'},
                   'confirm':{'type':'plain_text','text':'Yes'},
                   'deny':{'type':'plain_text','text':'No'}}}]}
                """))
        .contains("<template data-confirm><h2>Sure?</h2>", "<strong>Really</strong>");
  }

  @Test
  void menusOfferOptionsAndPeople() {
    assertThat(
            draw(
                """
                {'type':'actions','elements':[
                 {'type':'static_select','action_id':'s','options':[
                   {'text':{'type':'plain_text','text':'SEV-1'},'value':'1'},
                   {'text':{'type':'plain_text','text':'SEV-2'},'value':'2'}],
                  'initial_option':{'text':{'type':'plain_text','text':'SEV-2'},'value':'2'}},
                 {'type':'users_select','action_id':'u'}]}
                """))
        .contains("<option value=\"1\">SEV-1</option>", "<option value=\"2\" selected>SEV-2")
        .contains("<option value=\"U0BOB\">@bob</option>");
  }

  @Test
  void richTextKeepsItsStyles() {
    assertThat(
            draw(
                """
                {'type':'rich_text','elements':[
                 {'type':'rich_text_section','elements':[
                   {'type':'text','text':'<b>','style':{'bold':true,'code':true}},
                   {'type':'user','user_id':'U0BOB'},
                   {'type':'link','url':'javascript:alert(1)','text':'no'}]},
                 {'type':'rich_text_list','style':'ordered','elements':[
                   {'type':'rich_text_section','elements':[{'type':'text','text':'first'}]}]}]}
                """))
        .contains("<strong><code>&lt;b&gt;</code></strong>", "@bob", "<li>first</li>")
        .doesNotContain("javascript");
  }

  @Test
  void anInputShowsItsErrorItsHintAndWhatWasTyped() {
    String html =
        templates.render(
            "block",
            reader,
            Map.of(
                "scope",
                "V1",
                "block",
                json(
                    """
                    {'type':'input','block_id':'t','optional':true,
                     'label':{'type':'plain_text','text':'Title'},
                     'hint':{'type':'plain_text','text':'Few words'},
                     'element':{'type':'plain_text_input','action_id':'a','initial_value':'old'}}
                    """),
                "error",
                "Too long",
                "state",
                json("{'type':'plain_text_input','value':'typed'}")));
    assertThat(html)
        .contains("Title <small>(optional)</small>", "value=\"typed\"", "name=\"f|t|a\"")
        .contains("role=\"alert\"", "Too long", "Few words", "aria-invalid=\"true\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'header','text':{'type':'plain_text','text':'%s'}}",
        "{'type':'section','text':{'type':'mrkdwn','text':'%s'}}",
        "{'type':'context','elements':[{'type':'image','alt_text':'%s'},{'type':'plain_text','text':'%s'}]}",
        "{'type':'image','image_url':'%s','alt_text':'%s','title':{'type':'plain_text','text':'%s'}}",
        "{'type':'markdown','text':'%s'}",
        "{'type':'%s'}",
        "{'type':'actions','block_id':'%s','elements':[{'type':'button','action_id':'%s','value':'%s','style':'%s','url':'%s','accessibility_label':'%s','text':{'type':'plain_text','text':'%s'}}]}",
        "{'type':'actions','elements':[{'type':'static_select','action_id':'%s','placeholder':{'type':'plain_text','text':'%s'},'option_groups':[{'label':{'type':'plain_text','text':'%s'},'options':[{'value':'%s','text':{'type':'plain_text','text':'%s'}}]}]}]}",
        "{'type':'input','block_id':'%s','label':{'type':'plain_text','text':'%s'},'element':{'type':'plain_text_input','multiline':true,'action_id':'%s','initial_value':'%s','placeholder':{'type':'plain_text','text':'%s'}}}",
        "{'type':'input','block_id':'%s','label':{'type':'plain_text','text':'%s'},'element':{'type':'datepicker','action_id':'%s','initial_date':'%s'}}",
        "{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'%s'},{'type':'emoji','name':'%s'},{'type':'link','url':'%s','text':'%s'}]}]}"
      })
  void hostileWordsStayWordsWhereverTheyStand(String block) {
    String hostile = Json.text(HOSTILE);
    String inside = hostile.substring(1, hostile.length() - 1).replace("'", "\u0001");
    String text = block.replace("%s", inside).replace('\'', '"').replace('\u0001', '\'');
    String html =
        templates.render(
            "block",
            reader,
            Map.of("block", Objects.requireNonNull(Plain.of(Json.parse(text))), "scope", "1"));
    assertThat(html).doesNotContain("<img").doesNotContain("\"'>");
    assertThat(html.split("</textarea>", -1)).hasSizeLessThanOrEqualTo(2);
  }

  private String draw(String block) {
    return templates.render("block", reader, Map.of("block", json(block), "scope", "1"));
  }

  private static Object json(String text) {
    return Objects.requireNonNull(Plain.of(Json.parse(text.replace('\'', '"'))));
  }
}
