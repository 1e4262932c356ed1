package io.evenkeel.bot.cli;

import io.evenkeel.bot.config.Signals;
import io.evenkeel.bot.runbook.Shelf;
import io.evenkeel.oncall.Finding;
import io.evenkeel.runbook.Library;
import io.evenkeel.runbook.Runbook;
import io.evenkeel.service.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What comes of {@code services:} and {@code runbooks:}. */
final class ServiceConsequences {
  private final Signals signals;
  private final Library library;

  ServiceConsequences(Signals signals) {
    this.signals = signals;
    Path folder = signals.runbooks();
    library = folder == null ? Library.NONE : new Shelf(folder).get();
  }

  /** Whose each service is, who is called for it, and what helps. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    for (Service service : signals.services().all()) {
      List<Runbook> runbooks = library.of(service.name(), signals.services());
      lines.add(
          "Service "
              + service.name()
              + (service.tier() == Service.UNSAID ? "" : ", tier " + service.tier())
              + ": "
              + (service.owner() == null ? "nobody owns it" : "owned by " + service.owner())
              + ", "
              + (service.policy() == null
                  ? "nobody is called for it"
                  : "called by " + service.policy())
              + (service.dependencies().isEmpty()
                  ? ""
                  : ", needs " + String.join(", ", service.dependencies()))
              + ", "
              + (runbooks.isEmpty()
                  ? "no runbook"
                  : runbooks.stream()
                      .map(one -> one.name())
                      .collect(Collectors.joining(", ", "runbooks ", ""))));
    }
    for (List<String> circle : signals.services().circles()) {
      lines.add(
          "Services " + String.join(" → ", circle) + " need each other in a circle, which may be.");
    }
    return lines;
  }

  /** Runbooks that cannot be read or found. */
  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    for (String fault : library.faults()) {
      findings.add(
          new Finding(
              "runbooks",
              null,
              null,
              fault.replaceFirst("\\.$", ""),
              "To see all of it: evenkeel runbook lint FOLDER"));
    }
    for (Service service : signals.services().all()) {
      for (String name : service.runbooks()) {
        if (library.find(name).isEmpty()) {
          findings.add(
              new Finding(
                  "service " + service.name(),
                  null,
                  null,
                  "names the runbook " + name + ", which is not there",
                  "Write " + name + ".md into the folder under runbooks:, or its right name here"));
        }
      }
    }
    return findings;
  }
}
