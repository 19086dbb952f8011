package id.lajur.kit.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.lajur.kit.platform.Platform;
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

  /**
   * Writes the three files into a folder that only this user can enter.
   *
   * @throws IOException one of them cannot be written or kept private
   */
  public void write(Path folder) throws IOException {
    Platform here = Platform.here();
    here.makePrivateFolder(folder);
    here.writePrivate(folder.resolve("authority.pem"), authorityPem.getBytes(US_ASCII));
    here.writePrivate(folder.resolve("certificate.pem"), certificatePem.getBytes(US_ASCII));
    here.writePrivate(folder.resolve("key.pem"), keyPem.getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return "MachineIdentity, key not shown";
  }
}
