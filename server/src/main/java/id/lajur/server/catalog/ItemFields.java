package id.lajur.server.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the audit journal says of an item's fields, each under a kind of its own. */
enum ItemFields {
  NAME(NewItem::name),
  DEPARTMENT(NewItem::department),
  CATEGORY(NewItem::category),
  KIND(item -> item.kind().name()),
  TAX_CLASS(NewItem::taxClass),
  WEIGHED(item -> flag(item.weighed())),
  NO_DISCOUNT(item -> flag(item.noDiscount())),
  NO_RETURN(item -> flag(item.noReturn())),
  BLOCKED(NewItem::blocked),
  STOCK_POLICY(item -> item.stockPolicy().name()),
  COST(item -> item.costMinor() == null ? null : String.valueOf(item.costMinor()));

  @SuppressWarnings("ImmutableEnumChecker") // each is a method of the item, without a state
  private final Function<NewItem, @Nullable String> value;

  ItemFields(Function<NewItem, @Nullable String> value) {
    this.value = value;
  }

  static String flag(boolean set) {
    return set ? "Y" : "N";
  }

  /** A field that is another now. */
  record Difference(ItemFields field, @Nullable String before, @Nullable String after) {
    /** Kind of its record in the journal. */
    String kind() {
      return "ITEM_" + field + "_CHANGED";
    }
  }

  /** The fields in which an item differs from what it was; units are not looked at. */
  static List<Difference> between(NewItem before, NewItem after) {
    List<Difference> differences = new ArrayList<>();
    for (ItemFields field : values()) {
      String was = field.value.apply(before);
      String is = field.value.apply(after);
      if (!Objects.equals(was, is)) {
        differences.add(new Difference(field, was, is));
      }
    }
    return differences;
  }
}
