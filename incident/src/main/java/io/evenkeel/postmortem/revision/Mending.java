package io.evenkeel.postmortem.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the machine's text where people have hurt what marks it: half a pair of markers is gone, or
 * something was written above the front matter. Lines that the machine wrote are claimed, with what
 * stands between them; with both markers gone they are people's.
 */
final class Mending {
  private static final String FENCE = "---";

  private Mending() {}

  static Document parse(String current, Document base) {
    Document whole = Document.parse(current);
    for (Piece.Block known : base.blocks()) {
      if (!known.inner().isBlank() && whole.block(known.name()).isEmpty()) {
        whole = closed(whole, known, base);
      }
    }
    Document document = whole;
    return document.frontMatter().isPresent()
        ? document
        : base.frontMatter().map(known -> apart(document, known)).orElse(document);
  }

  private static Document closed(Document document, Piece.Block known, Document base) {
    var pieces = new ArrayList<Piece>(document.pieces());
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Written(String text)) {
        List<String> lines = new ArrayList<>(Lines.of(text));
        if (close(lines, known, base)) {
          pieces.set(i, new Piece.Written(String.join("", lines)));
          return Document.parse(new Document(pieces).text());
        }
      }
    }
    return document;
  }

  /** Puts the marker that is missing behind, or before, the last line that is the machine's. */
  private static boolean close(List<String> lines, Piece.Block known, Document base) {
    Set<String> theirs = bare(known.inner());
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      boolean begins = Marker.begin(line).filter(known.name()::equals).isPresent();
      boolean ends = Marker.end(line).filter(known.name()::equals).isPresent();
      if (begins || ends) {
        int step = begins ? 1 : -1;
        int last = at;
        for (int i = at + step; inside(lines, i, theirs, base); i += step) {
          last = theirs.contains(Lines.bare(lines.get(i))) ? i : last;
        }
        if (last != at) {
          String lineEnd = line.endsWith("\r\n") ? "\r\n" : "\n";
          lines.set(last, Lines.ended(lines.get(last)));
          lines.add(
              begins ? last + 1 : last,
              begins ? Marker.end(known.name(), lineEnd) : Marker.begin(known.name(), lineEnd));
          return true;
        }
      }
    }
    return false;
  }

  /** A marker of one of its blocks ends the search, and so does a heading that is people's. */
  private static boolean inside(List<String> lines, int at, Set<String> theirs, Document base) {
    if (at < 0 || at >= lines.size()) {
      return false;
    }
    String line = lines.get(at);
    boolean marks = Marker.begin(line).or(() -> Marker.end(line)).flatMap(base::block).isPresent();
    return !marks && (!line.startsWith("#") || theirs.contains(Lines.bare(line)));
  }

  /** The first two fences with a line of the machine's between them. */
  private static Document apart(Document document, Piece.FrontMatter known) {
    Set<String> theirs = bare(known.text());
    theirs.remove(FENCE);
    var pieces = new ArrayList<Piece>();
    boolean found = false;
    for (Piece piece : document.pieces()) {
      List<String> lines = Lines.of(piece.text());
      int begin = found || !(piece instanceof Piece.Written) ? -1 : fence(lines, 0, theirs);
      if (begin < 0) {
        pieces.add(piece);
        continue;
      }
      found = true;
      int end = fence(lines, begin + 1, Set.of());
      written(pieces, lines.subList(0, begin));
      pieces.add(new Piece.FrontMatter(String.join("", lines.subList(begin, end + 1))));
      written(pieces, lines.subList(end + 1, lines.size()));
    }
    return new Document(pieces);
  }

  /** The next fence; with lines given, the next that has one of them before the fence after it. */
  private static int fence(List<String> lines, int from, Set<String> theirs) {
    int last = -1;
    boolean seen = false;
    for (int i = from; i < lines.size(); i++) {
      String line = Lines.bare(lines.get(i));
      if (line.equals(FENCE)) {
        if (theirs.isEmpty() || seen) {
          return theirs.isEmpty() ? i : last;
        }
        last = i;
      }
      seen |= last >= 0 && theirs.contains(line);
    }
    return -1;
  }

  private static Set<String> bare(String text) {
    var all = new HashSet<String>();
    Lines.of(text).stream().map(Lines::bare).filter(line -> !line.isEmpty()).forEach(all::add);
    return all;
  }

  private static void written(List<Piece> pieces, List<String> lines) {
    if (!lines.isEmpty()) {
      pieces.add(new Piece.Written(String.join("", lines)));
    }
  }
}
