/*
 * The least that a program must do with a pcap file: reads it in large chunks, looks at the link, network and transport
 * numbers of every packet and counts what may be signalling of Mobile IPv6 or IKE.
 *
 *   scan FILE
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK = 1 << 20, RECORD = 16, LARGEST = 262144 };

static uint8_t buffer[CHUNK + LARGEST + RECORD];

static unsigned number(const uint8_t *at) { return (unsigned)at[0] << 8 | at[1]; }

static int ike(const uint8_t *udp) {
  unsigned from = number(udp), to = number(udp + 2);
  return from == 500 || to == 500 || from == 4500 || to == 4500 || from == 4191 || to == 4191;
}

static int signalling(const uint8_t *frame, uint32_t length) {
  if (length < 62) return 0;
  const uint8_t *ip = frame + 14;
  switch (number(frame + 12)) {
    case 0x0800: return ip[9] == 17 && ike(ip + (ip[0] & 15) * 4);
    case 0x86dd: return ip[6] == 17 ? ike(ip + 40) : ip[6] == 135 || ip[6] == 60 || ip[6] == 43 || ip[6] == 50;
    default: return 0;
  }
}

int main(int count, char **arguments) {
  int file = count == 2 ? open(arguments[1], O_RDONLY) : -1;
  if (file < 0) {
    fputs("usage: scan FILE\n", stderr);
    return 2;
  }
  uint64_t packets = 0, found = 0;
  size_t have = 0, at = 24;
  ssize_t got;
  while ((got = read(file, buffer + have, CHUNK)) > 0) {
    have += (size_t)got;
    while (have >= at + RECORD) {
      uint32_t length;
      memcpy(&length, buffer + at + 8, sizeof length);
      if (length > LARGEST) {
        fprintf(stderr, "scan: a packet of %u octets\n", length);
        return 1;
      }
      if (have < at + RECORD + length) break;
      packets++;
      found += (uint64_t)signalling(buffer + at + RECORD, length);
      at += RECORD + length;
    }
    memmove(buffer, buffer + at, have - at);
    have -= at;
    at = 0;
  }
  printf("%llu packets, %llu of them may be signalling\n", (unsigned long long)packets, (unsigned long long)found);
  return got < 0;
}
