package id.lajur.pos.screen;

import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.widget.QuickKeyFace;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperRow;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A lane with a small shop behind it, written by hand. Answers at once, or when it is told to. */
final class FakeLane implements LaneActions {
  static final Instant NOW = Instant.parse("2026-11-23T07:32:00Z");
  static final String TEA = "2000014501874";
  static final String RICE = "8991002101234";
  static final String CHICKEN = "2101234";
  static final TerminalView TERMINAL =
      new TerminalView(
          "Swalayan Melati",
          "Jl. Kenanga Raya 18, Depok",
          "3",
          ShopCurrency.RUPIAH,
          ZoneId.of("Asia/Jakarta"),
          Denominations.RUPIAH,
          QuickPages.of(
              List.of(
                  new QuickPage(
                      "Segar",
                      List.of(
                          quick("Q", "Tomat", 14_000, "kg", 0xE5533D),
                          quick("W", "Cabai", 42_000, "kg", 0xD93A2B),
                          quick("E", "Bawang", 36_000, "kg", 0x9C3A63),
                          quick("R", "Kentang", 18_000, "kg", 0xC79A5B),
                          quick("A", "Pisang", 22_000, "kg", 0xF2C230),
                          quick("S", "Jeruk", 28_000, "kg", 0xF08C1E),
                          quick("D", "Semangka", 9_500, "kg", 0xE04848),
                          quick("F", "Wortel", 15_000, "kg", 0xF07F2A),
                          quick("Z", "Bayam", 3_500, "pcs", 0x3E9B4F),
                          quick("X", "Telur", 29_000, "kg", 0xD9A06E),
                          quick("C", "Roti", 4_500, "pcs", 0xD9A35B),
                          quick("V", "Es batu", 2_000, "pcs", 0xBFE0F5))),
                  new QuickPage(
                      "Kue",
                      List.of(
                          quick("Q", "Lemper", 3_500, "pcs", 0xD9A35B),
                          quick("W", "Risoles", 3_000, "pcs", 0xD9A06E),
                          quick("S", "Klepon", 2_500, "pcs", 0x3E9B4F))))),
          false);

  final List<String> acts = new ArrayList<>();
  private final Set<String> approvals = new HashSet<>(); // used up
  private final Map<String, ItemMatch> items = new HashMap<>();
  private final List<Runnable> held = new ArrayList<>();
  private final List<LineView> lines = new ArrayList<>();
  boolean holdsAnswers;
  boolean voidNeedsApproval;
  boolean scanNeedsApproval;
  boolean basketElsewhere;
  boolean shiftOpen = true;
  boolean sessionEnded;
  boolean keepsAtTheEnd;
  boolean mustChangePin;
  boolean paper = true;
  boolean receiptsAreFetched = true;
  boolean holdsPapers;
  boolean diskFull;
  @Nullable CompletableFuture<Boolean> heldX;
  @Nullable RuntimeException fault;
  boolean signsOffAfterClose = true;
  boolean complete = true;
  List<WaitingCashView> waitingCash = List.of();
  Optional<String> drawerOf = Optional.empty();
  long differenceMinor;
  Optional<MemberView> member = Optional.empty();
  String level = "";
  MembersFound members = MembersFound.NONE;
  Optional<Language> language = Optional.empty();
  Set<String> permissions = Set.of();
  int idleMinutes = 15;
  List<DepartmentView> departments =
      List.of(
          new DepartmentView("10", "Bahan pokok"),
          new DepartmentView("20", "Minuman"),
          new DepartmentView("30", "Segar"),
          new DepartmentView("40", "Rumah tangga"),
          new DepartmentView("90", "Lain-lain"));
  @Nullable String refusesWith;

  /** What an act comes to that needs an approval. */
  static final long COMES_TO = 750_00;

  final List<Boolean> toldPayment = new ArrayList<>();
  List<TenderKindView> tenderKinds =
      List.of(
          new TenderKindView("CASH", "Tunai", true, true, false),
          new TenderKindView("CARD", "Kartu", false, false, false),
          new TenderKindView("QRIS", "QRIS", false, false, false),
          new TenderKindView("VOUCHER", "Voucher", false, false, true));
  int triesLeft = 3;
  long lockedUntilMs;
  private int nextLine = 1;
  private int given;

