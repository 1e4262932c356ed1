package io.evenkeel.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Words of an incident's prose that are somebody's name too. Where one stands alone, no program
 * knows which it is; the list is short on purpose, for each word in it is put to a person.
 */
public final class CommonWords {
  private static final Set<String> ALSO_NAMES =
      Set.copyOf(
          Arrays.asList(
              """
              will mark may rose grace bill art sue pat hope faith joy june april august drew grant chance
              page max rich frank jack rob sandy dawn summer autumn amber ruby pearl iris daisy lily heather
              ivy olive ginger violet crystal melody harmony charity patience prudence constance victor
              dean earl duke king prince baron bishop abbot pope hunter fisher cook baker carter mason
              miller smith taylor turner tanner porter potter cooper archer parker walker ward wood woods
              field fields hill brook brooks lake rivers stone rock wall gates bridges banks young long
              short small little strong wise sharp swift bright white black brown green gray grey gold
              silver day monday friday week winter snow frost rain storm flood wind ray star moon sun angel
              christian major penny nick don guy gene chip chuck clay cliff colt dale dusty ernest forest
              herb jay jean jet jewel josh lance lane miles norm otto pierce randy reed rip rod royal rusty
              sage saint scout skip stew sterling tab tad terry trace trip tucker van vance wade wes wick
              zed an so do in the on to or be my he she ha lee see sing song son wong ping pong ng li go an
              case cash chase cross dash key law love marsh mercy merit noble park power price ready root
              rush service shell test unit user admin host port node core data base cloud server page
              pages alert deploy fix change root null none true false
              """
                  .strip()
                  .split("\\s+")));

  private CommonWords() {}

  /** Whether the word, in any letter case, is a common one. */
  public static boolean are(String word) {
    return ALSO_NAMES.contains(word.toLowerCase(Locale.ROOT));
  }
}
