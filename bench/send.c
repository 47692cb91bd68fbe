/*
 * Sends the frames of a pcap stream on standard input, at a steady rate.
 *
 *   send INTERFACE PACKETS_A_SECOND <FILE
 *
 * Little-endian pcap with Ethernet frames, as traces writes it. Needs CAP_NET_RAW. Ends with the stream; says on
 * standard error how many frames were sent and how many seconds that took, and ends with 1 if the rate was not held.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { MOST = 65536, ALL = 0x0003, A_MILLISECOND = 1000000 };

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static uint32_t little(const uint8_t *at) {
  return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static int failed(const char *what) {
  fprintf(stderr, "send: %s: %s\n", what, strerror(errno));
  return 2;
}

int main(int count, char **arguments) {
  if (count != 3) {
    fputs("usage: send INTERFACE PACKETS_A_SECOND <FILE\n", stderr);
    return 2;
  }
  double rate = strtod(arguments[2], NULL);
  int out = socket(AF_PACKET, SOCK_RAW, 0);
  if (out < 0) return failed("no raw socket");
  struct sockaddr_ll to = {.sll_family = AF_PACKET, .sll_protocol = htons(ALL)};
  to.sll_ifindex = (int)if_nametoindex(arguments[1]);
  if (to.sll_ifindex == 0) return failed(arguments[1]);
  if (bind(out, (struct sockaddr *)&to, sizeof to) != 0) return failed("bind");

  static uint8_t header[24], frame[MOST];
  if (fread(header, sizeof header, 1, stdin) != 1) return failed("no pcap header");
  const struct timespec nap = {0, A_MILLISECOND};
  uint64_t sent = 0;
  double begun = now();
  while (fread(header, 16, 1, stdin) == 1) {
    size_t length = little(header + 8);
    if (length > MOST || fread(frame, length, 1, stdin) != 1) return failed("a cut record");
    while ((double)sent > (now() - begun) * rate) nanosleep(&nap, NULL);
    while (send(out, frame, length, 0) < 0) {
      if (errno != ENOBUFS && errno != EINTR) return failed("send");
      nanosleep(&nap, NULL);
    }
    sent++;
  }
  double took = now() - begun;
  fprintf(stderr, "sent %llu frames in %.1f s, %.0f a second\n", (unsigned long long)sent, took, (double)sent / took);
  return (double)sent / took > 0.98 * rate ? 0 : 1;
}
