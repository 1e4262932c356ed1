package io.evenkeel.bot.cli;

import io.evenkeel.alert.Route;
import io.evenkeel.alert.Route.What;
import io.evenkeel.bot.config.AlertSecrets;
import io.evenkeel.bot.config.Fault;
import io.evenkeel.bot.config.Installation;
import io.evenkeel.bot.config.Parsed;
import io.evenkeel.bot.config.Sender;
import io.evenkeel.bot.hooks.Mapping;
import io.evenkeel.grammar.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What comes of {@code alerts: routes:}. Nothing of it stops the start, and all of it may be. */
final class RouteConsequences {
  private final Installation house;
  private final List<Sender> senders;
  private final List<Route> routes;

  /**
   * @param senders all who may send alerts, with open doors or closed ones
   */
  RouteConsequences(Installation house, List<Sender> senders) {
    this.house = house;
    this.senders = senders;
    routes = house.signals().routes().all();
  }

  /**
   * Where alerts come in, and what comes of the routes; secrets that are wrong are told by {@code
   * doctor} and {@code serve}, too.
   *
   * @param environment with the secrets of the senders
   */
  static List<String> lines(Installation house, Map<String, String> environment) {
    List<String> sources =
        house.signals().sources().stream().map(Mapping::source).sorted().toList();
    var lines = new ArrayList<String>();
    var secrets = AlertSecrets.NONE;
    switch (AlertSecrets.parse(environment)) {
      case Parsed.Ready<AlertSecrets>(AlertSecrets set) -> {
        secrets = set;
        lines.addAll(set.lines(sources));
      }
      case Parsed.Faulty<AlertSecrets>(List<Fault> faults) ->
          faults.stream().map(Fault::toString).forEach(lines::add);
    }
    lines.addAll(new RouteConsequences(house, secrets.senders(sources)).lines());
    return lines;
  }

  /** Nothing where there is no route and nobody sends alerts. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    String card = "a card in #" + house.announcementChannel() + " asks what they are";
    if (routes.isEmpty()) {
      return senders.stream().noneMatch(Sender::open)
          ? lines
          : List.of("No route is for any alert: all are proposed, " + card + ".");
    }
    boolean rest = routes.stream().noneMatch(Unreached::takesAll);
    lines.add(
        "Routes: " + counted() + (rest ? ". What none takes is proposed: " + card : "") + ".");
    List<String> unrouted =
        senders.stream()
            .filter(Sender::open)
            .map(Sender::name)
            .filter(name -> routes.stream().noneMatch(route -> from(route, name)))
            .toList();
    if (!unrouted.isEmpty()) {
      lines.add("No route is for alerts of " + or(unrouted) + ": all of them are proposed.");
    }
    var alive = new ArrayList<Route>();
    var services = new RouteServices(house);
    for (int i = 0; i < routes.size(); i++) {
      Route route = routes.get(i);
      Optional<String> dead = dead(routes.subList(0, i), route);
      if (dead.isPresent()) {
        lines.add("Route " + route.name() + " takes nothing" + dead.get());
      } else {
        alive.add(route);
        lines.addAll(services.lines(route));
      }
    }
    lines.addAll(new RouteSeverities(house.severities()).lines(alive));
    return lines;
  }

  private String counted() {
    return Arrays.stream(What.values())
        .flatMap(what -> {
          long count = routes.stream().filter(route -> route.what() == what).count();
          String ending = count > 1 ? "" : what == What.ATTACH ? "es" : "s";
          return Optional.of(count + " " + what.word() + ending).filter(_ -> count > 0).stream();
        })
        .collect(Collectors.joining(", "));
  }

  private static boolean from(Route route, String sender) {
    return route.source() == null || route.source().equals(sender);
  }

  /** Why a route never takes anything, and what to write. */
  private Optional<String> dead(List<Route> before, Route route) {
    String source = route.source();
    Optional<Sender> sender = senders.stream().filter(one -> one.name().equals(source)).findFirst();
    if (source != null && sender.isEmpty()) {
      List<String> names = senders.stream().map(Sender::name).toList();
      List<String> near = Nearest.of(source, names);
      return Optional.of(
          ": nobody who sends alerts is called "
              + source
              + ". Write "
              + or(near.isEmpty() ? names : near)
              + (near.isEmpty() ? ", or add it under alerts: sources:." : ", if that is meant."));
    }
    Optional<Route> earlier = Unreached.by(before, route);
    if (earlier.isPresent()) {
      String name = earlier.get().name();
      return Optional.of(
          ": " + name + ", before it, takes all that it would. Write it before " + name + ".");
    }
    // Without any secret it is looked at where the bot does not run: that says nothing.
    return sender
        .filter(one -> !one.open() && senders.stream().anyMatch(Sender::open))
        .map(one -> " as yet: the secret of " + one.name() + " is not set.");
  }

  static String or(Collection<String> names) {
    return String.join(" or ", names);
  }
}
