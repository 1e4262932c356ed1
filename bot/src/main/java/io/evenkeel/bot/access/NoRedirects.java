package io.evenkeel.bot.access;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/** Fetches from the address that was given and from no other. */
final class NoRedirects extends DefaultResourceRetriever {
  NoRedirects(int connectMillis, int readMillis, int mostBytes) {
    super(connectMillis, readMillis, mostBytes);
  }

  @Override
  protected HttpURLConnection openHTTPConnection(URL url) throws IOException {
    HttpURLConnection connection = super.openHTTPConnection(url);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }
}
