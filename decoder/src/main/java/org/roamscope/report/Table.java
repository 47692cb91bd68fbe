package org.roamscope.report;

import java.util.List;

/**
 * Rows of a report, the one source of its CSV, JSON and text forms.
 *
 * @param name for example {@code handovers}
 * @param columns names in snake_case
 * @param shown columns that people see in the text form
 * @param rows values, as many in each as there are columns
 */
public record Table(String name, List<String> columns, List<String> shown, List<List<Cell>> rows) {}
