package io.evenkeel.postmortem.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Renews a document by the rules of {@link Renewal}.
 *
 * @param before what the machine wrote when the document was last renewed
 * @param now what it writes now
 * @param changes what has become new so far
 */
record Renewing(Document before, Document now, List<Renewal.Changed> changes) {
  /** The block whose lines are entries. */
  private static final String TIMELINE = "timeline";

  private static final int SHOWN = 5;

  Renewing(Document before, Document now) {
    this(before, now, new ArrayList<>());
  }

  List<Piece> renew(Document current) {
    var pieces = new ArrayList<Piece>();
    for (Piece piece : current.pieces()) {
      switch (piece) {
        case Piece.Written written -> pieces.add(written);
        case Piece.Conflict conflict -> pieces.add(conflict);
        case Piece.FrontMatter matter -> frontMatter(matter, pieces);
        case Piece.Block block -> block(block, pieces);
      }
    }
    for (Piece.Block block : now.blocks()) {
      String name = block.name();
      if (before.block(name).isEmpty() && current.block(name).isEmpty()) {
        Placing.insert(pieces, block, now);
        changed(name, "", block.inner(), false);
      }
    }
    return pieces;
  }

  private void frontMatter(Piece.FrontMatter current, List<Piece> pieces) {
    String was = before.frontMatter().map(Piece::text).orElse("");
    String is = now.frontMatter().map(Piece::text).orElse("");
    String text = current.text();
    if (Lines.same(was, is) || Lines.same(text, is) || is.isEmpty()) {
      pieces.add(current);
      return;
    }
    boolean edited = !Lines.same(text, was);
    String lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    pieces.add(new Piece.FrontMatter(Lines.endedLike("x" + lineEnd, is)));
    if (edited) {
      pieces.add(Marker.conflict(Renewal.FRONT_MATTER, text, lineEnd));
    }
    changed(Renewal.FRONT_MATTER, text, is, edited);
  }

  private void block(Piece.Block current, List<Piece> pieces) {
    Optional<String> was = before.block(current.name()).map(Piece.Block::inner);
    Optional<String> is = now.block(current.name()).map(Piece.Block::inner);
    if (was.isEmpty() && is.isEmpty()) {
      pieces.add(current);
      return;
    }
    String text = current.inner();
    boolean news = was.isEmpty() || is.isEmpty() || !Lines.same(was.get(), is.get());
    boolean alreadySo = is.isPresent() && Lines.same(text, is.get());
    if (!news || alreadySo) {
      pieces.add(current); // rule 4
      return;
    }
    boolean edited = !text.isBlank() && (was.isEmpty() || !Lines.same(text, was.get()));
    String lineEnd = current.begin().endsWith("\r\n") ? "\r\n" : "\n";
    is.ifPresent(renewed -> pieces.add(current.with(renewed)));
    if (edited) {
      ended(pieces, lineEnd);
      pieces.add(Marker.conflict(current.name(), text, lineEnd)); // rule 5
    }
    changed(current.name(), text, is.orElse(""), edited);
  }

  /** The end marker may be the document's last line, without a line end. */
  private static void ended(List<Piece> pieces, String lineEnd) {
    if (!pieces.isEmpty()
        && pieces.getLast() instanceof Piece.Block(var name, var begin, var inner, var end)
        && !end.endsWith("\n")) {
      pieces.set(pieces.size() - 1, new Piece.Block(name, begin, inner, end + lineEnd));
    }
  }

  private static int entries(List<String> lines) {
    return (int) lines.stream().filter(line -> line.startsWith("- ")).count();
  }

  private void changed(String name, String from, String to, boolean conflict) {
    List<String> added = Lines.missing(from, to);
    List<String> removed = Lines.missing(to, from);
    changes.add(
        new Renewal.Changed(
            name,
            added.size(),
            removed.size(),
            name.equals(TIMELINE) ? Math.max(entries(added), entries(removed)) : 0,
            conflict,
            added.stream().limit(SHOWN).toList()));
  }
}
