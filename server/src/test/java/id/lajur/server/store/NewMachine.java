package id.lajur.server.store;

import com.google.protobuf.ByteString;
import id.lajur.people.v1.EnrolRequest;
import id.lajur.people.v1.EnrolResponse;
import id.lajur.people.v1.EnrolmentServiceGrpc;
import id.lajur.people.v1.RenewRequest;
import id.lajur.people.v1.RenewResponse;
import id.lajur.server.people.MachineRegister;
import id.lajur.server.security.Authority;
import io.grpc.Attributes;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.sql.SQLException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/**
 * A machine that makes its key and asks for its certificate, by hand; each has an address of its
 * own.
 */
final class NewMachine {
  private static final AtomicInteger addresses = new AtomicInteger();

  private final StoreFixture store;
  private final int address = addresses.incrementAndGet();
  private final KeyPair key = newKey();
  private final String requestId = TestLane.newId();

  NewMachine(StoreFixture store) {
    this.store = store;
  }

  static MachineRegister register(StoreFixture store) {
    return new MachineRegister(
        store.server().database().jdbi(), store.server().authority(), "test");
  }

  /** A code for a terminal whose place is free. */
  static String codeFor(StoreFixture store, String terminal) throws SQLException {
    return register(store).makeCode(terminal, false).code();
  }

  static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  PublicKey publicKey() {
    return key.getPublic();
  }

  EnrolRequest request(String code) {
    return EnrolRequest.newBuilder()
        .setRequestId(requestId)
        .setCode(code)
        .setPublicKey(ByteString.copyFrom(key.getPublic().getEncoded()))
        .setMachineName("kasir-baru")
        .build();
  }

  EnrolResponse enrol(EnrolRequest request) {
    ManagedChannel channel = stranger();
    try {
      return EnrolmentServiceGrpc.newBlockingStub(channel).enrol(request);
    } finally {
      channel.shutdownNow();
    }
  }

  private ManagedChannel stranger() {
    String pem = store.server().authority().certificatePem();
    try {
      return NettyChannelBuilder.forAddress("127.0.0.1", store.server().port())
          .overrideAuthority(Authority.SERVER_NAME)
          .localSocketPicker(
              new NettyChannelBuilder.LocalSocketPicker() {
                @Override
                public SocketAddress createSocketAddress(
                    SocketAddress remote, Attributes attributes) {
                  return new InetSocketAddress(
                      "127.0.%d.%d".formatted(1 + address / 200, 1 + address % 200), 0);
                }
              })
          .sslContext(
              GrpcSslContexts.forClient()
                  .trustManager(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                  .build())
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }

  EnrolResponse enrol(String code) {
    return enrol(request(code));
  }

  /** Asks over the connection of a lane that is enrolled. */
  RenewResponse renew(TestLane lane) {
    return EnrolmentServiceGrpc.newBlockingStub(lane.channel())
        .renew(
            RenewRequest.newBuilder()
                .setRequestId(requestId)
                .setPublicKey(ByteString.copyFrom(key.getPublic().getEncoded()))
                .build());
  }

  Authority.Identity identity(String certificatePem) {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getPrivate().getEncoded());
    return new Authority.Identity(
        certificatePem, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
  }

  /** The lane that this machine is by its certificate. */
  TestLane lane(String certificatePem, String operator) {
    return new TestLane(
        store.server().port(),
        store.server().authority().certificatePem(),
        identity(certificatePem),
        operator);
  }
}
