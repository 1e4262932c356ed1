package io.evenkeel.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
  private static final Map<String, Object> VALUES =
      Map.of("text", "*x* <b>", "list", List.of("a", "b"), "flag", true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ text }}",
        "{{ text | trim }}",
        "{{ text | default('y') }}",
        "{{ flag ? text : 'y' }}",
        "{{ flag ? (flag ? text : 'y') : 'z' }}",
        "{{ nothing is defined ? 'y' : text }}",
        "{% for t in [text] %}{{ t }}{% endfor %}",
      })
  void whateverIsPrintedIsEscaped(String source) {
    assertThat(render(source)).isEqualTo("\\*x\\* \\<b>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ text | raw }}",
        "{% autoescape false %}{{ text }}{% endautoescape %}",
        "{% include '/etc/passwd' %}",
        "{% import 'x' %}",
        "{% from 'x' import y %}",
        "{% extends 'x' %}",
        "{% embed 'x' %}{% endembed %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% block b %}{% endblock %}",
        "{% set x = 'y' %}",
        "{% filter upper %}x{% endfilter %}",
        "{% cache 'x' %}{% endcache %}",
        "{% parallel %}{% endparallel %}",
        "{% for i in range(0, 1000000000) %}{% endfor %}",
        "{% for i in 0..1000000000 %}{% endfor %}",
        "{{ text ~ text }}",
        "{{ text | replace({'*': ''}) }}",
        "{{ text | base64encode }}",
        "{{ text.getClass() }}",
        "{{ text.class.forName('java.lang.Runtime') }}",
        "{{ text.length() }}",
        "{{ list.size() }}",
        "{{ list.clear() }}",
        "{{ i18n('x', 'y') }}",
        "{{ noSuchThing }}",
        "{{ text",
        "{% if flag %}",
      })
  void aTemplateCannotSayWhatWouldHarm(String source) {
    assertThatThrownBy(() -> render(source))
        .isInstanceOf(BadTemplate.class)
        .hasMessageStartingWith("The template own.md cannot be used: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"escape", "escape('html')", "escape(strategy='js')"})
  void noOtherEscapingReplacesThatForMarkdown(String filter) {
    assertThat(render("{{ text | " + filter + " }}")).isEqualTo("\\\\\\*x\\\\\\* \\\\\\<b>\n");
  }

  @Test
  void aTemplateThatIsTooLargeIsRefused() {
    assertThatThrownBy(() -> render("x".repeat(300_000)))
        .isInstanceOf(BadTemplate.class)
        .hasMessage("The template own.md is larger than 256 KB: shorten it.");
  }

  @Test
  void aTemplateThatTakesTooLongIsStopped() {
    List<Integer> many = IntStream.range(0, 100_000).boxed().toList();
    long begin = System.nanoTime();

    assertThatThrownBy(() ->
            new Template(
                    "own.md",
                    "{% for a in many %}{% for b in many %}{% for c in many %}"
                        + "{% endfor %}{% endfor %}{% endfor %}")
                .render(limits -> Map.of("many", limits.watch(many))))
        .isInstanceOf(BadTemplate.class)
        .hasMessageContaining("it takes longer than 2 s");
    assertThat(System.nanoTime() - begin).isLessThan(20_000_000_000L);
  }

  @Test
  void aTemplateThatWritesTooMuchIsStopped() {
    List<String> many = IntStream.range(0, 100_000).mapToObj(i -> "x".repeat(1000)).toList();

    assertThatThrownBy(() ->
            new Template("own.md", "{% for a in many %}{{ a }}{% endfor %}")
                .render(limits -> Map.of("many", limits.watch(many))))
        .isInstanceOf(BadTemplate.class);
  }

  @Test
  void linesThatHoldOnlyTagsLeaveNoGaps() {
    String source =
        """
        a \s

        {% if flag %}
        b
        {% endif %}


        {% for x in list -%}
        - {{ x }}
        {% endfor %}

        c\
        """;

    assertThat(render(source)).isEqualTo("a\n\nb\n\n- a\n- b\n\nc\n");
    assertThat(render(source.replace("\n", "\r\n"))).isEqualTo(render(source));
  }

  private static String render(String source) {
    return new Template("own.md", source).render(limits -> VALUES);
  }
}
