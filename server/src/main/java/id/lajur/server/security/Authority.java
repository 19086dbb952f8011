package id.lajur.server.security;

import id.lajur.server.database.DataFolders;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The store's own certificate authority: whoever it has signed is a machine of this shop.
 *
 * <p>Made at the first start; its key lies in the data folder, readable by the service's user
 * alone, and never leaves it. All keys are EC P-256.
 */
public final class Authority {
  /** Name that the server's certificate carries; clients check it whatever address they dial. */
  public static final String SERVER_NAME = "store-server.lajur";

  private static final Duration AUTHORITY_LIFE = Duration.ofDays(20 * 365);
  private static final Duration CERTIFICATE_LIFE = Duration.ofDays(2 * 365);

  private final X509Certificate certificate;
  private final PrivateKey key;

  private Authority(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** A key with the certificate that belongs to it, both as PEM. */
  public record Identity(String certificatePem, String keyPem) {
    @Override
    public String toString() {
      return "Identity of " + certificatePem.length() + " characters, key not shown";
    }
  }

  /** Whether a data folder has an authority already. */
  public static boolean isIn(Path folder) {
    return Files.exists(file(folder));
  }

  private static Path file(Path folder) {
    return folder.resolve("secrets").resolve("authority.pem");
  }

  /** The authority of a data folder, made if it is not there yet. */
  public static Authority open(Path folder) {
    Path file = file(folder);
    try {
      if (Files.exists(file)) {
        String pem = Files.readString(file);
        return new Authority(certificateOf(pem), keyOf(pem));
      }
      DataFolders.createPrivate(folder.resolve("secrets"));
      KeyPair pair = newKey();
      Instant now = Instant.now();
      X500Name name =
          new X500Name("CN=Lajur store " + HexFormat.of().toHexDigits(serial().longValue()));
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              name,
              serial(),
              Date.from(now.minus(Duration.ofDays(1))),
              Date.from(now.plus(AUTHORITY_LIFE)),
              name,
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      X509Certificate certificate = sign(builder, pair.getPrivate());
      DataFolders.writeSecret(file, pem(certificate) + pem(pair.getPrivate()));
      return new Authority(certificate, pair.getPrivate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("the store's authority cannot be made", e);
    }
  }

  /** A new key and certificate for the server itself. */
  public Identity issueServer() {
    return issue("CN=" + SERVER_NAME, KeyPurposeId.id_kp_serverAuth, SERVER_NAME);
  }

  /** A new key and certificate for an enrolled machine. */
  public Identity issueTerminal(String terminalCode) {
    return issue("CN=" + terminalCode, KeyPurposeId.id_kp_clientAuth, terminalCode);
  }

  private Identity issue(String subject, KeyPurposeId purpose, String dnsName) {
    try {
      KeyPair pair = newKey();
      Instant now = Instant.now();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              certificate,
              serial(),
              Date.from(now.minus(Duration.ofDays(1))),
              Date.from(now.plus(CERTIFICATE_LIFE)),
              new javax.security.auth.x500.X500Principal(subject),
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, dnsName)));
      return new Identity(pem(sign(builder, key)), pem(pair.getPrivate()));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("a certificate cannot be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String certificatePem() {
    try {
      return pem(certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SHA-256 of a certificate's DER form: how a terminal is known. */
  public static byte[] fingerprint(java.security.cert.Certificate certificate) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fingerprint of a certificate in PEM. */
  public static byte[] fingerprint(String certificatePem) {
    try {
      return fingerprint(certificateOf(certificatePem));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static BigInteger serial() {
    return new BigInteger(63, new SecureRandom()).add(BigInteger.ONE);
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
      throws OperatorCreationException, CertificateException {
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(
          object instanceof PrivateKey privateKey
              ? new JcaPKCS8Generator(privateKey, null)
              : object);
    }
    return text.toString();
  }

  private static List<Object> objects(String pem) throws IOException {
    List<Object> found = new java.util.ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
        found.add(object);
      }
    }
    return found;
  }

  private static X509Certificate certificateOf(String pem)
      throws IOException, CertificateException {
    for (Object object : objects(pem)) {
      if (object instanceof X509CertificateHolder holder) {
        return new JcaX509CertificateConverter().getCertificate(holder);
      }
    }
    throw new IOException("no certificate in it");
  }

  private static PrivateKey keyOf(String pem) throws IOException {
    for (Object object : objects(pem)) {
      if (object instanceof PrivateKeyInfo info) {
        return new JcaPEMKeyConverter().getPrivateKey(info);
      }
    }
    throw new IOException("no key in it");
  }

  /** As bytes for the libraries that read PEM. */
  static byte[] ascii(String pem) {
    return pem.getBytes(StandardCharsets.US_ASCII);
  }
}
