package id.lajur.pos.screen;

/** The customer known at the till. */
public record MemberView(String name, String number) {}
