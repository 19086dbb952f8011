package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.KeyPicture;
import id.lajur.kit.widget.QuickKeyFace;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys for loose goods, each with its letter, in pages with tabs. */
final class QuickKeysView extends View {
  private static final int LEAST_HEIGHT = 160; // of a touch, three times
  private static final int HEAD = 50;
  private static final int GAP = 8;
  private static final int ARROW = 48;
  private static final int LEAST_TAB = 56;
  private static final int LEAST_FOR_FOUR = 400;
  private static final int MOST_PICTURES = 300;
  private static final Font TAB = Fonts.semiBold(16);

  private final Map<String, Optional<BufferedImage>> pictures = new HashMap<>();

  QuickKeysView(LaneScreen screen) {
    super(screen);
  }

  @Override
  Object concern(LaneState state) {
    return List.of(state.terminal(), state.panel(), state.language(), state.theme());
  }

  @Override
  void paint(Draw draw, Shown shown) {
    boolean awaits = shown.state().panel() instanceof Panel.QuickKeys;
    var all = new Rectangle(0, 0, getWidth(), getHeight());
    draw.card(all, Token.SURFACE, awaits ? Token.PRIMARY : Token.LINE, awaits ? 2 : 1);
    if (getHeight() >= LEAST_HEIGHT) {
      head(draw, shown, awaits);
      keys(draw, shown);
    }
  }

  private void head(Draw draw, Shown shown, boolean awaits) {
    QuickPages pages = shown.state().terminal().quickPages();
    String cap = awaits ? "Esc" : "F9";
    float x = getWidth() - 15f - Draw.capWidth(cap);
    if (pages.isEmpty()) {
      draw.cap(cap, x, 14, true);
      tab(draw, shown.text("quick.title"), 14, true);
      draw.name(shown.text("quick.none"), Fonts.regular(15), Token.INK3, 26, 78, getWidth() - 46f);
      return;
    }
    int end = tabs(draw, pages, Math.round(x) - 6);
    String then = shown.text(awaits ? "key.close" : pages.isOne() ? "quick.then" : "quick.page");
    Font small = Fonts.regular(15);
    float beside = x - 9 - Draw.width(then, small); // the key first, then what it leads to
    boolean fits = beside >= end + 12;
    draw.cap(cap, fits ? beside : x, 14, false);
    if (fits) {
      draw.wordsRight(then, small, Token.INK2, getWidth() - 15f, 30);
    }
    if (awaits) {
      int left = fits ? Math.round(beside) : getWidth() - HEAD;
      onTouch(new Rectangle(left, 0, getWidth() - left, HEAD), LaneKey.ESC);
    }
  }

  /** As many tabs as there is room for, the open one among them; arrows lead to the rest. */
  private int tabs(Draw draw, QuickPages pages, int right) {
    int first = 0;
    while (first < pages.open() && !reaches(pages, first, right)) {
      first++;
    }
    int x = 12;
    if (first > 0) {
      arrow(draw, "‹", x, pages.open() - 1);
      x += ARROW;
    }
    for (int i = first; i < pages.pages().size(); i++) {
      boolean last = i == pages.pages().size() - 1;
      String name = pages.pages().get(i).name();
      boolean open = i == pages.open();
      int room = right - x - (last ? 0 : ARROW);
      if (width(name) > room && !open) {
        arrow(draw, "›", x, pages.open() + 1);
        return x + ARROW;
      }
      String shown = Draw.cut(name, TAB, Math.max(20, room - 24f));
      int wide = tab(draw, shown, x, open);
      int page = i;
      onTouch(new Rectangle(x, 0, wide, HEAD), "page " + page, () -> screen().quickPage(page));
      x += wide + 4;
    }
    return x;
  }

  private static boolean reaches(QuickPages pages, int first, int right) {
    int x = 12 + (first > 0 ? ARROW : 0);
    for (int i = first; i <= pages.open(); i++) {
      x += width(pages.pages().get(i).name()) + 4;
    }
    return x + (pages.open() == pages.pages().size() - 1 ? 0 : ARROW) <= right;
  }

  private static int width(String name) {
    return Math.max(LEAST_TAB, Math.round(Draw.width(name, TAB)) + 24);
  }

  private static int tab(Draw draw, String name, int x, boolean open) {
    int wide = width(name);
    if (open) {
      draw.graphics().setColor(Token.P_SOFT.color());
      draw.graphics().fillRoundRect(x, 9, wide, 32, 32, 32);
    }
    draw.centre(name, TAB, open ? Token.P_INK : Token.INK2, x + wide / 2f, Draw.middle(TAB, 25));
    return wide;
  }

  private void arrow(Draw draw, String sign, int x, int page) {
    draw.centre(sign, Fonts.semiBold(24), Token.INK2, x + ARROW / 2f, 33);
    onTouch(new Rectangle(x, 0, ARROW, HEAD), "page " + page, () -> screen().quickPage(page));
  }

  private void keys(Draw draw, Shown shown) {
    boolean narrow = getWidth() < LEAST_FOR_FOUR;
    var all = new Rectangle(12, HEAD, getWidth() - 24, getHeight() - HEAD - 12);
    List<QuickKey> keys = shown.state().terminal().quickPages().keys();
    Set<Integer> taken = keys.stream().map(QuickKey::place).collect(Collectors.toSet());
    for (int place = 0; place < QuickKeyFace.LETTERS.length() && !keys.isEmpty(); place++) {
      if (!taken.contains(place)) {
        free(draw, place, QuickKeyFace.place(all, place, narrow, GAP));
      }
    }
    for (QuickKey key : keys) {
      Rectangle where = QuickKeyFace.place(all, key.place(), narrow, GAP);
      face(key, shown.formats()).paint(draw, where);
      onTouch(where, "quick " + key.letter(), () -> screen().quickKey(key.letter()));
    }
  }

  /** The frame of a place that has no key: the page keeps the keyboard's order. */
  private static void free(Draw draw, int place, Rectangle where) {
    draw.key(where, Token.SURFACE, Token.LINE, 1);
    float right = where.x + where.width - 8f;
    draw.wordsRight(
        QuickKeyFace.letter(place), Fonts.semiBold(15), Token.INK3, right, where.y + 23f);
  }

  private QuickKeyFace face(QuickKey key, Formats formats) {
    return new QuickKeyFace(
        key.letter(),
        key.label(),
        key.priceMinor().map(formats::money).orElse(""),
        key.unit().isEmpty() ? "" : "/" + key.unit(),
        key.rgb(),
        picture(key.picture()),
        false);
  }

  private @Nullable BufferedImage picture(Optional<QuickPicture> picture) {
    if (pictures.size() > MOST_PICTURES) {
      pictures.clear(); // of pages that were arranged anew, again and again
    }
    return picture
        .flatMap(
            one -> pictures.computeIfAbsent(one.name(), name -> KeyPicture.decode(one.content())))
        .orElse(null);
  }
}
