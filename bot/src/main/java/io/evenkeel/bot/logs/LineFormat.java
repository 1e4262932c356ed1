package io.evenkeel.bot.logs;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import net.logstash.logback.encoder.LogstashEncoder;
import org.jspecify.annotations.Nullable;

/**
 * A line of the log: for a terminal, or as a JSON object with the fields that are known where it is
 * said ({@code incident}, {@code request}, {@code effect}, {@code trace_id}). Named in logback.xml.
 * Times are UTC.
 */
public final class LineFormat extends EncoderBase<ILoggingEvent> {
  /** What {@code LOG_FORMAT} may say. */
  public static final String JSON = "json";

  private static final String TEXT =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0}: %msg%n";

  private String format = "text";
  private @Nullable Encoder<ILoggingEvent> chosen;

  /** {@code json}; anything else is text: a wrong word is told by the settings, not here. */
  public void setFormat(String format) {
    this.format = format;
  }

  @Override
  public void start() {
    Encoder<ILoggingEvent> encoder = format.strip().equalsIgnoreCase(JSON) ? json() : text();
    encoder.setContext(getContext());
    encoder.start();
    chosen = encoder;
    super.start();
  }

  @Override
  public void stop() {
    super.stop();
    if (chosen != null) {
      chosen.stop();
    }
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return chosen == null ? new byte[0] : chosen.encode(event);
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  private static Encoder<ILoggingEvent> json() {
    var json = new LogstashEncoder();
    json.setTimeZone("UTC");
    json.setIncludeContext(false);
    json.getFieldNames().setVersion(null);
    json.getFieldNames().setLevelValue(null);
    return json;
  }

  private static Encoder<ILoggingEvent> text() {
    var text = new PatternLayoutEncoder();
    text.setCharset(StandardCharsets.UTF_8);
    text.setPattern(TEXT);
    return text;
  }
}
