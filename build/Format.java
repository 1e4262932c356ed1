import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks or applies google-java-format over the whole tree: {@code mvn validate} checks, {@code mvn
 * validate -Dformat=apply} mends.
 */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean apply = args.length > 0 && args[0].equals("apply");
    var formatter = new Formatter();
    List<Path> sources;
    try (var tree = Files.walk(Path.of(""))) {
      sources =
          tree.filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.toString().contains("target/"))
              .sorted()
              .toList();
    }
    List<Path> wrong =
        sources.parallelStream().filter(source -> isWrong(formatter, source, apply)).toList();
    if (wrong.isEmpty()) {
      return;
    }
    wrong.forEach(path -> System.err.println((apply ? "formatted " : "not formatted: ") + path));
    if (!apply) {
      System.err.println("Mend with: mvn -N validate -Dformat=apply");
      System.exit(1);
    }
  }

  private static boolean isWrong(Formatter formatter, Path source, boolean apply) {
    try {
      String text = Files.readString(source);
      String formatted = formatter.formatSourceAndFixImports(text);
      if (formatted.equals(text)) {
        return false;
      }
      if (apply) {
        Files.writeString(source, formatted);
      }
      return true;
    } catch (Exception e) {
      throw new IllegalStateException(source + " cannot be parsed: " + e.getMessage(), e);
    }
  }
}
