package org.roamscope;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.roamscope.dissect.PlainTraffic;
import org.roamscope.live.HelperBody;
import org.roamscope.live.Tap;

/**
 * The helper process of a live capture, whichever program is started as one: packets as pcapng,
 * until it is told to stop or who started it is gone.
 */
public final class CaptureHelper {
  private final HelperBody body;
  private final Consumer<String> said;

  /**
   * Prepares.
   *
   * @param taps interfaces, in the order of the file
   * @param said told what is worth knowing, a sentence each
   */
  public CaptureHelper(List<Tap> taps, Consumer<String> said) {
    this.said = said;
    body =
        new HelperBody(
            taps, (linkType, packet) -> !PlainTraffic.is(linkType, packet, 0, packet.length), said);
  }

  /** Ends {@link #run} soon; may be called by any thread. */
  public void stop() {
    body.stop();
  }

  /**
   * Captures.
   *
   * @param parent ends when who started this is gone
   * @param out where the pcapng goes; closed at the end
   * @return true when every interface was there to the end
   * @throws org.roamscope.live.LiveException when an interface cannot be opened
   * @throws IOException when {@code out} takes no more
   */
  public boolean run(InputStream parent, OutputStream out) throws IOException {
    Thread.ofPlatform().daemon().name("parent").start(() -> awaitEnd(parent));
    return body.run(out);
  }

  private void awaitEnd(InputStream parent) {
    try {
      while (parent.read() >= 0) {
        // What comes says nothing: only the end counts.
      }
    } catch (IOException e) {
      said.accept("the end of the parent process cannot be seen: " + e.getMessage());
    }
    body.stop();
  }
}
