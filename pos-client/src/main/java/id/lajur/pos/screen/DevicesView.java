package id.lajur.pos.screen;

/** How the things around the lane are. */
public record DevicesView(boolean server, boolean printer, boolean customerDisplay) {
  public static final DevicesView ALL_WELL = new DevicesView(true, true, true);
}
