package io.evenkeel.bot.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** What Slack answers at a sign-in, as a test wants it. */
final class SlackSide implements AutoCloseable {
  static final RSAKey KEY = key("slack");
  private final HttpServer server;

  /** The body of the next answer of {@code openid.connect.token}. */
  final AtomicReference<String> answer = new AtomicReference<>("{}");

  /** The status of the next answer of any kind. */
  volatile int status = 200;

  /** The form that came last. */
  final AtomicReference<String> asked = new AtomicReference<>("");

  SlackSide() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/openid/connect/keys",
        exchange -> send(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
    server.createContext(
        "/api/openid.connect.token",
        exchange -> {
          asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          send(exchange, answer.get());
        });
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  URI api() {
    return URI.create(issuer() + "/api/");
  }

  void says(RSAKey key, JWTClaimsSet claims) throws JOSEException {
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(key));
    saysToken(token.serialize());
  }

  void saysToken(String token) {
    answer.set("{\"ok\":true,\"access_token\":\"xoxp-1\",\"id_token\":\"" + token + "\"}");
  }

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void send(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
