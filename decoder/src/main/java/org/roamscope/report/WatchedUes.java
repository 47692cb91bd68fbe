package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The UEs of a report as a watch shows them, trouble first.
 *
 * @param ues those that are shown
 * @param all how many the report has
 */
public record WatchedUes(List<WatchedUe> ues, int all) {
  /** None. */
  public static final WatchedUes NONE = new WatchedUes(List.of(), 0);

  /**
   * Those of a report.
   *
   * @param most UEs shown; of the others only those that are searched for, as many again
   * @param search part of a name, an address or an identity; empty when nobody searches
   */
  public static WatchedUes of(Report report, int most, String search) {
    ReportIndex index = new ReportIndex(report);
    List<Person> people = index.people();
    List<WatchedUe> shown = new ArrayList<>();
    for (int i = 0; i < people.size() && shown.size() < 2L * most; i++) {
      if (i >= most && search.isEmpty()) {
        break;
      }
      Person person = people.get(i);
      WatchedUe ue = WatchedUe.of(index.id(person.history().ue()), person);
      if (i < most || ue.matches(search)) {
        shown.add(ue);
      }
    }
    return new WatchedUes(List.copyOf(shown), people.size());
  }
}
