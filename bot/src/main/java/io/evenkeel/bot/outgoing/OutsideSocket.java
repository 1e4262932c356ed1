package io.evenkeel.bot.outgoing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * Connects to addresses out in the world alone. It looks at the address that it connects to, not at
 * one that the same name had before: a name may have another address each time it is asked for.
 */
public final class OutsideSocket extends Socket {

  /** The address is not one to connect to; the words go to people. */
  public static final class Inside extends IOException {
    private static final long serialVersionUID = 1L;

    Inside() {
      super("The address leads into a private network or to this machine, where nothing is called");
    }
  }

  @Override
  public void connect(SocketAddress to) throws IOException {
    connect(to, 0);
  }

  @Override
  public void connect(SocketAddress to, int timeout) throws IOException {
    if (to instanceof InetSocketAddress internet
        && internet.getAddress() != null
        && !Addresses.outside(internet.getAddress())) {
      throw new Inside();
    }
    super.connect(to, timeout);
  }
}
