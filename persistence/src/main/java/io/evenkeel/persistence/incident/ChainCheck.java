package io.evenkeel.persistence.incident;

import io.evenkeel.persistence.generated.tables.records.TimelineEntryRecord;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check of a timeline's rows against their hashes, and of its end against the head that the
 * incident's row holds.
 */
final class ChainCheck {
  private ChainCheck() {}

  static Verdict of(List<TimelineEntryRecord> rows, Head head) {
    byte[] previous = Chain.START;
    int seq = 0;
    @Nullable TimelineEntryRecord before = null;
    for (TimelineEntryRecord row : rows) {
      seq++;
      String fault = fault(row, before, seq, previous);
      if (fault != null) {
        return new Verdict.Broken(seq, fault);
      }
      previous = row.getHash();
      before = row;
    }
    if (seq < head.count()) {
      return new Verdict.Broken(seq + 1, "the end was cut off: " + head.count() + " were recorded");
    }
    if (seq > head.count()) {
      return new Verdict.Broken(head.count() + 1, "it was added past the head of the chain");
    }
    if (!HexFormat.of().formatHex(previous).equals(head.hash())) {
      return new Verdict.Broken(Math.max(seq, 1), "the chain does not end in the recorded head");
    }
    return new Verdict.Sound(head);
  }

  private static @Nullable String fault(
      TimelineEntryRecord row, @Nullable TimelineEntryRecord before, int seq, byte[] previous) {
    if (row.getSeq() != seq) {
      return "it was removed";
    }
    byte[] salt = row.getSalt();
    String text = row.getText();
    if ((salt == null) != (text == null)) {
      return "its text or its salt was removed alone";
    }
    if (salt != null
        && text != null
        && !Arrays.equals(Chain.textHash(salt, text), row.getTextHash())) {
      return "its text was changed";
    }
    if (!Arrays.equals(
        Chain.hash(previous, Entries.fields(row), row.getTextHash()), row.getHash())) {
      return "a time, a name or another field of it was changed";
    }
    if (before != null && row.getRecordedAt().isBefore(before.getRecordedAt())) {
      return "it was recorded before the entry that it follows";
    }
    return null;
  }
}
