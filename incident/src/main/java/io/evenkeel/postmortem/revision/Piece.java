package io.evenkeel.postmortem.revision;

/** A part of a document; the parts' texts in order are the document, byte for byte. */
sealed interface Piece {

  /** As it stands in the document, line ends and all. */
  String text();

  /** What people wrote, with headings and prompts, and whatever is no other part. */
  record Written(String text) implements Piece {}

  /** The YAML between two lines {@code ---}; the machine's. */
  record FrontMatter(String text) implements Piece {}

  /**
   * What the machine wrote under a name.
   *
   * @param begin the marker before it, with its line end
   * @param end the marker behind it, with its line end if it has one
   */
  record Block(String name, String begin, String inner, String end) implements Piece {
    @Override
    public String text() {
      return begin + inner + end;
    }

    Block with(String renewed) {
      return new Block(name, begin, Lines.endedLike(begin, renewed), end);
    }
  }

  /**
   * What a person wrote into a block that the machine had to renew.
   *
   * @param kept the person's text, word for word
   */
  record Conflict(String name, String text, String kept) implements Piece {}
}
