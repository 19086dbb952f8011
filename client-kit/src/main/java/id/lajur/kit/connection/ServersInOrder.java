package id.lajur.kit.connection;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.StatusOr;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Several servers under one name: a connection is sought at the first, then at the next. The name
 * is {@code lajur:///host:port,host:port}.
 */
final class ServersInOrder extends NameResolverProvider {
  private static final String SCHEME = "lajur";
  private static final int BEFORE_OTHERS = 5;

  static {
    NameResolverRegistry.getDefaultRegistry().register(new ServersInOrder());
  }

  private ServersInOrder() {}

  /** The name under which a channel seeks these servers. */
  static String target(List<ServerAddress> servers) {
    return servers.stream()
        .map(server -> server.host() + ":" + server.port())
        .collect(Collectors.joining(",", SCHEME + ":///", ""));
  }

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return BEFORE_OTHERS;
  }

  @Override
  public String getDefaultScheme() {
    return SCHEME;
  }

  @Override
  public Collection<Class<? extends SocketAddress>> getProducedSocketAddressTypes() {
    return Set.of(InetSocketAddress.class);
  }

  @Override
  public NameResolver newNameResolver(URI target, NameResolver.Args args) {
    List<String> servers = Arrays.asList(target.getPath().substring(1).split(",", -1));
    Executor lookingUp = Objects.requireNonNullElse(args.getOffloadExecutor(), Runnable::run);
    return new NameResolver() {
      private @Nullable Listener2 listener;

      @Override
      public String getServiceAuthority() {
        return servers.get(0);
      }

      @Override
      public void start(Listener2 told) {
        listener = told;
        refresh();
      }

      /** A name that the network did not know may be known now. */
      @Override
      public void refresh() {
        Listener2 told = Objects.requireNonNull(listener);
        lookingUp.execute(
            () -> {
              var found = servers.stream().map(ServersInOrder::group).toList();
              args.getSynchronizationContext()
                  .execute(
                      () -> {
                        var unused =
                            told.onResult2(
                                ResolutionResult.newBuilder()
                                    .setAddressesOrError(StatusOr.fromValue(found))
                                    .build());
                      });
            });
      }

      @Override
      public void shutdown() {
        // nothing is kept open
      }
    };
  }

  private static EquivalentAddressGroup group(String server) {
    int colon = server.lastIndexOf(':');
    return new EquivalentAddressGroup(
        new InetSocketAddress(
            server.substring(0, colon), Integer.parseInt(server.substring(colon + 1))));
  }
}
