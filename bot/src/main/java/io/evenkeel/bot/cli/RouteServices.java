package io.evenkeel.bot.cli;

import io.evenkeel.alert.Match;
import io.evenkeel.alert.Route;
import io.evenkeel.alert.Route.What;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.grammar.Nearest;
import io.evenkeel.incident.SeverityScale;
import io.evenkeel.service.Catalogue;
import io.evenkeel.service.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which services a route is for, and whether anybody is paged for them. */
final class RouteServices {
  /** More of them are counted, not named. */
  private static final int NAMED = 4;

  private final Installation house;
  private final Catalogue services;
  private final Unpaged unpaged;

  RouteServices(Installation house) {
    this.house = house;
    services = house.signals().services();
    unpaged = new Unpaged(house);
  }

  List<String> lines(Route route) {
    if (route.what() == What.IGNORE) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    Optional<String> only = only(route);
    only.flatMap(name -> unknown(services, name))
        .ifPresent(words -> lines.add("Route " + route.name() + " is for " + words));
    if (route.what() == What.DECLARE && route.policy() == null) {
      only.map(name -> silent(route, name))
          .orElseGet(() -> silent(route))
          .ifPresent(words -> lines.add("Route " + route.name() + " pages nobody" + words));
    }
    return lines;
  }

  /** Says so of a service that is not in the catalogue, where there is one. */
  static Optional<String> unknown(Catalogue services, String name) {
    if (services.all().isEmpty() || services.find(name).isPresent()) {
      return Optional.empty();
    }
    List<String> near = Nearest.of(name, services.words());
    return Optional.of(
        "the service "
            + name
            + ", which is not under services:, so nobody owns it. "
            + (near.isEmpty()
                ? "Add it there."
                : "Write " + RouteConsequences.or(near) + ", if that is meant."));
  }

  /** The one service of all its alerts; empty where each of them names its own. */
  private static Optional<String> only(Route route) {
    String written = route.service();
    if (written != null && !written.startsWith("{")) {
      return Optional.of(written);
    }
    return route.match().get(label(route)) instanceof Match.Exactly(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static String label(Route route) {
    String written = route.service();
    return written == null ? "service" : written.replaceAll("[{}]", "");
  }

  private Optional<String> silent(Route route, String name) {
    Optional<Service> known = services.find(name);
    List<String> quiet = unpaged.of(severities(route), services.named(name));
    return quiet.isEmpty() || known.map(Service::policy).isPresent()
        ? Optional.empty()
        : Optional.of(
            of(quiet, route)
                + ": "
                + services.named(name)
                + " has no policy. Write policy: for the route or for the service.");
  }

  private Optional<String> silent(Route route) {
    Set<String> severities = severities(route);
    List<String> quiet = unpaged.of(severities, null);
    if (quiet.isEmpty()) {
      return Optional.empty();
    }
    List<String> without =
        services.all().stream()
            .filter(one -> one.policy() == null)
            .map(Service::name)
            .filter(name -> !unpaged.of(severities, name).isEmpty())
            .toList();
    if (without.size() == services.all().size()) {
      return Optional.of(
          of(quiet, route) + ": no service has a policy. Write policy: for the route.");
    }
    return Optional.of(
        of(quiet, route)
            + " where the label "
            + label(route)
            + " names nothing under services:"
            + (without.isEmpty() ? "." : ", or one without a policy: " + some(without) + "."));
  }

  private static String some(List<String> names) {
    return names.size() <= NAMED
        ? String.join(", ", names)
        : names.stream().limit(NAMED - 1L).collect(Collectors.joining(", "))
            + " and "
            + (names.size() - NAMED + 1)
            + " more";
  }

  /** For which severities, where it is not all that the route can mean. */
  private String of(List<String> quiet, Route route) {
    return quiet.size() == severities(route).size() ? "" : " for " + RouteConsequences.or(quiet);
  }

  /** Those that its alerts begin with. Words that are not said are read by the scale. */
  private Set<String> severities(Route route) {
    SeverityScale scale = house.severities();
    String always = route.severity().always();
    if (always != null) {
      return Set.of(always);
    }
    if (route.severity().words().isEmpty()) {
      return scale.levels().stream()
          .map(level -> level.severity().name())
          .collect(Collectors.toSet());
    }
    var all = new HashSet<>(route.severity().words().values());
    all.add(scale.assumed().name());
    return all;
  }
}
