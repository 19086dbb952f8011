package id.lajur.kit.connection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keys and certificates as text. */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]+)-----[^-]+-----END \\1-----\n?");

  private Pem() {}

  /** The blocks of one kind, e.g. {@code CERTIFICATE}, in order. */
  static List<String> blocks(String text, String kind) {
    List<String> found = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text.replace("\r\n", "\n"));
    while (blocks.find()) {
      if (blocks.group(1).equals(kind)) {
        found.add(blocks.group());
      }
    }
    return found;
  }

  private static String block(String kind, byte[] contents) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(contents)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  static String of(Certificate certificate) throws CertificateException {
    return block("CERTIFICATE", certificate.getEncoded());
  }

  static String of(PrivateKey key) {
    return block("PRIVATE KEY", key.getEncoded());
  }

  /**
   * @throws IllegalArgumentException it is none
   */
  static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  /**
   * A key on an elliptic curve, as {@link #newKey} makes it.
   *
   * @throws IllegalArgumentException it is none
   */
  static PrivateKey privateKey(String pem) {
    try {
      String contents = pem.replaceAll("-----[A-Z ]+-----", "");
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(contents)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a private key", e);
    }
  }

  /** A new key on P-256, made here and kept here. */
  static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** SHA-256 of a certificate as people compare it: 16 groups of 4 hexadecimal digits. */
  static String fingerprint(Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      String hex = HexFormat.of().withUpperCase().formatHex(digest);
      return String.join("-", hex.split("(?<=\\G.{4})"));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }
}
