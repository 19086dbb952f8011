package id.lajur.installer;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LogTest {
  @Test
  void whatWritesTheBytesOfMessagesIsSilentHoweverMuchIsLogged() throws JoranException {
    LoggerContext context = new LoggerContext();
    context.putProperty("LAJUR_LOG", "TRACE");
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(
        Objects.requireNonNull(LogTest.class.getResource("/logback.xml"), "logback.xml"));

    assertThat(context.getLogger("id.lajur").getEffectiveLevel()).isEqualTo(Level.TRACE);
    for (String name :
        new String[] {
          "io.grpc.netty.NettyServerHandler",
          "io.grpc.netty.NettyClientHandler",
          "io.netty.handler.logging.LoggingHandler"
        }) {
      assertThat(context.getLogger(name).isDebugEnabled()).as(name).isFalse();
    }
  }
}
