package io.evenkeel.bot.config;

import java.util.Optional;

/** The variables whose names begin with DATABASE_. */
final class DatabaseVariables {
  private DatabaseVariables() {}

  static Optional<Settings.Database> read(Variables variables) {
    Optional<String> text = variables.text("DATABASE_URL");
    Optional<DatabaseUrl> url = text.flatMap(DatabaseUrl::read);
    if (text.isEmpty()) {
      variables.fault(
          "DATABASE_URL",
          "is missing",
          "Set where Postgres is, such as jdbc:postgresql://localhost:5432/evenkeel");
    } else if (url.isEmpty()) {
      variables.fault(
          "DATABASE_URL",
          "is no address of a Postgres database",
          "Write it as jdbc:postgresql://host:5432/name or"
              + " postgres://user:password@host:5432/name");
    }
    Optional<String> user =
        variables.text("DATABASE_USER").or(() -> url.flatMap(DatabaseUrl::user));
    if (user.isEmpty() && (url.isPresent() || text.isEmpty())) {
      variables.fault(
          "DATABASE_USER", "is missing", "Set the user as whom the bot works in the database");
    }
    Secret password =
        variables
            .password("DATABASE_PASSWORD")
            .or(() -> url.flatMap(DatabaseUrl::password))
            .orElse(new Secret(""));
    Optional<String> owner = variables.text("DATABASE_OWNER_USER");
    Optional<Secret> ownerPassword = variables.password("DATABASE_OWNER_PASSWORD");
    if (owner.isEmpty() && ownerPassword.isPresent()) {
      variables.fault(
          "DATABASE_OWNER_USER",
          "is missing, though DATABASE_OWNER_PASSWORD is set",
          "Set both, or neither to migrate as DATABASE_USER");
    }
    int poolSize = variables.number("DATABASE_POOL_SIZE", 1, 500).orElse(16);
    if (url.isEmpty() || user.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Settings.Database(
            url.get().jdbc(),
            user.get(),
            password,
            owner.orElse(user.get()),
            owner.isPresent() ? ownerPassword.orElse(new Secret("")) : password,
            poolSize));
  }
}
