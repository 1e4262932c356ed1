package io.evenkeel.bot.slack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Requests as Slack sends them, with every key that it documents. */
final class Payloads {
  private Payloads() {}

  static String command(String text, String channel, String trigger, String responseUrl) {
    return "token=gIkuvaNzQIHg97ATvDxqgjtO&team_id=T0TEAM&team_domain=example&channel_id="
        + channel
        + "&channel_name=general&user_id=U0ALICE&user_name=alice&command=%2Fincident&text="
        + encoded(text)
        + "&api_app_id=A0APP&is_enterprise_install=false&response_url="
        + encoded(responseUrl)
        + "&trigger_id="
        + trigger;
  }

  static String press(String actions, String responseUrl) {
    return payload(
        """
        {"type":"block_actions","user":{"id":"U0ALICE","username":"alice","name":"alice",
        "team_id":"T0TEAM"},"api_app_id":"A0APP","token":"t","container":{"type":"message",
        "message_ts":"1.2","channel_id":"C0ROOM","is_ephemeral":false},"trigger_id":"13.5",
        "team":{"id":"T0TEAM","domain":"example"},"enterprise":null,"is_enterprise_install":false,
        "channel":{"id":"C0ROOM","name":"inc-1"},"message":{"type":"message","text":"card"},
        "state":{"values":{}},"response_url":"%s","actions":[%s]}\
        """
            .formatted(responseUrl, actions));
  }

  static String pressInForm(String action) {
    return payload(
        """
        {"type":"block_actions","user":{"id":"U0ALICE","username":"alice","team_id":"T0TEAM"},
        "api_app_id":"A0APP","token":"t","container":{"type":"view","view_id":"V9"},
        "trigger_id":"13.6","team":{"id":"T0TEAM","domain":"example"},"enterprise":null,
        "view":{"id":"V9","type":"modal","callback_id":"answer","blocks":[]},"actions":[%s]}\
        """
            .formatted(action));
  }

  /** Something is chosen in a form that has been filled in so far. */
  static String pickInForm(String action, String metadata, String values) {
    return payload(
        """
        {"type":"block_actions","user":{"id":"U0ALICE","username":"alice","team_id":"T0TEAM"},
        "api_app_id":"A0APP","token":"t","container":{"type":"view","view_id":"V9"},
        "trigger_id":"13.6","team":{"id":"T0TEAM","domain":"example"},"enterprise":null,
        "view":{"id":"V9","type":"modal","callback_id":"update","blocks":[],
        "private_metadata":"%s","state":{"values":{%s}}},"actions":[%s]}\
        """
            .formatted(metadata, values, action(action, "x")));
  }

  static String pressAtHome(String action) {
    return payload(
        """
        {"type":"block_actions","user":{"id":"U0ALICE","username":"alice","team_id":"T0TEAM"},
        "api_app_id":"A0APP","token":"t","container":{"type":"view","view_id":"V8"},
        "trigger_id":"13.8","team":{"id":"T0TEAM","domain":"example"},"enterprise":null,
        "view":{"id":"V8","type":"home","callback_id":"home","blocks":[]},"actions":[%s]}\
        """
            .formatted(action));
  }

  static String action(String id, String value) {
    return """
    {"action_id":"%s","block_id":"b","text":{"type":"plain_text","text":"Go","emoji":true},\
    "value":"%s","type":"button","action_ts":"1.3"}\
    """
        .formatted(id, value);
  }

  static String sent(String callback, String metadata, String values) {
    return payload(
        """
        {"type":"view_submission","team":{"id":"T0TEAM","domain":"example"},"user":{"id":"U0ALICE",
        "username":"alice","name":"alice","team_id":"T0TEAM"},"api_app_id":"A0APP","token":"t",
        "trigger_id":"13.7","view":{"id":"V1","team_id":"T0TEAM","type":"modal","blocks":[],
        "private_metadata":"%s","callback_id":"%s","state":{"values":{%s}},"hash":"1.h",
        "title":{"type":"plain_text","text":"x"},"root_view_id":"V1","app_id":"A0APP",
        "external_id":"","app_installed_team_id":"T0TEAM","bot_id":"B0"},"response_urls":[],
        "is_enterprise_install":false,"enterprise":null}\
        """
            .formatted(metadata, callback, values));
  }

  static String typed(String field, String value) {
    return "\"%s\":{\"%s\":{\"type\":\"plain_text_input\",\"value\":\"%s\"}}"
        .formatted(field, field, value);
  }

  static String chosen(String field, String value) {
    return """
    "%s":{"%s":{"type":"static_select","selected_option":{"text":{"type":"plain_text",\
    "text":"x"},"value":"%s"}}}\
    """
        .formatted(field, field, value);
  }

  static String ticked(String field, String value) {
    return """
    "%s":{"%s":{"type":"checkboxes","selected_options":[{"text":{"type":"plain_text",\
    "text":"x"},"value":"%s"}]}}\
    """
        .formatted(field, field, value);
  }

  static String picked(String field, String user) {
    return "\"%s\":{\"%s\":{\"type\":\"users_select\",\"selected_user\":%s}}"
        .formatted(field, field, user.isEmpty() ? "null" : "\"" + user + "\"");
  }

  static String shortcut() {
    return payload(
        """
        {"type":"shortcut","token":"t","action_ts":"1.2","team":{"id":"T0TEAM","domain":"e"},
        "user":{"id":"U0ALICE","username":"alice","team_id":"T0TEAM"},"is_enterprise_install":false,
        "enterprise":null,"callback_id":"declare","trigger_id":"13.8"}\
        """);
  }

  static String event(String event) {
    return event("Ev1", event);
  }

  static String event(String id, String event) {
    return """
    {"token":"t","team_id":"T0TEAM","context_team_id":"T0TEAM","context_enterprise_id":null,\
    "api_app_id":"A0APP","event":%s,"type":"event_callback","event_id":"%s","event_time":1,\
    "authorizations":[{"enterprise_id":null,"team_id":"T0TEAM","user_id":"U0BOT","is_bot":true,\
    "is_enterprise_install":false}],"is_ext_shared_channel":false,"event_context":"4-e"}\
    """
        .formatted(event, id);
  }

  static String payload(String json) {
    return "payload=" + encoded(json);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
