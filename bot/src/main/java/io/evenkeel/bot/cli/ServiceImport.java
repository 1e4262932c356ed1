package io.evenkeel.bot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description =
        "Reads Backstage's catalog-info.yaml files (kinds Component, System and Resource) and"
            + " prints them as services: for the file that EVENKEEL_CONFIG names. What could not be"
            + " read is said on standard error. Needs no setting.",
    footer = "%nExit code: 0 all was read, 1 something was left out, 2 nothing was read.")
final class ServiceImport implements Callable<Integer> {
  private final Cli cli;

  @Parameters(arity = "1..*", paramLabel = "catalog-info.yaml", description = "In UTF-8.")
  private List<Path> files = new ArrayList<>();

  ServiceImport(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    var services = BackstageFile.none();
    var remarks = new ArrayList<String>();
    var reader = new BackstageFile(services, remarks);
    for (Path file : files) {
      String text = text(file, remarks);
      if (text != null) {
        reader.read(file.toString(), text);
      }
    }
    String yaml = services.isEmpty() ? "" : ServiceYaml.of(services, remarks);
    remarks.forEach(cli.err::println);
    if (services.isEmpty()) {
      return cli.error("No service was read.");
    }
    cli.out.print(yaml);
    cli.err.println(
        "Services: "
            + services.size()
            + ". Put them into the file that EVENKEEL_CONFIG names, add tier, policy, runbooks and"
            + " slos, and look at it with: evenkeel config check");
    return remarks.isEmpty() ? Cli.CLEAN : Cli.FINDINGS;
  }

  private static @Nullable String text(Path file, List<String> remarks) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BackstageFile.LARGEST + 1);
      if (bytes.length > BackstageFile.LARGEST) {
        remarks.add(file + " is larger than 4 MB: it is left out.");
        return null;
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      remarks.add(file + " is not in UTF-8: it is left out.");
    } catch (IOException _) {
      remarks.add(file + " cannot be read: check the name and that you may read it.");
    }
    return null;
  }
}
