package io.evenkeel.slo;

import java.util.List;

/** All that an installation promises. */
public record Objectives(List<Objective> all) {
  public static final Objectives NONE = new Objectives(List.of());

  public Objectives {
    all = List.copyOf(all);
  }

  /** What is promised of a service, in any letter case. */
  public List<Objective> of(String service) {
    return all.stream().filter(one -> one.service().equalsIgnoreCase(service)).toList();
  }
}
