package io.evenkeel.incident;

import static io.evenkeel.incident.Scene.ALICE;
import static io.evenkeel.incident.Scene.BOB;
import static io.evenkeel.incident.Scene.START;
import static io.evenkeel.incident.Scene.declared;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacketTest {
  private static final Settled SETTLED = new Settled(BOB, START);

  private static Board board(Kept... rows) {
    return Board.EMPTY.with(List.of(rows));
  }

  @Test
  void whatIsBeingDoneAndWhatIsStillOpenIsNamedWithItsPerson() {
    Packet packet =
        Packet.of(
            board(
                new Claim(1, BOB, "restart primary", START, null),
                new Task(1, ALICE, "check the backups", BOB, START, null, null, null),
                new Task(2, ALICE, "call the vendor", BOB, START, null, null, SETTLED)),
            List.of());

    assertThat(packet.doing()).containsExactly("restart primary (bob)");
    assertThat(packet.tasks()).containsExactly("check the backups (alice)");
    assertThat(packet.tried()).isEmpty();
  }

  @Test
  void whatEndedAndWhatWasNotedAsTriedIsNotTriedAgain() {
    var scene =
        declared()
            .with(new Command.Note("Ruled out the network", null))
            .with(new Command.Note("The replica is healthy", null))
            .with(new Command.Update("Restart didn’t help", null, null, false));
    Board board = board(new Claim(1, BOB, "restart primary", START, SETTLED));

    assertThat(Packet.of(board, scene.timeline()).tried())
        .containsExactly("restart primary (bob)", "Ruled out the network", "Restart didn’t help");
  }

  @Test
  void whatWasCorrectedIsLeftOut() {
    var note = new TimelineEntry(1, START, START, EntryKind.NOTE, human(), "tried A", null, null);
    var right = new TimelineEntry(2, START, START, EntryKind.NOTE, human(), "tried B", null, 1);

    assertThat(Packet.of(Board.EMPTY, List.of(note, right)).tried()).containsExactly("tried B");
  }

  @Test
  void ofManyThingsTheNewestAreRead() {
    List<TimelineEntry> many =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i ->
                new TimelineEntry(
                    i, START, START, EntryKind.NOTE, human(), "tried " + i, null, null))
            .toList();

    assertThat(Packet.of(Board.EMPTY, many).tried()).hasSize(8).last().isEqualTo("tried 30");
  }

  private static Actor human() {
    return Scene.human(ALICE);
  }
}
