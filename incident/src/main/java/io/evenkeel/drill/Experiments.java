package io.evenkeel.drill;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The experiments of an installation, by name. */
public record Experiments(List<Experiment> all) {
  public static final Experiments NONE = new Experiments(List.of());

  public Experiments {
    all = all.stream().sorted(Comparator.comparing(Experiment::name)).toList();
  }

  /** In any letter case, with spaces or hyphens; else the only one that begins so. */
  public Optional<Experiment> find(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    Optional<Experiment> exactly =
        all.stream().filter(one -> one.name().equals(wanted)).findFirst();
    if (exactly.isPresent() || wanted.isEmpty()) {
      return exactly;
    }
    List<Experiment> begun = all.stream().filter(one -> one.name().startsWith(wanted)).toList();
    return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
  }
}
