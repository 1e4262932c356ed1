package io.evenkeel.templates;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/** What rendering may take: a time, checked by everything that a template writes or walks over. */
final class Limits {
  private final Duration allowed;
  private final long deadline;

  Limits(Duration allowed) {
    this.allowed = allowed;
    deadline = System.nanoTime() + allowed.toNanos();
  }

  /**
   * @throws OutOfTime once the time is over
   */
  void check() {
    if (System.nanoTime() - deadline > 0) {
      throw new OutOfTime(allowed);
    }
  }

  Writer watch(Writer writer) {
    return new FilterWriter(writer) {
      @Override
      public void write(int c) throws IOException {
        check();
        super.write(c);
      }

      @Override
      public void write(char[] text, int from, int length) throws IOException {
        check();
        super.write(text, from, length);
      }

      @Override
      public void write(String text, int from, int length) throws IOException {
        check();
        super.write(text, from, length);
      }
    };
  }

  /** The same list, whose every walk checks the time: a loop that writes nothing ends too. */
  <T> List<T> watch(List<T> list) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        check();
        return list.get(index);
      }

      @Override
      public int size() {
        return list.size();
      }

      @Override
      public Iterator<T> iterator() {
        check();
        return super.iterator();
      }
    };
  }

  /** Rendering took longer than it may. */
  static final class OutOfTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    OutOfTime(Duration allowed) {
      super("it takes longer than " + allowed.toSeconds() + " s");
    }
  }
}
