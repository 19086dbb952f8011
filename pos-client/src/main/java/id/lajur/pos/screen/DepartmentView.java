package id.lajur.pos.screen;

/** A department of the shop. */
public record DepartmentView(String code, String name) {}
