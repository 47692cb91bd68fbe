package org.roamscope.share;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.Frame;
import org.roamscope.share.Pseudonyms.Kind;
import org.roamscope.share.Pseudonyms.Name;

/**
 * Looks for what was replaced in what was written. A name of six octets or more must stand nowhere.
 * Shorter ones, of which a large capture holds many by chance, must not stand where they stood.
 */
public final class LeakSearch {
  private static final int LONG = 6;
  private static final int WINDOW = 4;

  /** Words of a text that are looked for by themselves: the IMSI in an NAI. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]{8,}");

  private record Sought(Kind kind, Slice octets) {}

  private final Map<Integer, List<Sought>> byStart = new HashMap<>();

  /** Prepares to look for names, and for keys that the user gave. */
  public LeakSearch(Collection<Name> names) {
    for (Name name : names) {
      seek(name.kind(), name.octets());
      switch (name.kind()) {
        case TEXT ->
            WORD.matcher(name.original())
                .results()
                .filter(word -> !TextMap.common(word.group()))
                .forEach(word -> seek(Kind.TEXT, ascii(word.group())));
        case ADDRESS, DIGITS -> seek(name.kind(), ascii(name.original()));
        case MAC, SPI, IKE_SPI -> {
          // Their texts stand in no packet.
        }
      }
    }
  }

  private static Slice ascii(String text) {
    return Slice.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void seek(Kind kind, Slice octets) {
    if (octets.length() >= WINDOW) {
      byStart
          .computeIfAbsent((int) octets.u32(0), start -> new ArrayList<>())
          .add(new Sought(kind, octets));
    }
  }

  /**
   * Kinds of names that a frame still holds, with their places.
   *
   * @param original the frame as it was
   * @param written the frame as it is
   */
  public List<String> in(Frame original, Frame written) {
    List<String> found = new ArrayList<>();
    ByteBuffer octets = ByteBuffer.wrap(written.data());
    Slice before = original.slice();
    Slice after = written.slice();
    for (int at = 0; at + WINDOW <= after.length(); at++) {
      for (Sought sought : byStart.getOrDefault(octets.getInt(at), List.of())) {
        int length = sought.octets().length();
        boolean there =
            after.holds(at, length) && after.part(at, length).contentEquals(sought.octets());
        boolean stayed =
            before.holds(at, length) && before.part(at, length).contentEquals(sought.octets());
        if (there && (length >= LONG || stayed)) {
          found.add(
              "frame "
                  + written.number()
                  + " still holds an original "
                  + sought.kind().text()
                  + " at octet "
                  + at);
        }
      }
    }
    return found;
  }
}
