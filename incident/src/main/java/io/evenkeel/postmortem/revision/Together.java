package io.evenkeel.postmortem.revision;

import java.util.List;

/**
 * Two people's edits of the same text put together.
 *
 * <p>Rule 1: where only one of them changed something, the change counts. Rule 2: where both did
 * the same, it counts once. Rule 3: where both only added lines, both additions stay, the earlier
 * first. Rule 4: where they changed the same lines in different ways, nobody decides for them.
 */
public sealed interface Together {

  record Merged(String text) implements Together {}

  /**
   * @param heading of the section where both changed the same lines; empty above the first
   */
  record Clash(String heading) implements Together {}

  /**
   * @param base what both of them saw
   * @param earlier what is recorded already
   * @param later what comes now
   */
  static Together of(String base, String earlier, String later) {
    if (earlier.equals(base) || earlier.equals(later)) {
      return new Merged(later);
    }
    return later.equals(base)
        ? new Merged(earlier)
        : new Weaving(Lines.of(base), Lines.of(earlier), Lines.of(later)).woven();
  }

  /** Goes from one line that all three have to the next. */
  final class Weaving {
    private final List<String> base;
    private final List<String> one;
    private final List<String> other;
    private final StringBuilder text = new StringBuilder();

    private Weaving(List<String> base, List<String> one, List<String> other) {
      this.base = base;
      this.one = one;
      this.other = other;
    }

    private Together woven() {
      int[] inOne = Alignment.of(base, one);
      int[] inOther = Alignment.of(base, other);
      int b = 0;
      int i = 0;
      int j = 0;
      while (b <= base.size()) {
        int next = b;
        while (next < base.size() && (inOne[next] < 0 || inOther[next] < 0)) {
          next++;
        }
        boolean end = next == base.size();
        int oneNext = end ? one.size() : inOne[next];
        int otherNext = end ? other.size() : inOther[next];
        if (!chunk(base.subList(b, next), one.subList(i, oneNext), other.subList(j, otherNext))) {
          return new Clash(heading(b));
        }
        if (!end) {
          text.append(base.get(next));
        }
        b = next + 1;
        i = oneNext + 1;
        j = otherNext + 1;
      }
      return new Merged(text.toString());
    }

    private boolean chunk(List<String> was, List<String> mine, List<String> theirs) {
      boolean additions = was.isEmpty() && !mine.equals(theirs);
      if (!additions && !mine.equals(was) && !theirs.equals(was) && !mine.equals(theirs)) {
        return false; // rule 4
      }
      if (additions) {
        mine.forEach(line -> text.append(theirs.isEmpty() ? line : Lines.ended(line)));
        theirs.forEach(text::append); // rule 3
      } else {
        (mine.equals(was) ? theirs : mine).forEach(text::append);
      }
      return true;
    }

    private String heading(int at) {
      for (int i = Math.min(at, base.size() - 1); i >= 0; i--) {
        if (base.get(i).startsWith("#")) {
          return base.get(i).replaceFirst("^#+", "").strip();
        }
      }
      return "";
    }
  }
}
