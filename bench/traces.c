/*
 * Writes made captures to standard output, in pcap with Ethernet frames.
 *
 *   traces signalling PACKETS UES   Binding Updates, acknowledgements and IKE of UES mobile nodes, nothing else
 *   traces bindings   PACKETS UES   Binding Updates and acknowledgements only
 *   traces mixed      PACKETS UES   signalling as every 50th packet, between TCP and UDP of others, 650 octets on average
 *   traces flood      UPDATES       ten mobile nodes that move, among Binding Updates from that many made-up ones
 *   traces collide    UPDATES       Binding Updates whose home addresses have one and the same Java hash code
 *
 * A fixed seed: the same arguments give the same octets. All checksums are right.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ETHERNET = 14, IPV6 = 40, MOST = 2048 };
enum { TCP = 6, UDP = 17, DESTINATION_OPTIONS = 60, ROUTING = 43, MOBILITY = 135 };
enum { IKE_SA_INIT = 34, IKE_AUTH = 35, INFORMATIONAL = 37 };
enum { KEY_MANAGEMENT = 0x10, HOME_REGISTRATION = 0xc0 };

typedef struct {
  uint64_t high, low;
} Address;

static uint64_t state = 0x9e3779b97f4a7c15u;
static uint64_t micros = 1700000000000000u;
static uint8_t packet[MOST];
static size_t used;
static int with_ike = 1;

static uint64_t next_random(void) { /* xorshift64* */
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return state * 0x2545f4914f6cdd1du;
}

/* ---- octets ---------------------------------------------------------------------------------- */

static void put(uint64_t value, int octets) {
  for (int i = octets - 1; i >= 0; i--) packet[used++] = (uint8_t)(value >> 8 * i);
}

static void put_address(Address a) {
  put(a.high, 8);
  put(a.low, 8);
}

static void put_random(size_t octets) {
  for (size_t i = 0; i < octets; i += 8) {
    uint64_t bits = next_random();
    memcpy(packet + used + i, &bits, octets - i < 8 ? octets - i : 8);
  }
  used += octets;
}

static void patch16(size_t at, uint32_t value) {
  packet[at] = (uint8_t)(value >> 8);
  packet[at + 1] = (uint8_t)value;
}

static uint32_t add_words(uint32_t sum, const uint8_t *from, size_t octets) {
  for (size_t i = 0; i + 1 < octets; i += 2) sum += (uint32_t)from[i] << 8 | from[i + 1];
  return octets % 2 ? sum + ((uint32_t)from[octets - 1] << 8) : sum;
}

static uint32_t add_address(uint32_t sum, Address a) {
  for (int shift = 48; shift >= 0; shift -= 16) sum += (a.high >> shift & 0xffff) + (a.low >> shift & 0xffff);
  return sum;
}

static uint32_t folded(uint32_t sum) {
  while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
  return ~sum & 0xffff;
}

/* The checksum at `at` over what begins at `start`, with the pseudo-header of RFC 8200 section 8.1. */
static void seal(size_t start, size_t at, Address source, Address destination, uint32_t protocol) {
  uint32_t sum = add_address(add_address(protocol, source), destination) + (uint32_t)(used - start);
  uint32_t value = folded(add_words(sum, packet + start, used - start));
  patch16(at, value == 0 && protocol == UDP ? 0xffff : value);
}

static void open_ipv6(Address source, Address destination, uint32_t protocol) {
  used = 0;
  put(0x020000000001u, 6);
  put(0x020000000002u, 6);
  put(0x86dd, 2);
  put(0x60000000u, 4);
  put(0, 2);
  put(protocol, 1);
  put(64, 1);
  put_address(source);
  put_address(destination);
}

static void emit(void) {
  if (packet[12] == 0x86) patch16(ETHERNET + 4, (uint32_t)(used - ETHERNET - IPV6));
  uint32_t header[4] = {(uint32_t)(micros / 1000000), (uint32_t)(micros % 1000000), (uint32_t)used, (uint32_t)used};
  if (fwrite(header, sizeof header, 1, stdout) != 1 || fwrite(packet, used, 1, stdout) != 1) exit(1);
}

static void begin_file(void) {
  uint32_t header[6] = {0xa1b2c3d4u, 4u << 16 | 2, 0, 0, 262144, 1};
  if (fwrite(header, sizeof header, 1, stdout) != 1) exit(1);
}

/* ---- signalling ------------------------------------------------------------------------------ */

typedef struct {
  Address home, care_of;
  uint64_t initiator, responder;
  uint32_t sequence, message, turn, moves;
} Ue;

static const Address AGENT = {0x20010db8000a0000u, 1};

static void care_of(Ue *ue, uint64_t number) {
  ue->care_of.high = 0x20010db8c0000000u + (uint64_t)ue->moves % 4096;
  ue->care_of.low = 0x0200000000000000u + number;
}

