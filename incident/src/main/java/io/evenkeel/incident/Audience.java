package io.evenkeel.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Readers outside the response. Stored as its {@link #word()}: never renamed. */
public enum Audience {
  CUSTOMERS("customer|customers|client|clients|public|users"),
  EXECUTIVES("executive|executives|exec|execs|management|leadership");

  private final String forms;

  Audience(String forms) {
    this.forms = forms;
  }

  /** As somebody types it, in any letter case. */
  public static Optional<Audience> find(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(one -> Arrays.asList(one.forms.split("\\|", -1)).contains(wanted))
        .findFirst();
  }

  /** "customers". */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is typed: "customer". */
  public String typed() {
    return forms.substring(0, forms.indexOf('|'));
  }

  /** The template of what is written for them. */
  public Occasion occasion() {
    return this == CUSTOMERS ? Occasion.CUSTOMER : Occasion.EXECUTIVE;
  }
}
