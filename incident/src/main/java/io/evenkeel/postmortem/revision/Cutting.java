package io.evenkeel.postmortem.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a postmortem by the rules of {@link Document}: goes through its lines once, and looks ahead
 * where something begins.
 */
final class Cutting {
  private static final String FENCE = "---";

  private final List<String> lines;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder written = new StringBuilder();
  private int nextClose = -1;

  Cutting(List<String> lines) {
    this.lines = lines;
  }

  List<Piece> pieces() {
    int at = frontMatter();
    while (at < lines.size()) {
      String line = lines.get(at);
      int end = behindBlock(at);
      if (end < 0) {
        end = behindConflict(at);
      }
      if (end < 0) {
        written.append(line);
        end = at + 1;
      }
      at = end;
    }
    flush();
    return pieces;
  }

  /** Rule 1. */
  private int frontMatter() {
    if (lines.isEmpty() || !Lines.bare(lines.getFirst()).equals(FENCE)) {
      return 0;
    }
    for (int i = 1; i < lines.size() && !Marker.any(lines.get(i)); i++) {
      if (Lines.bare(lines.get(i)).equals(FENCE)) {
        pieces.add(new Piece.FrontMatter(String.join("", lines.subList(0, i + 1))));
        return i + 1;
      }
    }
    return 0;
  }

  /** Rule 2. The line behind the block that begins here; -1 when none does. */
  private int behindBlock(int at) {
    Optional<String> name = Marker.begin(lines.get(at));
    if (name.isEmpty()) {
      return -1;
    }
    for (int i = at + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (Marker.end(line).equals(name)) {
        String inner = String.join("", lines.subList(at + 1, i));
        add(new Piece.Block(name.get(), lines.get(at), inner, line));
        return i + 1;
      }
      if (Marker.begin(line).equals(name)) {
        return -1;
      }
    }
    return -1;
  }

  /** Rule 3. */
  private int behindConflict(int at) {
    Optional<String> name = Marker.conflict(lines.get(at));
    if (name.isEmpty()) {
      return -1;
    }
    int close = closeAfter(at);
    if (close == lines.size() || !Lines.bare(lines.get(close)).equals(Marker.CLOSE)) {
      return -1;
    }
    String kept = Marker.kept(String.join("", lines.subList(at + 1, close)));
    String text = String.join("", lines.subList(at, close + 1));
    add(new Piece.Conflict(name.get(), text, kept));
    return close + 1;
  }

  /** The next line in which a comment ends or another begins; looked for once for all. */
  private int closeAfter(int at) {
    if (nextClose <= at) {
      nextClose = at + 1;
      while (nextClose < lines.size() && !ends(lines.get(nextClose))) {
        nextClose++;
      }
    }
    return nextClose;
  }

  private static boolean ends(String line) {
    return line.contains(Marker.CLOSE) || line.contains("<!--");
  }

  private void add(Piece piece) {
    flush();
    pieces.add(piece);
  }

  private void flush() {
    if (!written.isEmpty()) {
      pieces.add(new Piece.Written(written.toString()));
      written.setLength(0);
    }
  }
}
