package id.lajur.server.audit;

import java.util.List;
import java.util.stream.Stream;

/** All promises that SQL alone can judge, in the order in which they are told. */
final class Promises {
  static final List<Promise> ALL =
      Stream.of(BookPromises.ALL, StockPromises.ALL, SalePromises.ALL, TillPromises.ALL)
          .flatMap(List::stream)
          .toList();

  private Promises() {}
}
