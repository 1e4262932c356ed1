package io.evenkeel.incident;

import java.util.ArrayList;
import java.util.List;

/** What follows for the messages and the pagers outside once a page is over. */
public final class PageEffects {
  private PageEffects() {}

  static void over(Change change, Page page, PageEffect.Ring.What what) {
    over(page, what).forEach(change::effect);
  }

  /** Every direct message loses its buttons, the channel's line tells the end. */
  public static List<Effect> over(Page page, PageEffect.Ring.What what) {
    var effects = new ArrayList<Effect>();
    page.calls().stream()
        .filter(call -> call.person() != null)
        .forEach(call -> effects.add(new PageEffect.EditCall(page.number(), call.number())));
    effects.add(new PageEffect.RefreshPage(page.number()));
    page.rings().forEach(ring -> effects.add(new PageEffect.Ring(page.number(), ring, what)));
    return effects;
  }
}
