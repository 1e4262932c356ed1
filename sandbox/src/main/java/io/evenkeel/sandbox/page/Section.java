package io.evenkeel.sandbox.page;

import java.util.List;

/** A titled group of the sidebar. */
record Section(String key, String title, List<Row> rows) {}
