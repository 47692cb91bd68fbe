package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The Markdown of the explanations: headings, paragraphs, lists, code, emphasis. */
final class MarkdownView extends VBox {
  private static final Pattern INLINE =
      Pattern.compile(
          "`(?<code>[^`]+)`|\\*\\*(?<strong>[^*]+)\\*\\*|\\[(?<link>[^\\]]+)]\\([^)]*\\)");

  MarkdownView(String markdown) {
    getStyleClass().add("markdown");
    List<String> block = new ArrayList<>();
    boolean code = false;
    for (String line : markdown.split("\n", -1)) {
      if (line.startsWith("```")) {
        flush(block, code ? "code" : "");
        code = !code;
      } else if (code) {
        block.add(line);
      } else if (line.startsWith("#")) {
        flush(block, "");
        heading(line);
      } else if (line.startsWith("- ")) {
        flush(block, "");
        block.add(line);
      } else if (line.isBlank()) {
        flush(block, "");
      } else {
        block.add(line.strip());
      }
    }
    flush(block, code ? "code" : "");
  }

  private void heading(String line) {
    int level = Math.min(3, line.length() - line.replaceFirst("^#+", "").length());
    getChildren().add(Texts.wrapped(line.substring(level).strip(), "heading-" + level));
  }

  private void flush(List<String> block, String kind) {
    if (block.isEmpty()) {
      return;
    }
    if (kind.equals("code")) {
      getChildren().add(Texts.wrapped(String.join("\n", block), "code"));
    } else if (block.getFirst().startsWith("- ")) {
      var text = flow(String.join(" ", block).substring(2));
      HBox.setHgrow(text, Priority.ALWAYS);
      var item = new HBox(Texts.label("•", "bullet"), text);
      item.getStyleClass().add("item");
      getChildren().add(item);
    } else {
      getChildren().add(flow(String.join(" ", block)));
    }
    block.clear();
  }

  private static TextFlow flow(String text) {
    var flow = new TextFlow();
    Matcher matcher = INLINE.matcher(text);
    int at = 0;
    while (matcher.find()) {
      add(flow, text.substring(at, matcher.start()), "text");
      String code = matcher.group("code");
      String strong = matcher.group("strong");
      if (code != null) {
        add(flow, code, "inline-code");
      } else if (strong != null) {
        add(flow, strong, "strong");
      } else {
        add(flow, matcher.group("link"), "text");
      }
      at = matcher.end();
    }
    add(flow, text.substring(at), "text");
    return flow;
  }

  private static void add(TextFlow flow, String text, String style) {
    if (!text.isEmpty()) {
      var part = new Text(text);
      part.getStyleClass().add(style);
      flow.getChildren().add(part);
    }
  }
}
