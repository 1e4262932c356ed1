package io.evenkeel.postmortem.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between one heading of people's text and the next, as it is edited on its own. What
 * the machine wrote is folded into one line, {@code [evenkeel: timeline]}.
 *
 * @param key which it is in its document: {@code 2:Impact}
 * @param heading without its signs; empty for what stands above the first
 * @param body without the heading, and without blank lines around it
 */
public record Section(String key, String heading, String body) {
  private static final Pattern FOLDED = Pattern.compile("\\[evenkeel: ([A-Za-z0-9_.-]+)]");

  /** The document's sections in their order. */
  public static List<Section> of(String document) {
    return cut(document).stream().map(Cut::section).toList();
  }

  /**
   * The document with another body in that section; empty when there is no such section. A block
   * that the new body does not name stays, at the section's end.
   */
  public static Optional<String> replace(String document, String key, String body) {
    List<Cut> cuts = cut(document);
    if (cuts.stream().noneMatch(cut -> cut.section().key().equals(key))) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    for (int i = 0; i < cuts.size(); i++) {
      Cut cut = cuts.get(i);
      boolean changed = cut.section().key().equals(key) && !cut.section().body().equals(body);
      text.append(changed ? cut.with(body, i < cuts.size() - 1) : cut.whole());
    }
    return Optional.of(text.toString());
  }

  /** Whether its heading holds these words, given in lower case. */
  boolean about(String words) {
    return heading.toLowerCase(Locale.ROOT).contains(words);
  }

  /** A section with everything that is in it. */
  private record Cut(int index, String head, List<Piece> pieces) {
    String whole() {
      var text = new StringBuilder(head);
      pieces.forEach(piece -> text.append(piece.text()));
      return text.toString();
    }

    String title() {
      return head.replaceFirst("^#+", "").strip();
    }

    Section section() {
      var body = new StringBuilder();
      for (Piece piece : pieces) {
        switch (piece) {
          case Piece.Written(String text) -> body.append(text);
          case Piece.FrontMatter _ -> {}
          case Piece.Block block -> body.append(folded(block.name())).append('\n');
          case Piece.Conflict conflict -> body.append(conflict.text());
        }
      }
      String plain = body.toString().replace("\r\n", "\n");
      String title = title();
      return new Section(
          index + ":" + title.substring(0, Math.min(60, title.length())),
          title,
          plain.replaceFirst("\\A(?:[ \\t]*\\n)+", "").stripTrailing());
    }

    String with(String body, boolean more) {
      var rest = new ArrayList<Piece.Block>();
      var before = new StringBuilder();
      for (Piece piece : pieces) {
        if (piece instanceof Piece.Block block) {
          rest.add(block);
        } else if (piece instanceof Piece.FrontMatter) {
          before.append(piece.text());
        }
      }
      var text = new StringBuilder(before).append(Lines.ended(head));
      text.append(text.isEmpty() ? "" : "\n");
      for (String line : Lines.of(body)) {
        Matcher named = FOLDED.matcher(line.strip());
        Optional<Piece.Block> block =
            named.matches()
                ? rest.stream().filter(is -> is.name().equals(named.group(1))).findFirst()
                : Optional.empty();
        block.ifPresent(rest::remove);
        text.append(Lines.ended(block.map(Piece.Block::text).orElse(line)));
      }
      rest.forEach(block -> text.append('\n').append(Lines.ended(block.text())));
      return text.append(more ? "\n" : "").toString();
    }

    private static String folded(String name) {
      return "[evenkeel: " + name + "]";
    }
  }

  private static List<Cut> cut(String document) {
    var cuts = new ArrayList<Cut>();
    var current = new Cut(0, "", new ArrayList<>());
    for (Piece piece : Document.parse(document).pieces()) {
      if (!(piece instanceof Piece.Written(String written))) {
        current.pieces().add(piece);
        continue;
      }
      var text = new StringBuilder();
      boolean fenced = false;
      for (String line : Lines.of(written)) {
        fenced ^= line.startsWith("```") || line.startsWith("~~~");
        if (!fenced && line.matches("#{1,3} .*\\R?")) {
          add(current.pieces(), text);
          cuts.add(current);
          current = new Cut(cuts.size(), line, new ArrayList<>());
        } else {
          text.append(line);
        }
      }
      add(current.pieces(), text);
    }
    cuts.add(current);
    return cuts;
  }

  private static void add(List<Piece> pieces, StringBuilder text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece.Written(text.toString()));
      text.setLength(0);
    }
  }
}
