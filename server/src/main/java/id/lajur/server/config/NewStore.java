package id.lajur.server.config;

/**
 * What a store is made with at the server's first start; afterwards its own settings hold.
 *
 * @param zone IANA name
 * @param currency ISO 4217
 */
public record NewStore(String zone, String currency) {
  public static final NewStore USUAL = new NewStore("Asia/Jakarta", "IDR");
}