static Ue mobile_node(uint64_t number) {
  Ue ue = {{0x20010db8000a0001u, 0x1000u + number}, {0, 0}, next_random() | 1, next_random() | 1, 1, 0, 0, 0};
  care_of(&ue, number);
  return ue;
}

/* RFC 6275 section 6.1.7 behind a Home Address option, section 6.3. */
static void binding_update(Address from, Address home, uint32_t sequence, int key_management) {
  open_ipv6(from, AGENT, DESTINATION_OPTIONS);
  put(MOBILITY, 1);
  put(2, 1);
  put(0x01020000u, 4); /* PadN */
  put(0xc910, 2);
  put_address(home);
  size_t start = used;
  put(59, 1);
  put(3, 1);
  put(5, 1);
  put(0, 3);
  put(sequence & 0xffff, 2);
  put(HOME_REGISTRATION | (key_management ? KEY_MANAGEMENT : 0), 1);
  put(0, 1);
  put(5400, 2);
  put(0x0100, 2); /* PadN */
  put(0x0310, 2); /* Alternate Care-of Address */
  put_address(from);
  seal(start, start + 4, home, AGENT, MOBILITY);
  emit();
}

/* RFC 6275 section 6.1.8 behind a Type 2 routing header, section 6.4. */
static void binding_acknowledgement(const Ue *ue) {
  open_ipv6(AGENT, ue->care_of, ROUTING);
  put(MOBILITY, 1);
  put(2, 1);
  put(0x0201, 2);
  put(0, 4);
  put_address(ue->home);
  size_t start = used;
  put(59, 1);
  put(1, 1);
  put(6, 1);
  put(0, 3);
  put(0, 1); /* status */
  put(0x80, 1); /* K */
  put(ue->sequence & 0xffff, 2);
  put(5400, 2);
  put(0x01020000u, 4);
  seal(start, start + 4, AGENT, ue->home, MOBILITY);
  emit();
}

/* One IKEv2 message over UDP port 500; sealed ones have 64 octets inside SK. */
static void ike(const Ue *ue, int exchange, int response) {
  Address from = response ? AGENT : ue->care_of;
  Address to = response ? ue->care_of : AGENT;
  open_ipv6(from, to, UDP);
  size_t udp = used;
  put(500, 2);
  put(500, 2);
  put(0, 4);
  size_t message = used;
  put(ue->initiator, 8);
  put(exchange == IKE_SA_INIT && !response ? 0 : ue->responder, 8);
  put(exchange == IKE_SA_INIT ? 33 : 46, 1);
  put(0x20, 1);
  put((uint64_t)exchange, 1);
  put(response ? 0x20 : 0x08, 1);
  put(exchange == IKE_SA_INIT ? 0 : ue->message, 4);
  put(0, 4);
  if (exchange == IKE_SA_INIT) {
    put(0x2200002800000024u, 8); /* SA: one proposal, three transforms */
    put(0x01010003u, 4);
    put(0x0300000c01000014u, 8);
    put(0x800e0100u, 4); /* ENCR_AES_GCM_16, 256 bits */
    put(0x0300000802000005u, 8); /* PRF_HMAC_SHA2_256 */
    put(0x0000000804000013u, 8); /* 256-bit random ECP group */
    put(0x28000048u, 4); /* KE */
    put(0x00130000u, 4);
    put_random(64);
    put(0x00000024u, 4); /* Nonce */
    put_random(32);
  } else {
    put(exchange == IKE_AUTH ? (response ? 0x24000054u : 0x23000054u) : 0x00000054u, 4); /* SK */
    put_random(80);
  }
  patch16(message + 26, (uint32_t)(used - message));
  patch16(udp + 4, (uint32_t)(used - udp));
  seal(udp, udp + 6, from, to, UDP);
  emit();
}

/* What a mobile node does next; `half` 0 is its packet, 1 the home agent's answer. */
static void signalling(Ue *ue, uint64_t number, int half) {
  int exchange = ue->turn == 0 ? IKE_SA_INIT : ue->turn == 1 ? IKE_AUTH : ue->turn % 8 == 4 ? INFORMATIONAL : 0;
  exchange = with_ike ? exchange : 0;
  if (half == 0 && ue->turn > 2 && ue->turn % 8 == 3) {
    ue->moves++;
    care_of(ue, number);
  }
  if (exchange != 0) {
    ike(ue, exchange, half);
  } else if (half == 0) {
    binding_update(ue->care_of, ue->home, ue->sequence, 1);
  } else {
    binding_acknowledgement(ue);
    ue->sequence++;
  }
  if (half == 1) {
    ue->message += exchange == IKE_AUTH || exchange == INFORMATIONAL || exchange == IKE_SA_INIT;
    ue->turn++;
  }
}

/* ---- others ---------------------------------------------------------------------------------- */

