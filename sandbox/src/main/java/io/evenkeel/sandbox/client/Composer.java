package io.evenkeel.sandbox.client;

import io.evenkeel.sandbox.outbound.Deliveries;
import io.evenkeel.sandbox.outbound.Payloads;
import io.evenkeel.sandbox.outbound.Reply;
import io.evenkeel.sandbox.outbound.ResponseUrl;
import io.evenkeel.sandbox.outbound.ResponseUrls;
import io.evenkeel.sandbox.workspace.Channel;
import io.evenkeel.sandbox.workspace.Draft;
import io.evenkeel.sandbox.workspace.Message;
import io.evenkeel.sandbox.workspace.Person;
import io.evenkeel.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is typed: messages and slash commands. */
final class Composer {

  private final Workspace workspace;
  private final Finder finder;
  private final Payloads payloads;
  private final Deliveries deliveries;
  private final ResponseUrls responses;
  private final Set<String> commands;

  Composer(
      Workspace workspace,
      Finder finder,
      Payloads payloads,
      Deliveries deliveries,
      ResponseUrls responses,
      Set<String> commands) {
    this.workspace = workspace;
    this.finder = finder;
    this.payloads = payloads;
    this.deliveries = deliveries;
    this.responses = responses;
    this.commands = Set.copyOf(commands);
  }

  Message say(String user, String channel, String text, @Nullable String threadTs) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    if (text.isBlank()) {
      throw new Refused("There is nothing to send: type something first.");
    }
    if (threadTs != null) {
      finder.message(place, threadTs);
    }
    String stored = new Typed(workspace, false).read(text);
    return workspace
        .messages()
        .post(place.id(), Draft.text(person.id(), stored).inThread(threadTs));
  }

  Message edit(String user, String channel, String ts, String text) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    Message own = own(person, place, ts);
    Draft draft = Draft.text(person.id(), new Typed(workspace, false).read(text));
    return workspace.messages().rewrite(place.id(), own, draft);
  }

  void delete(String user, String channel, String ts) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    workspace.messages().delete(place.id(), own(person, place, ts));
  }

  private Message own(Person person, Channel channel, String ts) {
    Message message = finder.message(channel, ts);
    if (!message.user().equals(person.id()) || message.details() != null) {
      throw new Refused("Only your own messages can be changed.");
    }
    return message;
  }

  Delivery command(String user, String channel, String command, String text) {
    Person person = finder.person(user);
    Channel place = finder.open(person, channel);
    if (!commands.contains(command)) {
      String refusal =
          "%s is not a valid command. There is: %s".formatted(command, String.join(", ", commands));
      Deliveries.slackbot(workspace, place.id(), person.id(), refusal);
      throw new Refused(refusal);
    }
    ResponseUrl slot = responses.forSlash(place, person.id());
    String read = new Typed(workspace, true).read(text.strip());
    List<Reply> replies = deliveries.command(payloads.command(person, place, command, read, slot));
    String error = failure(replies.getFirst(), slot);
    if (!error.isEmpty()) {
      String words = "%s failed with the error \"%s\"".formatted(command, error);
      Deliveries.slackbot(workspace, place.id(), person.id(), words);
    }
    return Delivery.of(replies);
  }

  private String failure(Reply reply, ResponseUrl slot) {
    if (reply.ok()) {
      return deliveries.show(reply, slot);
    }
    return reply.timedOut() ? "operation_timeout" : "dispatch_failed";
  }
}
