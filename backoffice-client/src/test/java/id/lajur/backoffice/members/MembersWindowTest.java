package id.lajur.backoffice.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Refused;
import id.lajur.backoffice.members.MembersPresenter.Typed;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members on a display inside the JVM; pictures for people. */
@CacioTest
class MembersWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final FakeMembers store = new FakeMembers();

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void membersStandInTheirPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    var presenter = new MembersPresenter(store, true, Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new MembersView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              return view;
            })) {
      List<Member> kept = List.copyOf(store.kept);
      store.kept.clear();
      window.act(presenter::load);
      window.take("members-empty");
      store.kept.addAll(kept);
      window.act(presenter::load);
      window.act(() -> window.table("members").setRowSelectionInterval(0, 0));
      assertThat(presenter.state().chosen()).contains("880000004471");
      window.take("members-list");

      window.act(presenter::edit);
      window.act(() -> window.field("member.name").setText("Ratna W. Kusuma"));
      window.act(presenter::load); // what comes meanwhile leaves the fields alone
      assertThat(window.field("member.name").getText()).isEqualTo("Ratna W. Kusuma");
      assertThat(window.has("member.number")).isFalse(); // the number stays for good
      window.take("members-edit");

      window.act(presenter::cancel);
      window.act(presenter.unsaved()::discard);
      window.act(presenter::create);
      store.no = Refused.of("MEMBER_EXISTS", Map.of("member", "880000004471"));
      window.act(() -> window.field("member.number").setText("880000004471"));
      window.act(() -> window.field("member.name").setText("Agus Salim"));
      window.act(
          () ->
              presenter.save(
                  Optional.empty(), new Typed("880000004471", "Agus Salim", "", "ANGGOTA", true)));
      window.take("members-new-refused");
      window.act(presenter::cancel);
      window.act(presenter.unsaved()::discard);
      window.act(presenter::level);
      window.take("members-levels");
      window.assertClean();
    }
  }
}
