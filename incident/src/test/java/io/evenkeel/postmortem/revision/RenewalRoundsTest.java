package io.evenkeel.postmortem.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A document that people edit at random while the timeline changes, renewed again and again. */
class RenewalRoundsTest {
  private static final int ROUNDS = 100;
  private static final int SEEDS = 8;
  private static final Pattern HUMAN = Pattern.compile("human-\\d+");
  private static final Pattern MACHINE = Pattern.compile("machine-\\d+");

  @Test
  void overAHundredRoundsNoHumanLineIsLostAndNoMachineLineIsStale() {
    for (int seed = 0; seed < SEEDS; seed++) {
      var play = new Play(new Random(seed));
      for (int round = 0; round < ROUNDS; round++) {
        play.round("seed " + seed + ", round " + round);
      }
      assertThat(play.edits).as("seed %d edits", seed).isGreaterThan(ROUNDS);
    }
  }

  /** What the machine knows, and the document. */
  private static final class Play {
    private final Random random;
    private final Map<String, List<String>> facts = new HashMap<>();
    private int counter;
    private int edits;
    private String base;
    private String text;

    Play(Random random) {
      this.random = random;
      for (String name : List.of("front", "summary", "timeline", "roles", "footer")) {
        facts.put(name, new ArrayList<>(List.of(machineLine())));
      }
      base = machine();
      text = base;
    }

    void round(String which) {
      int changes = random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        edit();
      }
      if (random.nextInt(6) == 0) {
        hurtMarkers();
      }
      if (random.nextInt(3) > 0) {
        changeFacts();
      }
      String machine = machine();
      Map<String, Long> human = count(HUMAN, text);
      String before = text;
      text = Renewal.of(base, text, machine).text();

      Map<String, Long> after = count(HUMAN, text);
      human.forEach((line, times) ->
          assertThat(after.getOrDefault(line, 0L))
              .as("%s keeps %s of%n%s%nin%n%s", which, line, before, text)
              .isGreaterThanOrEqualTo(times));
      var current = count(MACHINE, machine).keySet();
      String shown =
          Document.parse(text).pieces().stream()
              .filter(piece -> !(piece instanceof Piece.Conflict))
              .map(Piece::text)
              .collect(Collectors.joining());
      assertThat(count(MACHINE, shown).keySet())
          .as("%s has no stale line: from%n%s%nto%n%s", which, before, text)
          .isSubsetOf(current);
      if (machine.equals(base)) {
        assertThat(text).as("%s: nothing changed", which).isEqualTo(before);
      }
      assertThat(Renewal.of(machine, text, machine).text()).as(which).isEqualTo(text);
      base = machine;
    }

    /** One thing that a person does in an editor. */
    private void edit() {
      edits++;
      List<String> lines = new ArrayList<>(Lines.of(text));
      int at = outOfConflicts(lines.isEmpty() ? 0 : random.nextInt(lines.size() + 1));
      if (at > 0 && !lines.get(at - 1).endsWith("\n")) {
        lines.set(at - 1, lines.get(at - 1) + "\n");
      }
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> lines.add(at, "human-" + ++counter + " wrote this\n");
        case 4 -> lines.add(at, "human-" + ++counter + " --> <!-- --\\> *x*\r\n");
        case 5 -> lines.add(at, "<!-- evenkeel:begin nobody-knows -->\n");
        case 6 -> lines.add(at, "<!-- evenkeel:conflict open: human-" + ++counter + "\n");
        case 7 -> removeOwn(lines, at);
        case 8 -> moveSection(lines);
        default -> {
          text = text.replaceFirst("\\s+\\z", "");
          return;
        }
      }
      text = String.join("", lines);
      if (random.nextInt(12) == 0) {
        text = text.replace("\r\n", "\n");
        text = random.nextBoolean() ? text.replace("\n", "\r\n") : text;
      }
    }

    /** Who writes into what is kept there writes into a comment, and may end it too soon. */
    private int outOfConflicts(int at) {
      int line = 0;
      for (Piece piece : Document.parse(text).pieces()) {
        int end = line + Lines.of(piece.text()).size();
        if (piece instanceof Piece.Conflict && at > line && at < end) {
          return end;
        }
        line = end;
      }
      return at;
    }

    private static void removeOwn(List<String> lines, int at) {
      for (int i = at; i < lines.size(); i++) {
        if (HUMAN.matcher(lines.get(i)).find()) {
          lines.remove(i);
          return;
        }
      }
    }

    /** From one heading to the next, to the end of the document. */
    private void moveSection(List<String> lines) {
      List<Integer> headings = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).startsWith("## ")) {
          headings.add(i);
        }
      }
      if (headings.size() > 1) {
        int which = random.nextInt(headings.size() - 1);
        List<String> section = lines.subList(headings.get(which), headings.get(which + 1));
        var moved = new ArrayList<>(section);
        section.clear();
        lines.set(lines.size() - 1, Lines.ended(lines.getLast()));
        lines.addAll(moved);
      }
    }

    /** Half a pair of markers goes, of a block that nobody has edited. */
    private void hurtMarkers() {
      Document known = Document.parse(base);
      for (Piece.Block block : Document.parse(text).blocks()) {
        if (known.block(block.name()).filter(is -> is.inner().equals(block.inner())).isPresent()) {
          String hurt =
              random.nextBoolean() ? block.begin() + block.inner() : block.inner() + block.end();
          text = text.replace(block.text(), hurt);
          return;
        }
      }
    }

    private void changeFacts() {
      var names = new ArrayList<>(facts.keySet().stream().sorted().toList());
      List<String> lines = facts(names.get(random.nextInt(names.size())));
      if (random.nextBoolean() && lines.size() > 1) {
        lines.remove(random.nextInt(lines.size()));
      } else {
        lines.add(random.nextInt(lines.size() + 1), machineLine());
      }
    }

    private List<String> facts(String name) {
      return Objects.requireNonNull(facts.get(name));
    }

    private String machineLine() {
      return "- machine-" + ++counter + " knows this\n";
    }

    private String machine() {
      var all = new StringBuilder("---\n" + String.join("", facts("front")) + "---\n\n# PM\n");
      for (String name : List.of("summary", "timeline", "roles", "footer")) {
        all.append("\n## ").append(name).append("\n\n<!-- prompt: what of it? -->\n\n");
        all.append("<!-- evenkeel:begin ").append(name).append(" -->\n");
        facts(name).forEach(all::append);
        all.append("<!-- evenkeel:end ").append(name).append(" -->\n");
      }
      return all.toString();
    }

    private static Map<String, Long> count(Pattern what, String text) {
      Matcher found = what.matcher(text);
      var all = new HashMap<String, Long>();
      while (found.find()) {
        all.merge(found.group(), 1L, Long::sum);
      }
      return all;
    }
  }
}
