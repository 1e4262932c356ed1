package io.evenkeel.postmortem.revision;

import java.util.List;

/** Puts a block that is new into a document that people have moved around. */
final class Placing {
  private Placing() {}

  /**
   * Rule 1: behind the block that it follows under the same heading of the machine's text. Rule 2:
   * else right under that heading. Rule 3: else at the end, with the heading.
   */
  static void insert(List<Piece> pieces, Piece.Block block, Document machine) {
    String heading = "";
    String previous = "";
    for (Piece piece : machine.pieces()) {
      if (piece instanceof Piece.Block(var name, _, _, _)) {
        if (name.equals(block.name())) {
          break;
        }
        previous = name;
      }
      if (piece instanceof Piece.Written(String text)) {
        for (String line : Lines.of(text)) {
          if (line.startsWith("#")) {
            heading = Lines.bare(line);
            previous = "";
          }
        }
      }
    }
    if (!behind(pieces, block, previous) && !under(pieces, block, heading)) {
      atTheEnd(pieces, block, heading);
    }
  }

  private static boolean behind(List<Piece> pieces, Piece.Block block, String previous) {
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Block(var name, var begin, var inner, var end)
          && name.equals(previous)) {
        pieces.set(i, new Piece.Block(name, begin, inner, Lines.ended(end)));
        pieces.add(i + 1, new Piece.Written("\n"));
        pieces.add(i + 2, block);
        return true;
      }
    }
    return false;
  }

  private static boolean under(List<Piece> pieces, Piece.Block block, String heading) {
    for (int i = 0; i < pieces.size() && !heading.isEmpty(); i++) {
      if (pieces.get(i) instanceof Piece.Written(String text)) {
        int end = 0;
        for (String line : Lines.of(text)) {
          end += line.length();
          if (Lines.bare(line).equals(heading)) {
            pieces.set(i, new Piece.Written(Lines.ended(text.substring(0, end)) + "\n"));
            pieces.add(i + 1, block);
            if (end < text.length()) {
              pieces.add(i + 2, new Piece.Written(text.substring(end)));
            }
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void atTheEnd(List<Piece> pieces, Piece.Block block, String heading) {
    String all = new Document(pieces).text();
    String gap = all.isEmpty() || all.endsWith("\n\n") ? "" : all.endsWith("\n") ? "\n" : "\n\n";
    pieces.add(new Piece.Written(gap + (heading.isEmpty() ? "" : heading + "\n\n")));
    pieces.add(block);
  }
}
