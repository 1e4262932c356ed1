package io.evenkeel.bot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class RestrictedProfileTest {
  private static final String FINE =
      """
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      containers:
      - securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
      """;

  @EachValuesFile
  void everyPodOfEveryWorkloadAndHookPasses(Path values) {
    for (var pod : Chart.of(values).pods()) {
      assertThat(RestrictedProfile.faults(pod.metadata(), pod.spec())).as(pod.workload()).isEmpty();
    }
  }

  @EachValuesFile
  void noPodHasATokenOfTheApiServerOrCanWriteToItsRoot(Path values) {
    for (var pod : Chart.of(values).pods()) {
      JsonNode spec = pod.spec();

      assertThat(spec.path("automountServiceAccountToken").asBoolean(true)).isFalse();
      for (JsonNode container : spec.path("containers")) {
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
      }
    }
  }

  @Test
  void aPodThatSaysWhatItMustPasses() {
    assertThat(RestrictedProfile.faults(MissingNode.getInstance(), Chart.YAML.readTree(FINE)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hostNetwork: true | hostNetwork",
        "volumes: [{name: a, hostPath: {path: /}}] | a volume of type hostPath",
        "securityContext: {runAsNonRoot: true, seccompProfile: {type: Unconfined}} | seccomp",
        "securityContext: {runAsNonRoot: false} | runAsNonRoot",
        "securityContext: {runAsUser: 0, runAsNonRoot: true} | runAsUser 0",
        "initContainers: [{name: a}] | allowPrivilegeEscalation",
        "initContainers: [{name: a}] | capabilities are not all dropped",
        "initContainers: [{securityContext: {privileged: true}}] | privileged",
        "initContainers: [{ports: [{hostPort: 80}]}] | hostPort",
        "initContainers: [{livenessProbe: {httpGet: {host: a}}}] | a probe of another host",
        "initContainers: [{securityContext: {capabilities: {add: [CHOWN]}}}] | a capability is"
            + " added",
        "initContainers: [{securityContext: {procMount: Unmasked}}] | procMount",
        "securityContext: {sysctls: [{name: kernel.msgmax}]} | an unsafe sysctl",
        "securityContext: {seLinuxOptions: {user: root}} | a user or role of SELinux",
        "securityContext: {appArmorProfile: {type: Unconfined}} | AppArmor",
        "securityContext: {windowsOptions: {hostProcess: true}} | hostProcess",
      })
  void whatTheProfileForbidsIsFound(String wrong, String told) {
    JsonNode spec = Chart.YAML.readerForUpdating(Chart.YAML.readTree(FINE)).readValue(wrong);

    assertThat(RestrictedProfile.faults(MissingNode.getInstance(), spec)).contains(told);
  }
}
