package io.evenkeel.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.evenkeel.sandbox.workspace.Json;
import org.junit.jupiter.api.Test;

class AppMenuTest {

  @Test
  void aManifestSaysWhatIsInTheMenus() {
    AppMenu menu =
        AppMenu.of(
            "Harbour",
            Json.parse(
                """
                {"features":{
                  "slash_commands":[{"command":"/incident","description":"Runs an incident",
                    "usage_hint":"[help]"}],
                  "shortcuts":[
                    {"name":"Declare an incident","type":"global","callback_id":"declare"},
                    {"name":"Add to timeline","type":"message","callback_id":"note"}]}}
                """));
    assertThat(menu.commands())
        .containsExactly(new AppMenu.Command("/incident", "Runs an incident", "[help]"));
    assertThat(menu.shortcuts())
        .containsExactly(
            new AppMenu.Shortcut("Declare an incident", "declare", false),
            new AppMenu.Shortcut("Add to timeline", "note", true));
  }

  @Test
  void aManifestWithoutFeaturesHasNoMenus() {
    AppMenu menu = AppMenu.of("Harbour", Json.parse("{}"));
    assertThat(menu.commands()).isEmpty();
    assertThat(menu.shortcuts()).isEmpty();
  }
}
