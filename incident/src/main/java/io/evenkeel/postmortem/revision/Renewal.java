package io.evenkeel.postmortem.revision;

import java.util.List;

/**
 * What a document becomes when the machine's part of it is renewed.
 *
 * <p>Rule 1: while nobody has edited it, it becomes what the machine writes now. Rule 2: what
 * people wrote stays, byte for byte, wherever they have moved it. Rule 3: a block (or the front
 * matter) as the machine wrote it is renewed where it stands; what the machine writes no more is
 * taken out. Rule 4: a block that somebody edited stays while the machine has nothing new to say in
 * it. Rule 5: when it has, the block is renewed, and what stood in it is kept behind it as a
 * conflict. Rule 6: a block that somebody has taken out stays out; an empty one is filled. Rule 7:
 * a block that the machine has not written before comes where it stands in the machine's text.
 *
 * @param text the document from now on
 * @param changes what is new in it, in the document's order
 */
public record Renewal(String text, List<Changed> changes) {
  /** As a change is named that concerns the front matter. */
  public static final String FRONT_MATTER = "front-matter";

  public Renewal {
    changes = List.copyOf(changes);
  }

  /**
   * A part that is renewed.
   *
   * @param name of the block
   * @param added lines that were not there before
   * @param removed lines that are there no more
   * @param entries of the timeline that are new, different or gone
   * @param conflict somebody had edited it
   * @param fresh the first of the lines that were added, without their ends
   */
  public record Changed(
      String name, int added, int removed, int entries, boolean conflict, List<String> fresh) {
    public Changed {
      fresh = List.copyOf(fresh);
    }
  }

  /**
   * @param base what the machine wrote when this document was last renewed
   * @param current the document as people have left it
   * @param machine what the machine writes now
   */
  public static Renewal of(String base, String current, String machine) {
    Document before = Document.parse(base);
    Document now = Document.parse(machine);
    if (base.equals(machine)) {
      return new Renewal(current, List.of());
    }
    Renewing renewing = new Renewing(before, now);
    if (current.equals(base)) {
      renewing.renew(before);
      return new Renewal(machine, renewing.changes());
    }
    List<Piece> pieces = renewing.renew(Mending.parse(current, before));
    return new Renewal(new Document(pieces).text(), renewing.changes());
  }
}