  FakeLane() {
    item(RICE, "Beras Pandan Wangi 5 kg", "pcs", 78_900, 42, false);
    item("8991002101235", "Minyak Goreng Sawit 2 L", "pcs", 37_500, 60, false);
    item("8991002101236", "Gula Pasir Kristal 1 kg", "pcs", 17_400, 80, false);
    item("8991002101237", "Mi Goreng Spesial 85 g", "pcs", 3_100, 400, false);
    item(CHICKEN, "Ayam Potong Segar", "kg", 38_500, 12, true);
    item("8991002101238", "Susu UHT Full Cream 1 L", "pcs", 19_800, 141, false);
    item("8991002101239", "Sabun Mandi Cair 450 ml", "pcs", 24_900, 31, false);
    item("8991002101240", "Kecap Manis Botol 520 ml", "pcs", 22_300, 25, false);
    item("8991002101241", "Roti Tawar Kupas 350 g", "pcs", 16_500, 18, false);
    item("8991002101242", "Deterjen Bubuk Lavender 770 g", "pcs", 21_900, 44, false);
    item(TEA, "Teh Celup Melati 25 kantong", "pcs", 8_750, 96, false);
    item("8991002101243", "Susu Kental Manis 370 g", "pcs", 12_900, 96, false);
    item("8991002101244", "Susu UHT Cokelat 250 ml", "pcs", 6_400, 212, false);
    item("8991002101245", "Susu Bubuk Instan 400 g", "pcs", 48_500, 34, false);
    item("8991002101246", "Susu Kedelai Botol 300 ml", "pcs", 8_900, 0, false);
    for (QuickKey key : TERMINAL.quickPages().keys()) {
      long rupiah = key.priceMinor().orElse(0L) / 100;
      item(key.code(), key.label(), key.unit(), rupiah, 20, key.unit().equals("kg"));
    }
  }

  /** The basket of the pictures: ten lines, one weighed, one discounted, one removed. */
  void fillBasket() {
    add(RICE, 1_000);
    add("8991002101235", 2_000);
    add("8991002101236", 2_000);
    add("8991002101237", 12_000, 0, "Anggota");
    add(CHICKEN, 1_246);
    add("8991002101238", 3_000, 5_940, "");
    add("8991002101239", 1_000);
    remove(7);
    add("8991002101240", 1_000);
    add("8991002101241", 1_000);
    add("8991002101242", 1_000);
    add(TEA, 2_000);
    level = "Anggota";
    member = Optional.of(new MemberView("Ratna Wulandari", "880000004471"));
  }

  /** Gives the answers that were held back, in order. */
  void answer() {
    var now = List.copyOf(held);
    held.clear();
    now.forEach(Runnable::run);
  }

  /** What the manager's desk will say. */
  Optional<DeskQuestion> askedDesk = Optional.empty();

  CompletableFuture<ApprovalView> desk = new CompletableFuture<>();

  @Override
  public CompletableFuture<TerminalView> terminal() {
    return answer(TERMINAL);
  }

  @Override
  public CompletableFuture<SignedOnView> signOn(String number, String pin) {
    acts.add("signOn " + number);
    if (!pin.equals("1234")) {
      triesLeft--;
      if (lockedUntilMs != 0) {
        return refuse("SIGN_ON_FAILED", Map.of("lockedUntilMs", Long.toString(lockedUntilMs)));
      }
      return refuse("SIGN_ON_FAILED", Map.of("n", Integer.toString(triesLeft)));
    }
    if (mustChangePin) {
      return refuse(LaneRefusal.PIN_CHANGE_NEEDED, Map.of());
    }
    return signedOn(number);
  }

  @Override
  public CompletableFuture<SignedOnView> changePin(String number, String pin, String newPin) {
    acts.add("changePin " + number + " " + pin + " " + newPin);
    return newPin.equals("1111") ? refuse("PIN_TRIVIAL", Map.of()) : signedOn(number);
  }

  private CompletableFuture<SignedOnView> signedOn(String number) {
    Optional<ShiftView> shift = shiftOpen ? Optional.of(shift()) : Optional.empty();
    return answer(
        new SignedOnView(
            new OperatorView(number, "Siti Rahmawati", language, permissions, idleMinutes),
            shift,
            basket(),
            1,
            new CashWaiting(waitingCash, drawerOf)));
  }

