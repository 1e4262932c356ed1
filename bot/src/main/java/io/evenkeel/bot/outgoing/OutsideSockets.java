package io.evenkeel.bot.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** TLS as ever, over sockets that lead out into the world alone. */
public final class OutsideSockets extends SSLSocketFactory {
  private final SSLSocketFactory tls;

  public OutsideSockets(SSLSocketFactory tls) {
    this.tls = tls;
  }

  /** What the connection asks for first; TLS is put around it once it is connected. */
  @Override
  public Socket createSocket() {
    return new OutsideSocket();
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean close)
      throws IOException {
    return tls.createSocket(connected, host, port, close);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw new IOException("A socket is connected once its address was looked at");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }
}
