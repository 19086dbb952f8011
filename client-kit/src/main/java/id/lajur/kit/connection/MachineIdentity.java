package id.lajur.kit.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What makes this machine one of the shop's: its key, its certificate, and the authority that
 * signed it. All PEM.
 */
public record MachineIdentity(String authorityPem, String certificatePem, String keyPem) {

  /**
   * Reads {@code authority.pem}, {@code certificate.pem} and {@code key.pem} of a folder.
   *
   * @throws IOException one of them cannot be read
   */
  public static MachineIdentity read(Path folder) throws IOException {
    return new MachineIdentity(
        Files.readString(folder.resolve("authority.pem")),
        Files.readString(folder.resolve("certificate.pem")),
        Files.readString(folder.resolve("key.pem")));
  }

  @Override
  public String toString() {
    return "MachineIdentity, key not shown";
  }
}
