package io.evenkeel.blameless;

/** Where a group of words around a noun begins, and where one that names a person ends. */
record WordGroups(Sentence in) {
  /** The first word of the name whose last word stands there. */
  int nameStart(int at) {
    int start = at;
    while (in.name(start - 1)) {
      start--;
    }
    return start;
  }

  /** The first word of the group whose noun stands there. */
  int groupStart(int at) {
    int start = at;
    while (start > 0 && at - start < 6 && !Words.stops(in.tokens().get(start - 1))) {
      start--;
      if (in.is(start, Words.DETERMINERS) && !in.word(start).equals("'s")) {
        break;
      }
    }
    return start;
  }

  /** The end of a person that begins there; -1 when none does. A person's thing is no person. */
  int ahead(int start) {
    int at = start;
    if (Persons.pronoun(in, at) || in.word(at).equals("they")) {
      return at + 1;
    }
    if (in.name(at)) {
      while (in.name(at)) {
        at++;
      }
      return in.word(at).equals("'s") ? -1 : at;
    }
    while (at < start + 8 && at < in.size()) {
      if (Persons.noun(in, at) && closed(at + 1)) {
        return at + 1;
      }
      boolean of = at > start && in.word(at).equals("of") && Persons.some(in.word(at - 1));
      if (!of && Words.stops(in.tokens().get(at)) && !in.is(at, Words.DETERMINERS)) {
        return -1;
      }
      at++;
    }
    return -1;
  }

  /** Whether a group of words ends before that place. */
  private boolean closed(int at) {
    if (at >= in.size()) {
      return true;
    }
    String word = in.word(at);
    return !word.equals("'s")
        && (Words.stops(in.tokens().get(at))
            || Participles.is(word)
            || word.endsWith("ing")
            || in.is(at, Words.DETERMINERS));
  }
}
