package io.evenkeel.bot;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets whoever cannot wait for the drain end the process with the same signal once more. */
final class SecondSignal {
  private static final Logger log = LoggerFactory.getLogger(SecondSignal.class);

  /** 128 and the number of SIGTERM, as a shell reports a process that it ended. */
  private static final int ENDED = 143;

  private SecondSignal() {}

  /**
   * To be called when the first one was taken. By reflection, as the compiler warns of this class
   * in a way that cannot be switched off; without it a second signal changes nothing.
   */
  static void endsAtOnce() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler halt =
          (_, method, _) -> {
            if (method.getName().equals("handle")) {
              Runtime.getRuntime().halt(ENDED);
            }
            return null;
          };
      Object proxy =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, halt);
      for (String name : List.of("TERM", "INT")) {
        Object which = signal.getConstructor(String.class).newInstance(name);
        signal.getMethod("handle", signal, handler).invoke(null, which, proxy);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      log.debug("a second signal will not be heard", e);
    }
  }
}
