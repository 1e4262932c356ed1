package io.evenkeel.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A thousand documents of incidents with hostile names. What is searched for afterwards is looked
 * for by plain means, not by those that replaced it.
 */
class ManyIncidentsTest {
  private static final List<String> FIRST =
      List.of(
          "Alice",
          "Al",
          "Alicia",
          "Will",
          "Mark",
          "May",
          "Grace",
          "Zoë",
          "José",
          "Łukasz",
          "Søren",
          "Nguyễn",
          "Дмитрий",
          "Ελένη",
          "محمد",
          "Ann",
          "Anna",
          "Annabel",
          "Jean-Luc",
          "O'Brien",
          "D’Arcy",
          "X Æ",
          "Rose",
          "Bill",
          "Art",
          "Page",
          "(Bob)",
          "a|b",
          "$1",
          "\\E.*",
          "[x](y)",
          "Ms.");

  private static final List<String> LAST =
      List.of(
          "Lee",
          "Lee-Smith",
          "Leeson",
          "Will",
          "Hunter",
          "Day",
          "Müller",
          "Şahin",
          "de la Cruz",
          "Wójcik",
          "Fields",
          "Smith Jr.",
          "Иванов",
          "王",
          "(ops)",
          "+1",
          "^a$",
          "{2,}",
          "\\Q",
          "*star*",
          "_under_",
          "O'Neill",
          "Null",
          "Root",
          "Moreau",
          "Moreau-Petit",
          "Grant",
          "Cross");

  private static final List<String> WHOLE =
      List.of(
          "田中太郎",
          "김민준",
          "🔥 Ada 🔥",
          "สมชาย",
          "jdoe",
          "charlie",
          "xX_neo_Xx",
          "François‑Xavier Roux");

  /** Nobody is named here, though each of it is somebody's name, too. */
  private static final List<String> PROSE =
      List.of(
          "The retry will mark the page as read, and may grant access to the root of the field.",
          "An alert rose at day break; the bill of materials was null.",
          "Annual reports and malice are no names; neither is annabella.",
          "If the hunter process will cross the limit, the state of the art is to page.");

  @Test
  void noIdMentionAddressOrFullNameIsLeftForReadersOutside() {
    long took = 0;
    for (int seed = 0; seed < 1000; seed++) {
      var random = new Random(seed);
      List<Someone> people = people(random);
      String text = document(random, people);
      long before = System.nanoTime();
      Recast outside = People.outside(text, cast(people));
      took += System.nanoTime() - before;
      String left = outside.text();
      String named = left;
      for (String prose : PROSE) {
        assertEquals(count(prose, text), count(prose, left), "seed " + seed + ": " + prose);
        named = named.replace(prose, "");
      }
      for (Someone person : people) {
        gone(person.id(), named, seed);
        gone(person.mail(), named, seed);
        gone(person.name(), named, seed);
        gone(escaped(person.name()), named, seed);
      }
      assertTrue(!left.contains("@") && !left.contains("U0") && !left.contains("W0"), () -> left);
      if (seed % 50 == 0) {
        assertEquals(left, People.outside(text, cast(people)).text());
      }
    }
    System.out.printf("people: 1000 documents in %d ms%n", took / 1_000_000);
  }

  private record Someone(String id, String name, String user, String mail, boolean leads) {}

  private static List<Someone> people(Random random) {
    var people = new ArrayList<Someone>();
    Set<String> names = new HashSet<>();
    while (people.size() < 2 + random.nextInt(6)) {
      String name =
          random.nextInt(5) == 0
              ? pick(WHOLE, random)
              : pick(FIRST, random) + " " + pick(LAST, random);
      if (names.add(name)) {
        int number = people.size();
        String id = (random.nextBoolean() ? "U0" : "W0") + code(random);
        String user = "user" + number + code(random).toLowerCase(Locale.ROOT);
        people.add(new Someone(id, name, user, user + "@corp.example", number == 0));
      }
    }
    return people;
  }

  private static Cast cast(List<Someone> people) {
    return Cast.of(
        people.stream()
            .map(one ->
                new Participant(
                    one.id(),
                    List.of(one.name(), one.user()),
                    one.leads() ? "incident commander" : null))
            .toList(),
        Set.of());
  }

  private static String document(Random random, List<Someone> people) {
    var text =
        new StringBuilder(
            "---\nowner: \"" + people.getFirst().name() + "\"\n---\n\n# What happened\n\n");
    for (int i = 0; i < 12; i++) {
      Someone one = people.get(random.nextInt(people.size()));
      String name = random.nextBoolean() ? one.name() : escaped(one.name());
      text.append(
          switch (random.nextInt(10)) {
            case 0 -> name + " restarted the proxy, and asked <@" + one.id() + ">.";
            case 1 -> "> \"" + name + "'s change\", said <@" + one.id() + "|" + one.user() + ">";
            case 2 -> "- 14:32 UTC (T+2m): " + name + " wrote: back @" + one.user();
            case 3 -> "| tech lead | " + name + " | 14:02 UTC | |";
            case 4 -> "Mail " + one.mail() + " or [them](mailto:" + one.mail() + ").";
            case 5 -> "<!-- prompt: what did " + one.name().toUpperCase(Locale.ROOT) + " see? -->";
            case 6 -> "See https://chat.example/team/" + one.id() + " (`" + name + "`).";
            case 7 -> "*" + name + "*, **" + name + "**;" + name + "/" + name + ".";
            default -> pick(PROSE, random);
          });
      text.append("\n\n");
    }
    return text.toString();
  }

  /** By plain means: the words in a row, in any letter case, with no word going on around them. */
  private static void gone(String secret, String text, int seed) {
    if (!text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT))) {
      return;
    }
    String word = "[\\p{L}\\p{N}]";
    var found =
        Pattern.compile("(?iu)(?<!" + word + ")" + Pattern.quote(secret) + "(?!" + word + ")")
            .matcher(text);
    assertTrue(!found.find(), () -> "seed " + seed + ": " + secret + " is left in\n" + text);
  }

  private static String escaped(String name) {
    return name.replaceAll("[\\\\`*\\[\\]<|~$_.(){}+]", "\\\\$0");
  }

  private static int count(String part, String text) {
    return text.split(Pattern.quote(part), -1).length;
  }

  private static String code(Random random) {
    var code = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      code.append("ABCDEFGHJKLMNPQRSTVXYZ0123456789".charAt(random.nextInt(32)));
    }
    return code.toString();
  }

  private static String pick(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
