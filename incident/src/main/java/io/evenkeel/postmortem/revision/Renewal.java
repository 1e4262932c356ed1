package io.evenkeel.postmortem.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a document becomes when the machine's part of it is renewed.
 *
 * <p>Rule 1: while nobody has edited it, it becomes what the machine writes now. Rule 2: what
 * people wrote stays, byte for byte, wherever they have moved it. Rule 3: a block (or the front
 * matter) as the machine wrote it is renewed where it stands; what the machine writes no more is
 * taken out. Rule 4: a block that somebody edited stays while the machine has nothing new to say in
 * it. Rule 5: when it has, the block is renewed, and what stood in it is kept behind it as a
 * conflict. Rule 6: a block that somebody has taken out stays out; an empty one is filled. Rule 7:
 * a block that the machine has not written before comes where it stands in the machine's text.
 *
 * @param text the document from now on
 * @param changes what is new in it, in the document's order
 */
public record Renewal(String text, List<Changed> changes) {
  /** As a change is named that concerns the front matter. */
  public static final String FRONT_MATTER = "front-matter";

  /** The block whose lines are entries. */
  private static final String TIMELINE = "timeline";

  private static final int SHOWN = 5;

  public Renewal {
    changes = List.copyOf(changes);
  }

  /**
   * A part that is renewed.
   *
   * @param name of the block
   * @param added lines that were not there before
   * @param removed lines that are there no more
   * @param entries of the timeline that are new, different or gone
   * @param conflict somebody had edited it
   * @param fresh the first of the lines that were added, without their ends
   */
  public record Changed(
      String name, int added, int removed, int entries, boolean conflict, List<String> fresh) {
    public Changed {
      fresh = List.copyOf(fresh);
    }
  }

  /**
   * @param base what the machine wrote when this document was last renewed
   * @param current the document as people have left it
   * @param machine what the machine writes now
   */
  public static Renewal of(String base, String current, String machine) {
    Document before = Document.parse(base);
    Document now = Document.parse(machine);
    if (base.equals(machine)) {
      return new Renewal(current, List.of());
    }
    Renewing renewing = new Renewing(before, now);
    if (current.equals(base)) {
      renewing.renew(before);
      return new Renewal(machine, renewing.changes());
    }
    List<Piece> pieces = renewing.renew(Mending.parse(current, before));
    return new Renewal(new Document(pieces).text(), renewing.changes());
  }

  private record Renewing(Document before, Document now, List<Changed> changes) {
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
        pieces.add(Marker.conflict(FRONT_MATTER, text, lineEnd));
      }
      changed(FRONT_MATTER, text, is, edited);
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
          new Changed(
              name,
              added.size(),
              removed.size(),
              name.equals(TIMELINE) ? Math.max(entries(added), entries(removed)) : 0,
              conflict,
              added.stream().limit(SHOWN).toList()));
    }
  }
}
