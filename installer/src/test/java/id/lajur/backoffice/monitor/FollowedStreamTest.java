package id.lajur.backoffice.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Desk;
import id.lajur.installer.demo.DeskShop;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.live.v1.WatchShopResponse;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A stream of a real server, followed. */
class FollowedStreamTest {
  @RegisterExtension static final DeskShop shop = new DeskShop();

  private static final int LONGEST_S = 30;

  private final BlockingQueue<Shop> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> lost = new LinkedBlockingQueue<>();
  private final BlockingQueue<ServerRefusal> refused = new ArrayBlockingQueue<>(1);

  private FollowedStream<WatchShopRequest, WatchShopResponse> follow(Desk desk, Executor ui) {
    return new FollowedStream<WatchShopRequest, WatchShopResponse>(
            WatchShopRequest.getDefaultInstance(),
            (request, answers) ->
                MonitorServiceGrpc.newStub(desk.connection().channel()).watchShop(request, answers),
            new MonitorActions.Told<>() {
              @Override
              public void now(WatchShopResponse state) {
                told.add(ShopReading.shop(state.getShop()));
              }

              @Override
              public void lost() {
                lost.add(true);
              }
            },
            refused::add,
            desk.background(),
            ui)
        .begin();
  }

  private Shop next() throws InterruptedException {
    Shop shown = told.poll(LONGEST_S, TimeUnit.SECONDS);
    assertThat(shown).as("a state within %d s", LONGEST_S).isNotNull();
    return shown;
  }

  @Test
  void whatIsSoldIsToldUntilTheScreenIsLeft(@TempDir Path folder) throws Exception {
    FollowedStream<WatchShopRequest, WatchShopResponse> stream =
        follow(shop.desk("OWNER"), Runnable::run);
    long before = next().today().tickets();

    var unused = shop.aShift(folder, true);

    long now = before;
    while (now < before + DeskShop.SALES) {
      now = next().today().tickets();
    }
    assertThat(now).isEqualTo(before + DeskShop.SALES);
    stream.leave();
    assertThat(lost).isEmpty();
    assertThat(refused).isEmpty();
  }

  @Test
  void aSlowScreenIsToldTheNewestAlone(@TempDir Path folder) throws Exception {
    BlockingQueue<Runnable> screen = new LinkedBlockingQueue<>();
    FollowedStream<WatchShopRequest, WatchShopResponse> stream =
        follow(shop.desk("OWNER"), screen::add);
    task(screen).run();
    long before = next().today().tickets();

    var unused = shop.aShift(folder, true);
    long now = before;
    int looks = 0;
    while (now < before + DeskShop.SALES) {
      task(screen).run();
      now = next().today().tickets();
      looks++;
    }

    assertThat(screen.size()).as("never more than one look waits").isLessThanOrEqualTo(1);
    assertThat(looks).isPositive();
    stream.leave();
  }

  private static Runnable task(BlockingQueue<Runnable> screen) throws InterruptedException {
    Runnable task = screen.poll(LONGEST_S, TimeUnit.SECONDS);
    assertThat(task).as("a task within %d s", LONGEST_S).isNotNull();
    return task;
  }

  @Test
  void whoMayNotWatchIsToldSoOnceAndNothingBeginsAgain() throws Exception {
    FollowedStream<WatchShopRequest, WatchShopResponse> stream =
        follow(shop.desk("CASHIER"), Runnable::run);

    ServerRefusal no = refused.poll(LONGEST_S, TimeUnit.SECONDS);

    assertThat(no).isNotNull();
    assertThat(no.reason()).isEqualTo("PERMISSION_MISSING");
    assertThat(lost.poll(LONGEST_S, TimeUnit.SECONDS)).isTrue();
    assertThat(told).isEmpty();
    stream.leave();
  }
}
