package id.lajur.backoffice.shell;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A desk that gets no answer, and what its window says of that after a second. */
public final class Unanswered {
  private final List<Runnable> alarms = new ArrayList<>();
  private final Waits waits = new Waits((pause, act) -> alarms.add(act));
  private final Desk desk = desk();

  @SuppressWarnings("NullAway") // nothing that is asked comes as far as the store
  private Desk desk() {
    return new Desk(
        null,
        new SignedOn("401", "Rina", "MANAGER", Language.ENGLISH, Set.of(), 15),
        OfficePresenterTest.STORE,
        call -> {},
        Runnable::run,
        InstantSource.fixed(Instant.EPOCH),
        TableChoices.NONE,
        refusal -> {},
        (place, what) -> {},
        waits);
  }

  /** The same store, but one of its methods asks that desk, or begins a list there. */
  public <A> A in(Class<A> actions, A store, String asks) {
    return actions.cast(
        Proxy.newProxyInstance(
            actions.getClassLoader(),
            new Class<?>[] {actions},
            (proxy, method, args) -> {
              if (method.getName().equals(asks)) {
                return method.getReturnType() == Runnable.class
                    ? desk.reading((Runnable) args[0])
                    : desk.ask(() -> "");
              }
              method.setAccessible(true);
              return method.invoke(store, args);
            }));
  }

  /** What is said. */
  public Optional<Awaited.Kind> said() {
    alarms.forEach(Runnable::run);
    return waits.said();
  }
}
