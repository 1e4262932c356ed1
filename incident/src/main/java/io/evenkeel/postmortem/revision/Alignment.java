package io.evenkeel.postmortem.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which lines of one text are still there in another: a longest common subsequence, by the greedy
 * algorithm of E. Myers, "An O(ND) difference algorithm and its variations" (1986).
 */
final class Alignment {
  /** Texts that differ in more lines than this count as altogether different in between. */
  private static final int MOST = 1500;

  private Alignment() {}

  /** For each line of the first text its index in the second; -1 where it is gone. */
  static int[] of(List<String> from, List<String> to) {
    int[] found = new int[from.size()];
    Arrays.fill(found, -1);
    int begin = 0;
    int most = Math.min(from.size(), to.size());
    while (begin < most && from.get(begin).equals(to.get(begin))) {
      found[begin] = begin;
      begin++;
    }
    int same = 0;
    while (same < most - begin
        && from.get(from.size() - 1 - same).equals(to.get(to.size() - 1 - same))) {
      found[from.size() - 1 - same] = to.size() - 1 - same;
      same++;
    }
    between(from, begin, from.size() - same, to, begin, to.size() - same, found);
    return found;
  }

  private static void between(
      List<String> from, int begin, int end, List<String> to, int start, int stop, int[] found) {
    int n = end - begin;
    int m = stop - start;
    int most = Math.min(n + m, MOST);
    var furthest = new int[2 * most + 3];
    int zero = most + 1;
    var trail = new ArrayList<int[]>();
    for (int d = 0; d <= most; d++) {
      trail.add(Arrays.copyOfRange(furthest, zero - d - 1, zero + d + 2));
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && furthest[zero + k - 1] < furthest[zero + k + 1]);
        int x = down ? furthest[zero + k + 1] : furthest[zero + k - 1] + 1;
        while (x < n && x - k < m && from.get(begin + x).equals(to.get(start + x - k))) {
          x++;
        }
        furthest[zero + k] = x;
        if (x >= n && x - k >= m) {
          back(trail, n, m, begin, start, found);
          return;
        }
      }
    }
  }

  private static void back(List<int[]> trail, int n, int m, int begin, int start, int[] found) {
    int x = n;
    int y = m;
    for (int d = trail.size() - 1; d >= 0; d--) {
      int[] furthest = trail.get(d);
      int zero = d + 1;
      int k = x - y;
      boolean down = k == -d || (k != d && furthest[zero + k - 1] < furthest[zero + k + 1]);
      int before = d == 0 ? 0 : down ? furthest[zero + k + 1] : furthest[zero + k - 1];
      int fromX = d == 0 ? 0 : down ? before : before + 1;
      while (x > fromX) {
        x--;
        y--;
        found[begin + x] = start + y;
      }
      x = before;
      y = before - (down ? k + 1 : k - 1);
    }
  }
}
