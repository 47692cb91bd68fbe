package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/** What the desktop remembers from one start to the next: short lists of texts. */
public interface Settings {
  /** A remembered list, at most {@code most} texts long. */
  List<String> list(String name, int most);

  /** Remembers a list in place of the one before; texts that cannot be stored are left out. */
  void list(String name, List<String> texts);

  /** Remembers nothing beyond this run. */
  static Settings forgetful() {
    return new Settings() {
      @Override
      public List<String> list(String name, int most) {
        return List.of();
      }

      @Override
      public void list(String name, List<String> texts) {}
    };
  }

  /** In the user's preferences. Where these cannot be kept, the desktop works without. */
  static Settings ofUser(Preferences node) {
    return new Settings() {
      @Override
      public List<String> list(String name, int most) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < most; i++) {
          String text = node.get(name + "." + i, "");
          if (!text.isEmpty()) {
            found.add(text);
          }
        }
        return List.copyOf(found);
      }

      @Override
      public void list(String name, List<String> texts) {
        int at = 0;
        for (String text : texts) {
          if (storable(text)) {
            node.put(name + "." + at++, text);
          }
        }
        removeFrom(name, at);
      }

      // The store is XML 1.0: one character that this does not have, and nothing is saved any more.
      private static boolean storable(String text) {
        return text.length() <= Preferences.MAX_VALUE_LENGTH
            && text.codePoints()
                .allMatch(c ->
                    c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= ' ' && c < Character.MIN_SURROGATE
                        || c > Character.MAX_SURROGATE && c <= 0xfffd
                        || c > 0xffff);
      }

      private void removeFrom(String name, int from) {
        try {
          for (String key : node.keys()) {
            if (key.startsWith(name + ".") && number(key, name) >= from) {
              node.remove(key);
            }
          }
        } catch (BackingStoreException e) {
          // A list that is one text too long is no harm; the store says so again when it is read.
          System.getLogger(Settings.class.getName())
              .log(System.Logger.Level.DEBUG, "settings cannot be listed", e);
        }
      }

      private static int number(String key, String name) {
        String digits = key.substring(name.length() + 1);
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : -1;
      }
    };
  }
}