  @Override
  public CompletableFuture<TerminalView> signOff() {
    acts.add("signOff");
    return answer(TERMINAL);
  }

  @Override
  public CompletableFuture<ShiftView> openShift(long floatMinor, Takeover takeover) {
    acts.add("openShift " + floatMinor + (takeover == Takeover.COUNTED ? "" : " " + takeover));
    boolean differs =
        takeover == Takeover.COUNTED
            && !waitingCash.isEmpty()
            && floatMinor != waitingCash.stream().mapToLong(WaitingCashView::amountMinor).sum();
    return differs ? refuse(LaneRefusal.HANDOVER_DIFFERS, Map.of()) : answer(shift());
  }

  @Override
  public CompletableFuture<ClosedView> closeShift(
      List<CountedView> counted, String explanation, Optional<HandOver> handOver) {
    long sum = counted.stream().mapToLong(c -> c.valueMinor() * c.pieces()).sum();
    acts.add("closeShift " + sum);
    handOver.ifPresent(to -> acts.add("handOver " + to.lane() + " " + to.operator()));
    if (!explanation.isEmpty()) {
      acts.add("explained " + explanation);
    }
    return answer(
        new ClosedView(
            14,
            differenceMinor,
            complete,
            signsOffAfterClose,
            handOver.map(to -> new ClosedView.Handed(to.lane(), sum))));
  }

