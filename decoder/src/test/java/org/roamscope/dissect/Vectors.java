package org.roamscope.dissect;

import org.roamscope.bytes.Hex;

/** Packets built by hand, LINKTYPE_RAW; what each holds stands beside it. */
final class Vectors {
  private Vectors() {}

  /** BU A=1 H=1 K=1 seq 7 lifetime 100 (400 s), Alternate CoA; CoA 2001:db8:1::1. */
  static final byte[] V1 =
      Hex.parse(
          """
          6000000000383c4020010db800010000000000000000000120010db8000200000000000000000002870201020000c910
          20010db800aa000000000000000000013b03050060fd0007d00000640100031020010db8000100000000000000000001
          """);

  /** BA status 0 K=1 seq 7 lifetime 100, Type 2 routing header. */
  static final byte[] V2 =
      Hex.parse(
          """
          6000000000282b4020010db800020000000000000000000220010db80001000000000000000000018702020100000000
          20010db800aa000000000000000000013b010600605900800007006401020000
          """);

  /** BU lifetime 0 from the home link. */
  static final byte[] V3 =
      Hex.parse(
          """
          600000000010874020010db800aa0000000000000000000120010db80002000000000000000000023b010500923b0008
          d000000001020000
          """);

  /** V1 in ESP with NULL encryption and HMAC-SHA1-96. */
  static final byte[] V4 =
      Hex.parse(
          """
          6000000000503c4020010db800010000000000000000000120010db8000200000000000000000002320201020000c910
          20010db800aa0000000000000000000100001001000000013b03050060fd0007d00000640100031020010db800010000
          00000000000000010102028700099d5c560d73fccc7bf67b
          """);

  /** V1 in ESP with AES-CBC-128. */
  static final byte[] V5 =
      Hex.parse(
          """
          60000000006c3c4020010db800010000000000000000000120010db8000200000000000000000002320201020000c910
          20010db800aa000000000000000000010000100200000002a0a1a2a3a4a5a6a7a8a9aaabacadaeaf4c3727619eb3ff2a
          afa98c90e396baac36e0521e6c7eaa5f88dc1a56752adef7a3aa1a7fda27ae0c00faa6e028aa2f73e55b2464103f9d35
          a3ba900f
          """);

  /** DSMIPv6 BU over UDP 4191, seq 9 K=1, IPv4 home address asked for, IPv4 CoA 192.0.2.10. */
  static final byte[] V7 =
      Hex.parse(
          """
          450000640001000040118e49c000020ac6336401105f105f00500b97600000000020874020010db800aa000000000000
          0000000120010db80002000000000000000000023b03050012ad0009d00000641d0680000000000020060000c000020a
          01020000
          """);

  /** DSMIPv6 BA to port 61000 behind a NAT: 10.1.2.3 granted, NAT detection F=0, 110 s. */
  static final byte[] V8 =
      Hex.parse(
          """
          45000064000100004011144cc6336401cb007107105fee480050b3af600000000020874020010db80002000000000000
          0000000220010db800aa000000000000000000013b03060016470080000900641e0600800a0102031f0600000000006e
          01020000
          """);

  /** IKE_SA_INIT header on 4500 behind the non-ESP marker, SPI 1122334455667788. */
  static final byte[] V9 =
      Hex.parse(
          """
          4500003c0001000040118e71c000020ac63364011194119400289b9d0000000011223344556677880000000000000000
          21202208000000000000001c
          """);

  /** NAT keepalive on 4500. */
  static final byte[] V10 = Hex.parse("4500001d0001000040118e90c000020ac6336401119411940009f173ff");

  static final byte[][] ALL = {V1, V2, V3, V4, V5, V7, V8, V9, V10};
}
