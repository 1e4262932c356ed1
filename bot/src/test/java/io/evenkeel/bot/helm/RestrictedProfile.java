package io.evenkeel.bot.helm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The profile "restricted" of Kubernetes' pod security standards, as its documentation lists it
 * (kubernetes.io, "Pod Security Standards", 1.34): the controls of "baseline" and its own.
 */
final class RestrictedProfile {
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");
  private static final Set<String> SYSCTLS =
      Set.of(
          "kernel.shm_rmid_forced",
          "net.ipv4.ip_local_port_range",
          "net.ipv4.ip_unprivileged_port_start",
          "net.ipv4.tcp_syncookies",
          "net.ipv4.ping_group_range",
          "net.ipv4.ip_local_reserved_ports",
          "net.ipv4.tcp_keepalive_time",
          "net.ipv4.tcp_fin_timeout",
          "net.ipv4.tcp_keepalive_intvl",
          "net.ipv4.tcp_keepalive_probes");
  private static final Set<String> SELINUX =
      Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
  private static final Set<String> PROFILES = Set.of("RuntimeDefault", "Localhost");

  private final List<String> faults = new ArrayList<>();

  private RestrictedProfile() {}

  /** What the admission would refuse of this pod; empty when it passes. */
  static List<String> faults(JsonNode metadata, JsonNode spec) {
    var profile = new RestrictedProfile();
    profile.pod(metadata, spec);
    Stream.of("containers", "initContainers", "ephemeralContainers")
        .flatMap(kind -> stream(spec.path(kind)))
        .forEach(container -> profile.container(container, spec.path("securityContext")));
    return profile.faults;
  }

  private void pod(JsonNode metadata, JsonNode spec) {
    for (String field : List.of("hostNetwork", "hostPID", "hostIPC")) {
      refuse(spec.path(field).asBoolean(false), field);
    }
    for (JsonNode volume : spec.path("volumes")) {
      volume.propertyNames().stream()
          .filter(type -> !type.equals("name") && !VOLUMES.contains(type))
          .forEach(type -> faults.add("a volume of type " + type));
    }
    for (JsonNode sysctl : spec.at("/securityContext/sysctls")) {
      refuse(!SYSCTLS.contains(sysctl.path("name").asString()), "an unsafe sysctl");
    }
    metadata
        .path("annotations")
        .properties()
        .forEach(entry ->
            refuse(
                entry.getKey().startsWith("container.apparmor.security.beta.kubernetes.io/")
                    && !entry.getValue().asString().matches("runtime/default|localhost/.*"),
                "AppArmor by annotation"));
    shared(spec.path("securityContext"));
  }

  private void container(JsonNode container, JsonNode pod) {
    JsonNode own = container.path("securityContext");
    shared(own);
    refuse(own.path("privileged").asBoolean(false), "privileged");
    refuse(own.path("allowPrivilegeEscalation").asBoolean(true), "allowPrivilegeEscalation");
    refuse(!own.path("procMount").asString("Default").equals("Default"), "procMount");
    refuse(
        stream(own.at("/capabilities/drop")).noneMatch(dropped -> dropped.asString().equals("ALL")),
        "capabilities are not all dropped");
    refuse(
        stream(own.at("/capabilities/add"))
            .anyMatch(added -> !added.asString().equals("NET_BIND_SERVICE")),
        "a capability is added");
    refuse(
        stream(container.path("ports")).anyMatch(port -> port.path("hostPort").asInt(0) != 0),
        "hostPort");
    refuse(!either(own, pod, "runAsNonRoot").asBoolean(false), "runAsNonRoot");
    refuse(
        !PROFILES.contains(either(own, pod, "seccompProfile").path("type").asString()), "seccomp");
    Stream.of("livenessProbe", "readinessProbe", "startupProbe", "lifecycle")
        .flatMap(field -> container.path(field).findValues("host").stream())
        .forEach(host -> refuse(!host.asString().isEmpty(), "a probe of another host"));
  }

  /** What a pod and a container may both say. */
  private void shared(JsonNode context) {
    refuse(context.at("/windowsOptions/hostProcess").asBoolean(false), "hostProcess");
    refuse(context.path("runAsUser").asInt(1) == 0, "runAsUser 0");
    JsonNode linux = context.path("seLinuxOptions");
    refuse(!SELINUX.contains(linux.path("type").asString("")), "a type of SELinux");
    refuse(linux.has("user") || linux.has("role"), "a user or role of SELinux");
    String armor = context.at("/appArmorProfile/type").asString("RuntimeDefault");
    refuse(!PROFILES.contains(armor), "AppArmor");
    String seccomp = context.at("/seccompProfile/type").asString("RuntimeDefault");
    refuse(!PROFILES.contains(seccomp), "seccomp");
  }

  private void refuse(boolean wrong, String what) {
    if (wrong) {
      faults.add(what);
    }
  }

  private static JsonNode either(JsonNode container, JsonNode pod, String field) {
    return container.has(field) ? container.path(field) : pod.path(field);
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
