package id.lajur.server.sale;

/**
 * A way to pay.
 *
 * @param cash lies in the drawer as money
 * @param rounded what is paid with it is brought to the coin
 */
public record TenderKind(
    String code,
    String name,
    String account,
    boolean cash,
    boolean givesChange,
    boolean rounded,
    boolean opensDrawer,
    boolean needsReference) {}
