package id.lajur.pos.screen;

/**
 * The customer known at the till.
 *
 * @param phoneEnd last digits only
 */
public record MemberView(String name, String since, String phoneEnd, long points) {}
