package io.evenkeel.blameless;

import java.util.Arrays;

/** Where lines begin, so that an offset becomes a line and a column. */
final class Lines {
  private final int[] starts;

  Lines(String text) {
    int[] found = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = at + 1;
    }
    starts = Arrays.copyOf(found, count);
  }

  Finding.Span span(int start, int end) {
    int at = Arrays.binarySearch(starts, start);
    int line = at >= 0 ? at : -at - 2;
    return new Finding.Span(line + 1, start - starts[line] + 1, start, end);
  }
}
