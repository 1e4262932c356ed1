package io.evenkeel.bot.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutsideSocketTest {
  @Test
  void whatIsLookedAtIsTheAddressThatIsConnectedTo() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new OutsideFactory().createSocket()) {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort());
      assertThatThrownBy(() -> socket.connect(here, 1000)).isInstanceOf(OutsideSocket.Inside.class);
      assertThat(socket.isConnected()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "2002:a00:1::1", "fd00::1"})
  void noPrivateAddressIsConnectedToUnderWhateverName(String address) throws IOException {
    InetAddress named =
        InetAddress.getByAddress("example.org", InetAddress.ofLiteral(address).getAddress());
    try (var socket = new OutsideSocket()) {
      assertThatThrownBy(() -> socket.connect(new InetSocketAddress(named, 443)))
          .isInstanceOf(OutsideSocket.Inside.class);
    }
  }
}
