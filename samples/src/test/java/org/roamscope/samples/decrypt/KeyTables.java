package org.roamscope.samples.decrypt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows for a folder of Wireshark's, with which tshark and our program open the same packets. */
public final class KeyTables {
  /** One of the tables. */
  public enum Table {
    /** ESP SAs. */
    ESP("esp_sa"),
    /** IKEv1. */
    IKE_V1("ikev1_decryption_table"),
    /** IKEv2. */
    IKE_V2("ikev2_decryption_table");

    private final String file;

    Table(String file) {
      this.file = file;
    }
  }

  private final Map<Table, List<String>> rows = new TreeMap<>();

  /** Adds a row. */
  public void add(Table table, String row) {
    rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
  }

  /** Rows of a table. */
  public int size(Table table) {
    return rows.getOrDefault(table, List.of()).size();
  }

  /** Writes the tables that have rows, and the preferences with which tshark uses them. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<Table, List<String>> table : rows.entrySet()) {
      Files.write(folder.resolve(table.getKey().file), table.getValue());
    }
    Files.writeString(
        folder.resolve("preferences"),
        """
        esp.enable_null_encryption_decode_heuristic: FALSE
        esp.enable_encryption_decode: TRUE
        esp.enable_authentication_check: TRUE
        """);
  }

  static String hex(String prefix, byte[] octets) {
    return octets.length == 0 ? "" : prefix + HexFormat.of().formatHex(octets);
  }
}