static void ipv4_traffic(size_t payload) {
  used = 0;
  put(0x020000000001u, 6);
  put(0x020000000002u, 6);
  put(0x0800, 2);
  int tcp = next_random() % 4 != 0;
  size_t header = tcp ? 20 : 8;
  put(0x4500, 2);
  put(20 + header + payload, 2);
  put(next_random() & 0xffff, 2);
  put(0x4000, 2);
  put(64, 1);
  put((uint64_t)(tcp ? TCP : UDP), 1);
  put(0, 2);
  put(0x0a000000u | (next_random() & 0xffff), 4);
  put(0xcb007100u | (next_random() & 0xff), 4);
  patch16(ETHERNET + 10, folded(add_words(0, packet + ETHERNET, 20)));
  put(40000 + next_random() % 20000, 2);
  put(443, 2);
  if (tcp) {
    put(next_random(), 8);
    put(0x50100400u, 4);
  } else {
    put(8 + payload, 2);
  }
  put(0, tcp ? 4 : 2); /* a checksum that offload would fill in, or none */
  put_random(payload);
  emit();
}

static void ipv6_traffic(size_t payload) {
  Address from = {0x20010db800770000u + next_random() % 256, next_random()};
  Address to = {0x20010db800880000u, next_random() % 4096};
  open_ipv6(from, to, TCP);
  put(40000 + next_random() % 20000, 2);
  put(443, 2);
  put(next_random(), 8);
  put(0x50100400u, 4);
  put(0, 4);
  put_random(payload);
  emit();
}

static void traffic(void) {
  size_t payload = next_random() % 5 < 2 ? 1358 : next_random() % 120;
  if (next_random() % 10 < 3) {
    ipv6_traffic(payload);
  } else {
    ipv4_traffic(payload);
  }
}

/* ---- captures -------------------------------------------------------------------------------- */

static Ue *mobile_nodes(uint64_t count) {
  Ue *ues = malloc(count * sizeof *ues);
  if (ues == NULL) {
    fprintf(stderr, "traces: no memory for %llu mobile nodes\n", (unsigned long long)count);
    exit(1);
  }
  for (uint64_t i = 0; i < count; i++) ues[i] = mobile_node(i);
  return ues;
}

/* Each mobile node in its turn, request and answer 5 ms apart; `others` packets before each. */
static void rounds(uint64_t packets, uint64_t count, uint64_t others) {
  Ue *ues = mobile_nodes(count);
  uint64_t ue = 0;
  int half = 0;
  for (uint64_t i = 0; i < packets; i++) {
    if (i % (others + 1) != others) {
      micros += 100;
      traffic();
      continue;
    }
    micros += 5000;
    signalling(ues + ue, ue, half);
    ue = half == 1 ? (ue + 1) % count : ue;
    half ^= 1;
  }
  free(ues);
}

/* The ten do 400 steps in all, however many the others are; each made-up home address is used once. */
static void flood(uint64_t updates) {
  Ue *ues = mobile_nodes(10);
  uint64_t every = updates < 400 ? 1 : updates / 400;
  uint64_t ue = 0;
  for (uint64_t i = 0; i < updates; i++) {
    if (i % every == 0) {
      for (int half = 0; half < 2; half++) {
        micros += 5000;
        signalling(ues + ue, ue, half);
      }
      ue = (ue + 1) % 10;
    }
    micros += 10;
    Address home = {0x20010db8000b0000u + (next_random() & 0xffff), next_random()};
    Address from = {0x20010db8d0000000u + (next_random() & 0xffff), next_random()};
    binding_update(from, home, (uint32_t)next_random(), 1);
  }
  free(ues);
}

static void collide(uint64_t updates, int colliding) {
  for (uint64_t i = 0; i < updates; i++) {
    micros += 1000;
    /* Long.hashCode folds the halves of a long together: equal halves give 0. */
    uint64_t low = colliding ? i << 32 | i : 0x0200000000000000u + i;
    Address address = {0x20010db8000b0000u, low};
    Address from = {0x20010db8d0000000u, low};
    binding_update(from, address, 1, 1);
  }
}

int main(int count, char **arguments) {
  const char *kind = count > 2 ? arguments[1] : "";
  uint64_t packets = count > 2 ? strtoull(arguments[2], NULL, 10) : 0;
  uint64_t ues = count > 3 ? strtoull(arguments[3], NULL, 10) : 1;
  static char buffer[1 << 20];
  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  begin_file();
  if (strcmp(kind, "signalling") == 0) {
    rounds(packets, ues, 0);
  } else if (strcmp(kind, "bindings") == 0) {
    with_ike = 0;
    rounds(packets, ues, 0);
  } else if (strcmp(kind, "mixed") == 0) {
    rounds(packets, ues, 49);
  } else if (strcmp(kind, "flood") == 0) {
    flood(packets);
  } else if (strcmp(kind, "collide") == 0 || strcmp(kind, "ordinary") == 0) {
    collide(packets, kind[0] == 'c');
  } else {
    fputs("usage: traces signalling|bindings|mixed PACKETS UES | flood|collide|ordinary UPDATES\n", stderr);
    return 2;
  }
  return fflush(stdout) == 0 ? 0 : 1;
}
