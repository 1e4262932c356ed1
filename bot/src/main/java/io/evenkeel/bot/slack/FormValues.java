package io.evenkeel.bot.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import io.evenkeel.incident.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was filled into a form, by the names of its fields. An empty field reads as empty. */
final class FormValues {
  private final Map<String, ViewState.Value> values = new HashMap<>();

  FormValues(View view) {
    ViewState state = view.getState();
    if (state != null && state.getValues() != null) {
      state.getValues().values().forEach(values::putAll);
    }
  }

  boolean has(String field) {
    return values.get(field) != null;
  }

  String text(String field) {
    var value = values.get(field);
    return value == null || value.getValue() == null ? "" : value.getValue();
  }

  /** The value of the option that was chosen. */
  String choice(String field) {
    var value = values.get(field);
    var option = value == null ? null : value.getSelectedOption();
    return option == null || option.getValue() == null ? "" : option.getValue();
  }

  /** The person who was picked. */
  Optional<PersonId> person(String field) {
    var value = values.get(field);
    String user = value == null ? null : value.getSelectedUser();
    return user == null || user.isEmpty() ? Optional.empty() : Optional.of(new PersonId(user));
  }

  /** The values of the boxes that were ticked. */
  List<String> ticked(String field) {
    var value = values.get(field);
    var ticked = new ArrayList<String>();
    if (value != null && value.getSelectedOptions() != null) {
      value.getSelectedOptions().forEach(option -> ticked.add(option.getValue()));
    }
    return ticked;
  }
}
