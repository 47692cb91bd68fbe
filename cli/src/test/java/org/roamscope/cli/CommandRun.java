package org.roamscope.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** A command line that was run. */
record CommandRun(int code, String out, String err) {
  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }

  /** A capture of the samples. */
  static String sample(String name) {
    return Path.of(System.getProperty("roamscope.root", ".."), "samples/captures", name + ".pcapng")
        .toString();
  }
}
