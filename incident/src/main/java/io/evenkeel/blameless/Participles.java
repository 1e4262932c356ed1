package io.evenkeel.blameless;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Past forms of verbs, and what they are forms of. */
final class Participles {
  /** Base, past and participle; one word where past and participle are the same. */
  private static final String IRREGULAR =
      """
      ask asked|bring brought|break broke broken|build built|buy bought|catch caught|choose chose chosen
      come came|cut|do did done|draw drew drawn|drive drove driven|fall fell fallen|feel felt|find found
      forget forgot forgotten|foresee foresaw foreseen|get got gotten|give gave given|go went gone|grow grew grown
      hear heard|hide hid hidden|hold held|keep kept|know knew known|lead led|learn learnt|leave left|let|lose lost
      make made|mean meant|meet met|misread|overlook overlooked|pay paid|put|read|rebuild rebuilt|reset|run ran
      say said|see saw seen|seek sought|send sent|set|show showed shown|shut|speak spoke spoken|spend spent|split
      stand stood|stick stuck|stop stopped|take took taken|teach taught|tell told|think thought|throw threw thrown
      type typed|understand understood|undo undid undone|wake woke woken|write wrote written|drop dropped
      plan planned|ship shipped|skip skipped|spot spotted|commit committed|begin began begun|be been|have had
      use used|push pushed|pull pulled|page paged|merge merged|restore restored|resize resized|change changed
      notice noticed|escalate escalated|communicate communicated|validate validated|declare declared
      disable disabled|enable enabled|handle handled|prepare prepared|raise raised|realise realised
      realize realized|recognise recognised|recognize recognized|reduce reduced|update updated|care cared
      acknowledge acknowledged|anticipate anticipated|avoid avoided|automate automated|configure configured
      consider considered|coordinate coordinated|delete deleted|execute executed|isolate isolated
      investigate investigated|involve involved|migrate migrated|provide provided|rehearse rehearsed
      remove removed|replace replaced|schedule scheduled|scale scaled|silence silenced|engage engaged
      store stored|write wrote written|announce announced|close closed|examine examined|mute muted
      """;

  private static final Map<String, String> BASES = bases();

  /** They end like past forms and describe a thing: "should have limited access". */
  private static final Set<String> ADJECTIVES =
      Words.set(
          "limited dedicated shared elevated unlimited restricted detailed automated red need");

  private Participles() {}

  /** Whether it can stand behind "have". */
  static boolean is(String word) {
    return BASES.containsKey(word)
        || (word.length() > 4 && word.endsWith("ed") && !ADJECTIVES.contains(word));
  }

  /** Whether it can be the verb of a sentence that tells what was. */
  static boolean past(String word) {
    return is(word) && !word.equals("read");
  }

  /** The form behind "to"; null where it is not known for certain. */
  static @Nullable String base(String participle) {
    String known = BASES.get(participle);
    if (known != null || !is(participle)) {
      return known;
    }
    String stem = participle.substring(0, participle.length() - 2);
    if (stem.endsWith("i")) {
      return stem.substring(0, stem.length() - 1) + "y";
    }
    return stem.matches(
            ".*(ck|st|nt|rt|ll|ss|ew|ow|sh|ch|ct|pt|ay|lp|in|rm|ait|ect|lay|ain|end|ad)")
        ? stem
        : null;
  }

  private static Map<String, String> bases() {
    var bases = new HashMap<String, String>();
    for (String verb : IRREGULAR.strip().split("[|\n]")) {
      String[] forms = verb.strip().split(" ");
      for (int i = forms.length == 1 ? 0 : 1; i < forms.length; i++) {
        bases.put(forms[i], forms[0]);
      }
    }
    return bases;
  }
}
