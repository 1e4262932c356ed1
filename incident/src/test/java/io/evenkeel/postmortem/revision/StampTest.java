package io.evenkeel.postmortem.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.incident.IncidentNumber;
import org.junit.jupiter.api.Test;

class StampTest {
  private static final String TEXT = "---\nincident: INC-42\n---\n\n# PM\n";

  @Test
  void aFileSaysWhichRevisionOfWhichIncidentItIs() {
    String file = Stamp.on(TEXT, 7);

    assertThat(file).isEqualTo("---\nincident: INC-42\nrevision: 7\n---\n\n# PM\n");
    assertThat(Stamp.read(file)).isEqualTo(new Stamp(new IncidentNumber(42), 7, TEXT));
  }

  @Test
  void aFileWithoutFrontMatterSaysNothing() {
    assertThat(Stamp.on("# PM", 7)).isEqualTo("# PM");
    assertThat(Stamp.read("revision: 3\n")).isEqualTo(new Stamp(null, null, "revision: 3\n"));
  }
}
