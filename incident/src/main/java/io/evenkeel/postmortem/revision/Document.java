package io.evenkeel.postmortem.revision;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A postmortem cut into what the machine wrote and what people wrote. Any text can be cut, and its
 * pieces put together are that text again: a marker without its other half is people's text.
 *
 * <p>Rule 1: front matter stands between two lines {@code ---}, the first of them the first line.
 * Rule 2: a block stands between its begin and the next end of that name, unless the name begins
 * again before. Rule 3: a conflict goes to the next line with a comment's end, which must have
 * nothing else on it.
 */
record Document(List<Piece> pieces) {
  Document {
    pieces = List.copyOf(pieces);
  }

  static Document parse(String text) {
    return new Document(new Cutting(Lines.of(text)).pieces());
  }

  String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  Optional<Piece.Block> block(String name) {
    return blocks().stream().filter(block -> block.name().equals(name)).findFirst();
  }

  List<Piece.Block> blocks() {
    return all(Piece.Block.class);
  }

  List<Piece.Conflict> conflicts() {
    return all(Piece.Conflict.class);
  }

  List<Piece.Written> written() {
    return all(Piece.Written.class);
  }

  Optional<Piece.FrontMatter> frontMatter() {
    return all(Piece.FrontMatter.class).stream().findFirst();
  }

  private <T extends Piece> List<T> all(Class<T> kind) {
    return pieces.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
