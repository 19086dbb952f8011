package id.lajur.kit.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.lajur.kit.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What makes this machine one of the shop's: its key, its certificate, and the authority that
 * signed it. All PEM.
 */
public record MachineIdentity(String authorityPem, String certificatePem, String keyPem) {
  private static final String FILE = "machine.pem";

  /**
   * Reads {@code machine.pem} of a folder, or, where it is not there, {@code authority.pem}, {@code
   * certificate.pem} and {@code key.pem}.
   *
   * @throws IOException it cannot be read, or is not whole
   */
  public static MachineIdentity read(Path folder) throws IOException {
    if (!Files.exists(folder.resolve(FILE))) {
      return new MachineIdentity(
          Files.readString(folder.resolve("authority.pem")),
          Files.readString(folder.resolve("certificate.pem")),
          Files.readString(folder.resolve("key.pem")));
    }
    String text = Files.readString(folder.resolve(FILE));
    List<String> certificates = Pem.blocks(text, "CERTIFICATE");
    List<String> keys = Pem.blocks(text, "PRIVATE KEY");
    if (certificates.size() != 2 || keys.size() != 1) {
      throw new IOException(
          folder.resolve(FILE) + ": certificate, authority and key are not in it");
    }
    return new MachineIdentity(certificates.get(1), certificates.get(0), keys.get(0));
  }

  /** Whether a machine's certificate lies in a folder, whole or not. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(FILE)) || Files.exists(folder.resolve("certificate.pem"));
  }

  /**
   * Writes all three into one file of a folder that only this user can enter: a loss of power
   * leaves what was there before or all of this.
   *
   * @throws IOException it cannot be written or kept private
   */
  public void write(Path folder) throws IOException {
    Platform here = Platform.here();
    here.makePrivateFolder(folder);
    here.writePrivate(
        folder.resolve(FILE), (certificatePem + authorityPem + keyPem).getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return "MachineIdentity, key not shown";
  }
}