  @Override
  public CompletableFuture<Void> moveCash(
      CashKind kind, long amountMinor, String reason, ApprovalView approval) {
    acts.add("moveCash " + kind + " " + amountMinor + " " + reason + " " + approval.approvalId());
    return approval.approvalId().isEmpty()
        ? refuse("APPROVAL_NEEDED", Map.of("permission", "till.cash"))
        : CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Boolean> printX() {
    if (fault != null) {
      throw fault;
    }
    acts.add("printX");
    return heldX != null ? heldX : printed(paper);
  }

  @Override
  public CompletableFuture<Boolean> printLastZ() {
    acts.add("printLastZ");
    return printed(paper);
  }

  @Override
  public CompletableFuture<BasketView> addLine(String code, long quantityMilli, String approvalId) {
    acts.add("addLine " + code + " " + quantityMilli);
    if (scanNeedsApproval && approvalId.isEmpty()) {
      return beyondTheLimit();
    }
    if (basketElsewhere) {
      return refuse("BASKET_ELSEWHERE", Map.of("generation", "2"));
    }
    if (sessionEnded) {
      return refuse("NOT_SIGNED_ON", keepsAtTheEnd ? Map.of("kept", "true") : Map.of());
    }
    ItemMatch item = items.get(code);
    if (item == null) {
      return refuse("ITEM_UNKNOWN", Map.of("code", code));
    }
    if (item.weighed() && quantityMilli == 0) {
      return refuse(LaneRefusal.WEIGHT_NEEDED, Map.of("name", item.name(), "unit", item.unit()));
    }
    return later(
        () -> {
          add(code, quantityMilli == 0 ? 1_000 : quantityMilli);
          return basket();
        });
  }

  private CompletableFuture<BasketView> beyondTheLimit() {
    return refuse(
        LaneRefusal.APPROVAL_NEEDED,
        Map.of("permission", "sale.scan", "amountMinor", Long.toString(COMES_TO)));
  }

  @Override
  public CompletableFuture<BasketView> changeQuantity(
      int lineId, long quantityMilli, String approvalId) {
    acts.add("changeQuantity " + lineId + " " + quantityMilli);
    if (scanNeedsApproval && approvalId.isEmpty()) {
      return beyondTheLimit();
    }
    for (int i = 0; i < lines.size(); i++) {
      LineView line = lines.get(i);
      if (line.lineId() == lineId) {
        long total = line.priceMinor() * quantityMilli / 1_000;
        lines.set(
            i,
            new LineView(
                lineId,
                line.barcode(),
                line.name(),
                line.unit(),
                quantityMilli,
                line.weighed(),
                line.priceMinor(),
                0,
                total,
                "",
                Optional.empty()));
      }
    }
    return answer(basket());
  }

  @Override
  public CompletableFuture<BasketView> voidLine(int lineId, String approvalId) {
    acts.add("voidLine " + lineId + (approvalId.isEmpty() ? "" : " " + approvalId));
    if (voidNeedsApproval && approvalId.isEmpty()) {
      return refuse(LaneRefusal.APPROVAL_NEEDED, Map.of("permission", "sale.void_line"));
    }
    remove(lineId);
    return answer(basket());
  }

  @Override
  public CompletableFuture<BasketView> voidBasket(String approvalId) {
    acts.add("voidBasket");
    if (voidNeedsApproval && approvalId.isEmpty()) {
      return refuse(LaneRefusal.APPROVAL_NEEDED, Map.of("permission", "sale.void_basket"));
    }
    clear();
    return answer(basket());
  }

  @Override
  public CompletableFuture<BasketView> discountLine(
      int lineId, Discount discount, String reason, String approvalId) {
    acts.add("discountLine " + lineId + " " + told(discount) + " " + reason + " " + approvalId);
    return withRight(
        "sale.discount",
        approvalId,
        () -> {
          change(lineId, line -> line.priceMinor(), discount);
          return basket();
        });
  }

  @Override
  public CompletableFuture<BasketView> discountBasket(
      Discount discount, String reason, String approvalId) {
    acts.add("discountBasket " + told(discount) + " " + reason + " " + approvalId);
    return withRight("sale.discount", approvalId, this::basket);
  }

  @Override
  public CompletableFuture<BasketView> overridePrice(
      int lineId, long priceMinor, String reason, String approvalId) {
    acts.add("overridePrice " + lineId + " " + priceMinor + " " + reason + " " + approvalId);
    return withRight(
        "sale.override",
        approvalId,
        () -> {
          change(lineId, line -> priceMinor, new Discount(0, 0));
          return basket();
        });
  }

  @Override
  public CompletableFuture<List<DepartmentView>> departments() {
    return answer(departments);
  }

  @Override
  public CompletableFuture<BasketView> sellDepartment(
      String code, long priceMinor, long quantityMilli, String approvalId) {
    acts.add("sellDepartment " + code + " " + priceMinor + " " + quantityMilli + " " + approvalId);
    return withRight(
        "sale.department",
        approvalId,
        () -> {
          long quantity = quantityMilli == 0 ? 1_000 : quantityMilli;
          String name =
              departments.stream()
                  .filter(d -> d.code().equals(code))
                  .map(DepartmentView::name)
                  .findFirst()
                  .orElse(code);
          lines.add(
              new LineView(
                  nextLine++,
                  "",
                  name,
                  "pcs",
                  quantity,
                  false,
                  priceMinor,
                  0,
                  priceMinor * quantity / 1_000,
                  "",
                  Optional.empty()));
          return basket();
        });
  }

  @Override
  public CompletableFuture<MembersFound> findMembers(String text) {
    acts.add("findMembers " + text);
    return answer(members);
  }

  @Override
  public CompletableFuture<BasketView> setMember(String number, String approvalId) {
    acts.add("setMember " + number);
    if (refusesWith != null) {
      return refuse(refusesWith, Map.of("member", number));
    }
    return later(
        () -> {
          Optional<MembersFound.Match> found =
              members.members().stream().filter(m -> m.number().equals(number)).findFirst();
          member = found.map(m -> new MemberView(m.name(), m.number()));
          level = found.map(MembersFound.Match::level).orElse("");
          return basket();
        });
  }

  @Override
  public CompletableFuture<List<PriceLevelView>> priceLevels() {
    return answer(
        List.of(
            new PriceLevelView("ECERAN", "Eceran", true),
            new PriceLevelView("ANGGOTA", "Anggota", false),
            new PriceLevelView("GROSIR", "Grosir", false)));
  }

  @Override
  public CompletableFuture<BasketView> setPriceLevel(String code, String approvalId) {
    acts.add("setPriceLevel " + code + " " + approvalId);
    return withRight(
        "sale.price_level",
        approvalId,
        () -> {
          level = code;
          return basket();
        });
  }

  /** Two members who are called alike. */
  static final MembersFound TWO_MEMBERS =
      new MembersFound(
          List.of(
              new MembersFound.Match("880000004471", "Ratna Wulandari", "7766", "Anggota"),
              new MembersFound.Match("880000005582", "Warung Ratna Jaya", "", "Grosir")),
          false);

  private static String told(Discount discount) {
    return discount.percentMicro() == 0
        ? Long.toString(discount.amountMinor())
        : discount.percentMicro() + "ppm";
  }

  /** Does what the operator may, or what a supervisor has approved; else refuses. */
  private CompletableFuture<BasketView> withRight(
      String permission, String approvalId, Supplier<BasketView> act) {
    if (refusesWith != null) {
      return refuse(refusesWith, Map.of());
    }
    boolean may = permissions.contains(permission) || !approvalId.isEmpty();
    return may
        ? later(act)
        : refuse(
            LaneRefusal.APPROVAL_NEEDED,
            Map.of("permission", permission, "amountMinor", Long.toString(COMES_TO)));
  }

  private void change(int lineId, ToLongFunction<LineView> price, Discount discount) {
    lines.replaceAll(
        line -> {
          if (line.lineId() != lineId) {
            return line;
          }
          long extended = price.applyAsLong(line) * line.quantityMilli() / 1_000;
          long off =
              discount.percentMicro() == 0
                  ? discount.amountMinor()
                  : extended / 1_000 * discount.percentMicro() / 1_000;
          return new LineView(
              lineId,
              line.barcode(),
              line.name(),
              line.unit(),
              line.quantityMilli(),
              line.weighed(),
              price.applyAsLong(line),
              off,
              extended - off,
              "",
              Optional.empty());
        });
  }

  @Override
  public CompletableFuture<Integer> suspend() {
    acts.add("suspend");
    clear();
    return answer(7);
  }

  @Override
  public CompletableFuture<List<WaitingView>> waitingBaskets() {
    return answer(
        List.of(
            new WaitingView("b-1", 6, "2", "Dewi Lestari", NOW.minusSeconds(600), 4, 88_400_00L),
            new WaitingView("b-2", 7, "3", "Siti Rahmawati", NOW.minusSeconds(90), 11, 240_150_00L),
            new WaitingView("b-3", 0, "5", "Agus Salim", NOW.minusSeconds(300), 6, 97_500_00L)));
  }

  @Override
  public CompletableFuture<BasketView> resume(String basketId) {
    acts.add("resume " + basketId);
    fillBasket();
    return answer(basket());
  }

  @Override
  public CompletableFuture<BasketView> takeOver(String basketId, String approvalId) {
    acts.add("takeOver " + basketId + " " + approvalId);
    return withRight(
        "sale.take_over",
        approvalId,
        () -> {
          fillBasket();
          return basket();
        });
  }

  @Override
  public CompletableFuture<OldReceiptView> receipt(String number) {
    acts.add("receipt " + number);
    return number.equals("L01-S000012")
        ? answer(
            new OldReceiptView(
                number,
                NOW.minusSeconds(86_400),
                "Dewi Lestari",
                List.of(
                    old(TEA, 2_000, 8_750),
                    old("8991002101238", 3_000, 17_820),
                    old(CHICKEN, 1_246, 38_500))))
        : refuse("SALE_UNKNOWN", Map.of("number", number));
  }

  private OldReceiptView.Line old(String code, long quantityMilli, long rupiah) {
    ItemMatch item = Optional.ofNullable(items.get(code)).orElseThrow();
    return new OldReceiptView.Line(
        "sale", 1, code, item.name(), item.unit(), item.weighed(), quantityMilli, rupiah * 100);
  }

  @Override
  public CompletableFuture<BasketView> takeBack(
      OldReceiptView.Line line, long quantityMilli, String number, String approvalId) {
    return takeBack(
        line.code(), quantityMilli, Long.toString(line.priceMinor()), number, approvalId);
  }

  @Override
  public CompletableFuture<BasketView> takeBack(
      String code, long quantityMilli, String reason, String approvalId) {
    return takeBack(code, quantityMilli, "now", reason, approvalId);
  }

  private CompletableFuture<BasketView> takeBack(
      String code, long quantityMilli, String price, String reason, String approvalId) {
    acts.add(
        "takeBack " + code + " " + quantityMilli + " " + price + " " + reason + " " + approvalId);
    if (!items.containsKey(code)) {
      return refuse("ITEM_UNKNOWN", Map.of("code", code));
    }
    return withRight(
        "sale.return",
        approvalId,
        () -> {
          add(code, -(quantityMilli == 0 ? 1_000 : quantityMilli));
          return basket();
        });
  }

  @Override
  public CompletableFuture<AgainView> printCopy(String number) {
    acts.add("printCopy " + number);
    return number.equals("L01-S000012")
        ? printed(new AgainView(number, paper))
        : refuse("SALE_UNKNOWN", Map.of("number", number));
  }

  @Override
  public CompletableFuture<List<ItemMatch>> search(String text) {
    return answer(
        items.values().stream()
            .filter(i -> i.name().toLowerCase(Locale.ROOT).contains(text))
            .sorted(Comparator.comparing(ItemMatch::code))
            .toList());
  }

  @Override
  public CompletableFuture<ItemMatch> checkPrice(String code) {
    acts.add("checkPrice " + code);
    ItemMatch item = items.get(code);
    return item == null ? refuse("ITEM_UNKNOWN", Map.of("code", code)) : answer(item);
  }

  @Override
  public CompletableFuture<ExplanationView> explain(int lineId) {
    acts.add("explain " + lineId);
    return lines.stream()
        .filter(line -> line.lineId() == lineId)
        .findFirst()
        .map(line -> answer(why(line)))
        .orElseGet(() -> refuse("LINE_UNKNOWN", Map.of()));
  }

  /** A line that has gone through everything. */
  static ExplanationView why(LineView line) {
    var penyok = new ExplanationView.Act("Siti Rahmawati", "Budi Hartono", "kemasan penyok", NOW);
    var member = new ExplanationView.Act("Siti Rahmawati", "", "anggota", NOW);
    long extended = line.priceMinor() * line.quantityMilli() / 1_000;
    return new ExplanationView(
        line,
        "",
        line.priceMinor() + 1_000_00,
        ExplanationView.From.OVERRIDE,
        extended,
        line.weighed() ? 50 : 0,
        Optional.of(penyok),
        List.of(
            new ExplanationView.Reduction(
                ExplanationView.Source.MANUAL, false, 1_750_00, 1_750_00, 100_000, penyok),
            new ExplanationView.Reduction(
                ExplanationView.Source.MEMBER, true, 412_00, 10_000_00, 0, member)),
        new ExplanationView.Tax("PPN", 120_000, false, 13_818_92, 12_667_34, 1_520_00),
        extended - 2_162_00);
  }

  @Override
  public CompletableFuture<ApprovalView> approve(
      String number, String pin, String permission, String subjectId) {
    acts.add(("approve " + number + " " + permission + " " + subjectId).strip());
    return pin.equals("9876")
        ? answer(new ApprovalView("ok-" + ++given, "Budi Hartono"))
        : refuse("SIGN_ON_FAILED", Map.of("n", "2"));
  }

  @Override
  public CompletableFuture<ApprovalView> askDesk(DeskQuestion question) {
    askedDesk = Optional.of(question);
    acts.add("askDesk " + question.permission());
    desk = new CompletableFuture<>();
    return desk;
  }

  @Override
  public void takeBackFromDesk() {
    acts.add("takeBackFromDesk");
  }

  @Override
  public void tellPayment(boolean atPayment) {
    toldPayment.add(atPayment);
  }

  @Override
  public List<TenderKindView> tenderKinds() {
    return tenderKinds;
  }

  @Override
  public long cashDue(long minor) {
    return Math.floorDiv(minor, 10_000) * 10_000;
  }

  @Override
  public CompletableFuture<ReceiptView> pay(
      long totalMinor, List<TakenTender> tenders, boolean paperWanted) {
    long cash =
        tenders.stream().filter(t -> t.kind().cash()).mapToLong(TakenTender::amountMinor).sum();
    long exact = tenders.stream().mapToLong(TakenTender::amountMinor).sum() - cash;
    boolean cashOnly = tenders.size() == 1 && tenders.get(0).kind().cash() && cash > 0;
    var act = new StringBuilder((cashOnly ? "payCash " : "pay ") + totalMinor);
    for (TakenTender tender : tenders) {
      act.append(' ');
      if (!cashOnly) {
        act.append(tender.kind().code()).append(' ');
      }
      act.append(tender.amountMinor());
      if (!tender.reference().isEmpty()) {
        act.append(' ').append(tender.reference());
      }
    }
    acts.add(act + (paperWanted ? "" : " without paper"));
    if (refusesWith != null) {
      return refuse(refusesWith, Map.of());
    }
    long change = cash == 0 ? 0 : cash - cashDue(totalMinor - exact);
    return later(
        () -> {
          clear();
          return new ReceiptView(
              "L03-S001042",
              totalMinor,
              Math.max(0, cash),
              exact,
              Math.max(change, -cash),
              receiptsAreFetched);
        });
  }

  @Override
  public CompletableFuture<AgainView> printAgain() {
    acts.add("printAgain");
    return printed(new AgainView("L03-S001042", paper));
  }

  @Override
  public CompletableFuture<Boolean> printKept() {
    acts.add("printKept");
    return printed(paper);
  }

  @Override
  public CompletableFuture<ElsewhereView> printElsewhere() {
    acts.add("printElsewhere");
    return printed(new ElsewhereView("192.168.1.54:9100", false, paper));
  }

  @Override
  public List<PaperView> papers() {
    return List.of(new PaperView("L03-S001041", PaperView.Stage.FAILED, true));
  }

  @Override
  public PrinterChoice printer() {
    return new PrinterChoice("192.168.1.53:9100", 80);
  }

  @Override
  public List<PaperRow> samplePaper(PrinterChoice choice) {
    int columns = Paper.ofMm(choice.paperMm()).columns();
    String rule = "-".repeat(columns);
    return List.of(
        new PaperRow(PaperRow.Kind.TALL, true, "Swalayan Melati"),
        new PaperRow(PaperRow.Kind.PLAIN, true, "Jl. Kenanga Raya 18, Depok"),
        new PaperRow(PaperRow.Kind.BOLD, true, "UJI CETAK"),
        new PaperRow(PaperRow.Kind.PLAIN, false, rule),
        new PaperRow(PaperRow.Kind.PLAIN, false, pair("Lajur L03", "23/11/2026 14:32", columns)),
        new PaperRow(PaperRow.Kind.PLAIN, false, "1234567890".repeat(5).substring(0, columns)),
        new PaperRow(PaperRow.Kind.PLAIN, false, pair("Contoh barang", "12.500", columns)),
        new PaperRow(PaperRow.Kind.TALL, false, pair("TOTAL Rp", "12.500", columns)),
        new PaperRow(PaperRow.Kind.PLAIN, false, rule),
        new PaperRow(PaperRow.Kind.BARCODE, true, "LAJUR-L03"),
        new PaperRow(PaperRow.Kind.PLAIN, false, "Baris angka harus utuh sebaris."));
  }

  private static String pair(String left, String right, int columns) {
    return left + " ".repeat(columns - left.length() - right.length()) + right;
  }

  @Override
  public CompletableFuture<Void> tryPrinter(PrinterChoice choice) {
    acts.add("tryPrinter " + choice.address() + " " + choice.paperMm());
    return paper ? CompletableFuture.completedFuture(null) : refuse(LaneRefusal.NO_PAPER, Map.of());
  }

  @Override
  public CompletableFuture<Void> openDrawer(PrinterChoice choice, String approvalId) {
    acts.add("openDrawer " + choice.address() + " " + approvalId);
    boolean used = !approvalId.isEmpty() && !approvals.add(approvalId);
    boolean may = permissions.contains("till.drawer") || !approvalId.isEmpty() && !used;
    return may
        ? CompletableFuture.completedFuture(null)
        : refuse(
            used ? "APPROVAL_INVALID" : LaneRefusal.APPROVAL_NEEDED,
            Map.of("permission", "till.drawer"));
  }

  @Override
  public CompletableFuture<Void> useSounds(Set<LaneSound> heard) {
    if (diskFull) {
      return refuse(LaneRefusal.NOT_KEPT, Map.of());
    }
    acts.add("useSounds " + new TreeSet<>(heard));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> usePrinter(PrinterChoice choice) {
    acts.add("usePrinter " + choice.address() + " " + choice.paperMm());
    return choice.address().startsWith(":")
        ? refuse(LaneRefusal.PRINTER_UNKNOWN, Map.of())
        : CompletableFuture.completedFuture(null);
  }

  /** What the printer answers: at once, or never while it holds on to its paper. */
  private <T> CompletableFuture<T> printed(T value) {
    return holdsPapers ? new CompletableFuture<>() : answer(value);
  }

  BasketView basket() {
    long total = lines.stream().filter(LineView::stands).mapToLong(LineView::totalMinor).sum();
    long saved = lines.stream().mapToLong(l -> l.discountMinor() + belowRetail(l)).sum();
    int count = (int) lines.stream().filter(LineView::stands).count();
    long pieces =
        lines.stream()
            .filter(LineView::stands)
            .mapToLong(l -> l.weighed() ? 1 : l.quantityMilli() / 1_000)
            .sum();
    return new BasketView(
        lines, total, total / 10_000 * 10_000, saved, count, pieces, member, level);
  }

  /** What the member's price takes off a line: the noodles are 3.250 in retail. */
  private static long belowRetail(LineView line) {
    return line.tag().isEmpty() ? 0 : 150_00 * line.quantityMilli() / 1_000;
  }

  void add(String code, long quantityMilli) {
    add(code, quantityMilli, 0, "");
  }

  private void add(String code, long quantityMilli, long discountRupiah, String tag) {
    ItemMatch item = items.get(code);
    if (item == null) {
      throw new IllegalArgumentException(code);
    }
    long discount = discountRupiah * 100;
    long total = item.priceMinor().orElse(0) * quantityMilli / 1_000 / 100 * 100 - discount;
    lines.add(
        new LineView(
            nextLine++,
            code,
            item.name(),
            item.unit(),
            quantityMilli,
            item.weighed(),
            item.priceMinor().orElse(0),
            discount,
            total,
            tag,
            Optional.empty()));
  }

  private void remove(int lineId) {
    lines.replaceAll(
        l ->
            l.lineId() != lineId
                ? l
                : new LineView(
                    lineId,
                    l.barcode(),
                    l.name(),
                    l.unit(),
                    l.quantityMilli(),
                    l.weighed(),
                    l.priceMinor(),
                    0,
                    0,
                    "",
                    Optional.of(NOW.minusSeconds(60))));
  }

  /** The next basket is somebody else's. */
  private void clear() {
    lines.clear();
    member = Optional.empty();
    level = "";
  }

  private static ShiftView shift() {
    return new ShiftView(2, Instant.parse("2026-11-22T23:58:00Z"));
  }

  private <T> CompletableFuture<T> answer(T value) {
    return later(() -> value);
  }

  private <T> CompletableFuture<T> later(Supplier<T> value) {
    var future = new CompletableFuture<T>();
    Runnable complete = () -> future.complete(value.get());
    if (holdsAnswers) {
      held.add(complete);
    } else {
      complete.run();
    }
    return future;
  }

  private <T> CompletableFuture<T> refuse(String reason, Map<String, String> details) {
    var future = new CompletableFuture<T>();
    Runnable complete = () -> future.completeExceptionally(new LaneRefusal(reason, details));
    if (holdsAnswers) {
      held.add(complete);
    } else {
      complete.run();
    }
    return future;
  }

  private void item(
      String code, String name, String unit, long rupiah, long stock, boolean weighed) {
    items.put(
        code,
        new ItemMatch(code, name, unit, OptionalLong.of(rupiah * 100), stock * 1_000, weighed));
  }

  /** Of something round on a table. */
  private static byte[] photograph(int rgb) {
    var image = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setPaint(new GradientPaint(0, 0, new Color(0xB8A88F), 160, 160, new Color(0x6E5B45)));
    g.fillRect(0, 0, 160, 160);
    g.setPaint(new GradientPaint(40, 30, new Color(rgb).brighter(), 130, 140, new Color(rgb)));
    g.fillOval(24, 30, 112, 104);
    g.dispose();
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException("no writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static QuickKey quick(String letter, String label, long rupiah, String unit, int rgb) {
    return new QuickKey(
        QuickKeyFace.LETTERS.indexOf(letter),
        label,
        "quick-" + letter,
        rgb,
        Optional.of(rupiah * 100),
        unit,
        label.equals("Lemper") || label.equals("Semangka")
            ? Optional.of(new QuickPicture(label, photograph(rgb)))
            : Optional.empty());
  }
}
