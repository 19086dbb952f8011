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
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.security.auth.x500.X500Principal;
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

  /** How long a machine's certificate is good; it is renewed in the last third. */
  public static final Duration MACHINE_LIFE = Duration.ofDays(365);

  /** How long the server's own certificate is good; it makes itself another one in time. */
  static final Duration SERVER_LIFE = Duration.ofDays(90);

  private static final Duration AUTHORITY_LIFE = Duration.ofDays(20 * 365);
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

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
        DataFolders.refuseIfOthersCanRead(
            file, "Whoever has read this key can make machines of this store");
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
              Date.from(now.minus(CLOCKS_DIFFER)),
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

  /** A key with its certificate, as the server shows it to callers: its own first. */
  record ServerIdentity(X509Certificate[] chain, PrivateKey key) {}

  /** A new key and certificate for the server itself, with the authority's behind it. */
  ServerIdentity issueServer(Instant now) {
    try {
      KeyPair pair = newKey();
      X509Certificate own =
          sign(
              SERVER_NAME,
              KeyPurposeId.id_kp_serverAuth,
              pair.getPublic(),
              now,
              now.plus(SERVER_LIFE));
      return new ServerIdentity(new X509Certificate[] {own, certificate}, pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key cannot be made", e);
    }
  }

  /** A new key and certificate for a machine within this program: demo, replay, tests. */
  public Identity issueTerminal(String terminalCode) {
    try {
      KeyPair pair = newKey();
      Instant now = Instant.now();
      X509Certificate signed =
          signTerminal(terminalCode, pair.getPublic(), now, now.plus(MACHINE_LIFE));
      return new Identity(pem(signed), pem(pair.getPrivate()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key cannot be made", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A certificate for the key of a machine.
   *
   * @param from it is good a day before, for clocks that are slow
   */
  public X509Certificate signTerminal(
      String terminalCode, PublicKey machineKey, Instant from, Instant until) {
    return sign(terminalCode, KeyPurposeId.id_kp_clientAuth, machineKey, from, until);
  }

  private X509Certificate sign(
      String name, KeyPurposeId purpose, PublicKey subjectKey, Instant from, Instant until) {
    try {
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              certificate,
              serial(),
              Date.from(from.minus(CLOCKS_DIFFER)),
              Date.from(until),
              new X500Principal("CN=" + name),
              subjectKey);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
      return sign(builder, key);
    } catch (CertificateException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException("a certificate cannot be made", e);
    }
  }

  /**
   * What is kept of a secret that lives for minutes: without the authority's key nobody finds the
   * secret in it, however few characters it has.
   */
  public byte[] seal(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] scalar = ((ECPrivateKey) key).getS().toByteArray();
      mac.init(new SecretKeySpec(scalar, "HmacSHA256"));
      return mac.doFinal(("lajur-enrolment|" + secret).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  X509Certificate certificate() {
    return certificate;
  }

  /** SHA-256 of the authority's certificate, as it is shown to people: 16 groups of 4 digits. */
  public String fingerprintInWords() {
    String hex = HexFormat.of().withUpperCase().formatHex(fingerprint(certificate));
    return String.join("-", hex.split("(?<=\\G.{4})"));
  }

  public String certificatePem() {
    return pem(certificate);
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
    } catch (IOException | CertificateException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  /** A certificate in PEM. */
  public static X509Certificate certificate(String pem) {
    try {
      return certificateOf(pem);
    } catch (IOException | CertificateException e) {
      throw new IllegalArgumentException("not a certificate", e);
    }
  }

  /**
   * A machine's public key.
   *
   * @param encoded X.509 SubjectPublicKeyInfo, DER
   * @throws IllegalArgumentException it is no key on P-256
   */
  public static PublicKey machineKey(byte[] encoded) {
    try {
      PublicKey found =
          KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
      if (found instanceof ECPublicKey ec
          && ec.getParams().getOrder().equals(P256_ORDER)
          && Arrays.equals(found.getEncoded(), encoded)) {
        return found;
      }
      throw new IllegalArgumentException("not a key on P-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a key", e);
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

  /** As text, for files and messages. */
  public static String pem(X509Certificate certificate) {
    try {
      return pem((Object) certificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
}
