package io.evenkeel.templates;

import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a template may say: print, {@code if} and {@code for}. Whatever could leave text unescaped,
 * read another file, call a method or grow without bounds is not there, so that a template brought
 * by an operator is as harmless as Evenkeel's own.
 */
final class Allowed extends ExtensionCustomizer {
  static final Set<String> TAGS = Set.of("for", "if");
  static final Set<String> FILTERS =
      Set.of(
          "abbreviate",
          "capitalize",
          "default",
          "first",
          "last",
          "length",
          "lower",
          "reverse",
          "slice",
          "trim",
          "upper");
  private static final Set<String> OPERATORS_LEFT_OUT = Set.of("~", "..");

  private final Filter escape;

  /**
   * @param escape what each printed value goes through
   */
  Allowed(Extension everything, Filter escape) {
    super(everything);
    this.escape = escape;
  }

  @Override
  public @Nullable Map<String, Filter> getFilters() {
    Map<String, Filter> filters = super.getFilters();
    if (filters == null) {
      return null;
    }
    var allowed = new TreeMap<String, Filter>(filters);
    allowed.keySet().retainAll(FILTERS);
    if (filters.containsKey("escape")) {
      // Escaping by itself goes through the filter of that name.
      allowed.put("escape", escape);
    }
    return allowed;
  }

  @Override
  public Map<String, Function> getFunctions() {
    return Map.of();
  }

  @Override
  public List<TokenParser> getTokenParsers() {
    List<TokenParser> parsers = super.getTokenParsers();
    return parsers == null
        ? List.of()
        : parsers.stream().filter(parser -> TAGS.contains(parser.getTag())).toList();
  }

  @Override
  public List<BinaryOperator> getBinaryOperators() {
    List<BinaryOperator> operators = super.getBinaryOperators();
    return operators == null
        ? List.of()
        : operators.stream().filter(op -> !OPERATORS_LEFT_OUT.contains(op.getSymbol())).toList();
  }
}
