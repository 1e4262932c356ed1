package io.evenkeel.bot.outgoing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Sockets that lead out into the world alone, not connected yet. */
public final class OutsideFactory extends SocketFactory {
  @Override
  public Socket createSocket() {
    return new OutsideSocket();
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
}
