package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class MemoryShortageTest {
  private static final long HEAP = 96 * Heap.MEBIBYTE;

  private static String sentence(String message) {
    return MemoryShortage.sentence(message, false, HEAP);
  }

  @Test
  void aHeapThatIsTooSmallIsToBeTwiceAsLarge() {
    assertThat(sentence("Java heap space"))
        .startsWith("the heap of 96 MiB is too small")
        .endsWith("ROAMSCOPE_JAVA_OPTS=-Xmx256m");
    for (String message :
        new String[] {
          "GC overhead limit exceeded", "Cannot reserve 8192 bytes of direct buffer memory", "null"
        }) {
      assertThat(sentence(message)).isEqualTo(sentence("Java heap space"));
    }
    assertThat(MemoryShortage.sentence("Java heap space", true, HEAP)).endsWith("--window");
  }

  /** Messages of the JDK that more heap does nothing about. */
  @Test
  void whatMoreHeapDoesNotHelpIsSaidToBeSo() {
    assertThat(sentence("unable to create native thread: possibly out of memory"))
        .contains("thread")
        .doesNotContain("-Xmx");
    assertThat(sentence("Required length exceeds implementation limit"))
        .contains("2 GiB")
        .doesNotContain("-Xmx");
    assertThat(sentence("Requested array size exceeds VM limit")).contains("2 GiB");
    assertThat(sentence("UTF16 String size is 1, should be less than 0")).contains("2 GiB");
  }

  @Test
  void itIsFoundBelowOtherFailuresAndNowhereElse() {
    OutOfMemoryError shortage = new OutOfMemoryError("Java heap space");
    Throwable wrapped = new IllegalStateException(new CompletionException(shortage));
    assertThat(MemoryShortage.in(wrapped)).containsSame(shortage);
    assertThat(MemoryShortage.in(new IllegalStateException("odd"))).isEmpty();
  }
}
