package id.lajur.server.live;

import java.util.Map;
import java.util.TreeMap;

/** Sums of some of a day's sales, in minor units. */
final class Part {
  private long tickets;
  private long salesMinor;
  private long netMinor;
  private long costMinor;
  private final Map<Integer, Long> departments = new TreeMap<>();
  private final Map<String, Long> tenders = new TreeMap<>();
  private final Map<Integer, Long> lanes = new TreeMap<>();

  void addTickets(long more, long sales) {
    tickets += more;
    salesMinor = Math.addExact(salesMinor, sales);
  }

  void addDepartment(int departmentId, long sales, long net, long cost) {
    departments.merge(departmentId, sales, Math::addExact);
    netMinor = Math.addExact(netMinor, net);
    costMinor = Math.addExact(costMinor, cost);
  }

  void addTender(String kind, long amount) {
    tenders.merge(kind, amount, Math::addExact);
  }

  void addLane(int terminalId, long sales) {
    lanes.merge(terminalId, sales, Math::addExact);
  }

  void add(Part other) {
    addTickets(other.tickets, other.salesMinor);
    netMinor = Math.addExact(netMinor, other.netMinor);
    costMinor = Math.addExact(costMinor, other.costMinor);
    other.departments.forEach((id, sales) -> departments.merge(id, sales, Math::addExact));
    other.tenders.forEach(this::addTender);
    other.lanes.forEach(this::addLane);
  }

  long tickets() {
    return tickets;
  }

  long salesMinor() {
    return salesMinor;
  }

  /** Of goods and services, without tax. */
  long netMinor() {
    return netMinor;
  }

  /** Of goods and services. */
  long costMinor() {
    return costMinor;
  }

  /** By id; they sum up to the sales. */
  Map<Integer, Long> departments() {
    return departments;
  }

  /** By kind, less the change given; they sum up to the sales and their roundings. */
  Map<String, Long> tenders() {
    return tenders;
  }

  /** By id; they sum up to the sales. */
  Map<Integer, Long> lanes() {
    return lanes;
  }
}
