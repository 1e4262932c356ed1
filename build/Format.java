import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    var wrong = new ArrayList<Path>();
    for (Path source : sources) {
      String text = Files.readString(source);
      String formatted;
      try {
        formatted =
            formatter.formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(text));
      } catch (Exception e) {
        throw new IllegalStateException(source + " cannot be parsed: " + e.getMessage(), e);
      }
      if (!formatted.equals(text)) {
        wrong.add(source);
        if (apply) {
          Files.writeString(source, formatted);
        }
      }
    }
    if (wrong.isEmpty()) {
      return;
    }
    wrong.forEach(path -> System.err.println((apply ? "formatted " : "not formatted: ") + path));
    if (!apply) {
      System.err.println("Mend with: mvn -N validate -Dformat=apply");
      System.exit(1);
    }
  }
}
