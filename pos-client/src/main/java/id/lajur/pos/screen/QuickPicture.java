package id.lajur.pos.screen;

/** A picture on a key; two of one name are the same, as the name is made of the content. */
public record QuickPicture(String name, byte[] content) {
  @Override
  public boolean equals(Object other) {
    return other instanceof QuickPicture picture && picture.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
