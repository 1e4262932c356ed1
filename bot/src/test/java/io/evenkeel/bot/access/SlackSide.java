package io.evenkeel.bot.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.concurrent.atomic.AtomicReference;

/** What Slack answers at a sign-in, as a test wants it. */
final class SlackSide implements AutoCloseable {
  /** Primes of 1024 bits, found once: to look for new ones takes a second each time. */
  private static final BigInteger PRIME =
      prime(
          "197pzalxu55xx7qlz5aw10vs18erc7ezu5jj5w4c2s8vsfinv2u1w9aj1yj3mrusujmkslza09i00yxrrt6lx46p53wq0lnxcns2ob7anz0pyvg8tbv3kcfwi3we17vg0v5tn0s2m7acufbkzbo67v8650ppsxgzg3578yqvd8isjv4rc7qi0ivqas087aqi892ou2n");

  private static final BigInteger OF_SLACK =
      prime(
          "10neiakpv4la8fwg6f94rewhn3p1cw9a9c60igfiflaphiv3ra9zgx0792r14lhswbro5uqtoyna2vozzf71f83osnmeizgtlgm5xkmuy5vrktg5beih0xctymty1qr4lba7jv6bxe1lurg7jy7a6saqoaoui4jj3stee8u20241foacogij7vxa3wex3kyorv0pzh5");

  private static final BigInteger OF_ANYBODY =
      prime(
          "12yda007qigy3wxqpvz4hke5fwhhqh7datmeunhr4juzsgzoaw9cfv0qg1trnxkzlxi45ly9x5zybtnpdwlwkb7omw66pwm5tjsf29yiccxvjjnf8n7u7xm34n5c4ibtyrpkb6vdikce40dehn6qvy7ln0z95zvdh6nwqk4268b6ezfmebm01ns6etpz226jxmc1owb");

  static final RSAKey KEY = key("slack", OF_SLACK);
  static final RSAKey FORGED = key("forged", OF_ANYBODY);

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

  private static RSAKey key(String id, BigInteger prime) {
    BigInteger modulus = PRIME.multiply(prime);
    BigInteger open = RSAKeyGenParameterSpec.F4;
    BigInteger p = PRIME.subtract(BigInteger.ONE);
    BigInteger q = prime.subtract(BigInteger.ONE);
    BigInteger secret = open.modInverse(p.multiply(q));
    try {
      var keys = KeyFactory.getInstance("RSA");
      var shown = (RSAPublicKey) keys.generatePublic(new RSAPublicKeySpec(modulus, open));
      var kept =
          (RSAPrivateKey)
              keys.generatePrivate(
                  new RSAPrivateCrtKeySpec(
                      modulus,
                      open,
                      secret,
                      PRIME,
                      prime,
                      secret.mod(p),
                      secret.mod(q),
                      prime.modInverse(PRIME)));
      return new RSAKey.Builder(shown).privateKey(kept).keyID(id).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigInteger prime(String digits) {
    return new BigInteger(digits, Character.MAX_RADIX);
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
