package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.field.Clause;
import org.roamscope.field.CodePoints;

/** Algorithms that proposals offer, and the attributes of IKEv1 and IKEv2 transforms. */
public final class TransformCodePoints {
  /** Transform types of IKEv2. */
  public static final CodePoints TRANSFORM_TYPES =
      new Rows("IKEv2 transform types")
          .add(
              rfc(5996, "3.3.2"),
              """
              1 Encryption Algorithm (ENCR)
              2 Pseudo-random Function (PRF)
              3 Integrity Algorithm (INTEG)
              4 Key Exchange Method (KE)
              5 Sequence Numbers (SN)
              """)
          .add(
              rfc(9370, ""),
              """
              6 Additional Key Exchange 1 (ADDKE1)
              7 Additional Key Exchange 2 (ADDKE2)
              8 Additional Key Exchange 3 (ADDKE3)
              9 Additional Key Exchange 4 (ADDKE4)
              10 Additional Key Exchange 5 (ADDKE5)
              11 Additional Key Exchange 6 (ADDKE6)
              12 Additional Key Exchange 7 (ADDKE7)
              """)
          .add(
              rfc(9838, ""),
              """
              13 Key Wrap Algorithm (KWA)
              14 Group Controller Authentication Method (GCAUTH)
              """)
          .build();

  /** Encryption algorithms of IKEv2. */
  public static final CodePoints ENCRYPTION =
      new Rows("IKEv2 encryption algorithms")
          .add(
              rfc(5996, "3.3.2"),
              """
              1 ENCR_DES_IV64
              2 ENCR_DES
              3 ENCR_3DES
              4 ENCR_RC5
              5 ENCR_IDEA
              6 ENCR_CAST
              7 ENCR_BLOWFISH
              8 ENCR_3IDEA
              9 ENCR_DES_IV32
              11 ENCR_NULL
              12 ENCR_AES_CBC
              13 ENCR_AES_CTR
              """)
          .add(
              rfc(5282, ""),
              """
              14 ENCR_AES_CCM_8
              15 ENCR_AES_CCM_12
              16 ENCR_AES_CCM_16
              18 ENCR_AES_GCM_8
              19 ENCR_AES_GCM_12
              20 ENCR_AES_GCM_16
              """)
          .add(rfc(4543, ""), "21 ENCR_NULL_AUTH_AES_GMAC")
          .add(
              rfc(5529, ""),
              """
              23 ENCR_CAMELLIA_CBC
              24 ENCR_CAMELLIA_CTR
              25 ENCR_CAMELLIA_CCM_8
              26 ENCR_CAMELLIA_CCM_12
              27 ENCR_CAMELLIA_CCM_16
              """)
          .add(rfc(7634, ""), "28 ENCR_CHACHA20_POLY1305")
          .add(
              rfc(8750, ""),
              """
              29 ENCR_AES_CCM_8_IIV
              30 ENCR_AES_GCM_16_IIV
              31 ENCR_CHACHA20_POLY1305_IIV
              """)
          .add(
              rfc(9227, ""),
              """
              32 ENCR_KUZNYECHIK_MGM_KTREE
              33 ENCR_MAGMA_MGM_KTREE
              34 ENCR_KUZNYECHIK_MGM_MAC_KTREE
              35 ENCR_MAGMA_MGM_MAC_KTREE
              """)
          .build();

  /** Pseudo-random functions of IKEv2. */
  public static final CodePoints PSEUDO_RANDOM =
      new Rows("IKEv2 pseudo-random functions")
          .add(
              rfc(5996, "3.3.2"),
              """
              1 PRF_HMAC_MD5
              2 PRF_HMAC_SHA1
              3 PRF_HMAC_TIGER
              """)
          .add(rfc(4434, ""), "4 PRF_AES128_XCBC")
          .add(
              rfc(4868, ""),
              """
              5 PRF_HMAC_SHA2_256
              6 PRF_HMAC_SHA2_384
              7 PRF_HMAC_SHA2_512
              """)
          .add(rfc(4615, ""), "8 PRF_AES128_CMAC")
          .add(rfc(9385, ""), "9 PRF_HMAC_STREEBOG_512")
          .build();

  /** Integrity algorithms of IKEv2. */
  public static final CodePoints INTEGRITY =
      new Rows("IKEv2 integrity algorithms")
          .add(
              rfc(5996, "3.3.2"),
              """
              0 NONE
              1 AUTH_HMAC_MD5_96
              2 AUTH_HMAC_SHA1_96
              3 AUTH_DES_MAC
              4 AUTH_KPDK_MD5
              5 AUTH_AES_XCBC_96
              """)
          .add(
              rfc(4595, ""),
              """
              6 AUTH_HMAC_MD5_128
              7 AUTH_HMAC_SHA1_160
              """)
          .add(rfc(4494, ""), "8 AUTH_AES_CMAC_96")
          .add(
              rfc(4543, ""),
              """
              9 AUTH_AES_128_GMAC
              10 AUTH_AES_192_GMAC
              11 AUTH_AES_256_GMAC
              """)
          .add(
              rfc(4868, ""),
              """
              12 AUTH_HMAC_SHA2_256_128
              13 AUTH_HMAC_SHA2_384_192
              14 AUTH_HMAC_SHA2_512_256
              """)
          .build();

  /** Diffie-Hellman groups (key exchange methods), IKEv1 and IKEv2. */
  public static final CodePoints GROUPS =
      new Rows("Diffie-Hellman groups")
          .add(
              rfc(5996, "3.3.2"),
              """
              0 NONE
              1 768-bit MODP group
              2 1024-bit MODP group
              """)
          .add(
              rfc(3526, ""),
              """
              5 1536-bit MODP group
              14 2048-bit MODP group
              15 3072-bit MODP group
              16 4096-bit MODP group
              17 6144-bit MODP group
              18 8192-bit MODP group
              """)
          .add(
              rfc(5903, ""),
              """
              19 256-bit random ECP group
              20 384-bit random ECP group
              21 521-bit random ECP group
              """)
          .add(
              rfc(5114, ""),
              """
              22 1024-bit MODP group with 160-bit prime order subgroup
              23 2048-bit MODP group with 224-bit prime order subgroup
              24 2048-bit MODP group with 256-bit prime order subgroup
              25 192-bit random ECP group
              26 224-bit random ECP group
              """)
          .add(
              rfc(6954, ""),
              """
              27 224-bit Brainpool ECP group
              28 256-bit Brainpool ECP group
              29 384-bit Brainpool ECP group
              30 512-bit Brainpool ECP group
              """)
          .add(
              rfc(8031, ""),
              """
              31 Curve25519
              32 Curve448
              """)
          .add(
              rfc(2409, "6"),
              """
              3 EC2N group on GP[2^155]
              4 EC2N group on GP[2^185]
              """)
          .add(
              rfc(9385, ""),
              """
              33 GOST3410_2012_256
              34 GOST3410_2012_512
              """)
          .add(
              new Clause("draft-ietf-ipsecme-ikev2-mlkem", ""),
              """
              35 ML-KEM-512
              36 ML-KEM-768
              37 ML-KEM-1024
              """)
          .build();

  /** Extended sequence numbers, IKEv2. */
  public static final CodePoints EXTENDED_SEQUENCE =
      new Rows("Extended sequence numbers")
          .add(
              rfc(5996, "3.3.2"),
              """
              0 No Extended Sequence Numbers
              1 Extended Sequence Numbers
              """)
          .add(rfc(9827, ""), "2 32-bit Unspecified Numbers")
          .build();

  /** Transform identifiers of an IKEv1 ISAKMP proposal. */
  public static final CodePoints TRANSFORMS_ISAKMP =
      new Rows("ISAKMP transforms").add(rfc(2407, "4.4.2.1"), "1 KEY_IKE").build();

  /** Transform identifiers of an IKEv1 AH proposal. */
  public static final CodePoints TRANSFORMS_AH =
      new Rows("AH transforms")
          .add(
              rfc(2407, "4.4.3"),
              """
              2 MD5
              3 SHA
              4 DES
              """)
          .add(
              rfc(4868, ""),
              """
              5 SHA2-256
              6 SHA2-384
              7 SHA2-512
              """)
          .add(rfc(3566, ""), "9 AES-XCBC-MAC")
          .add(rfc(2857, ""), "8 RIPEMD")
          .add(rfc(4359, ""), "10 RSA")
          .add(
              rfc(4543, ""),
              """
              11 AES-128-GMAC
              12 AES-192-GMAC
              13 AES-256-GMAC
              """)
          .build();

  /** Transform identifiers of an IKEv1 ESP proposal. */
  public static final CodePoints TRANSFORMS_ESP =
      new Rows("ESP transforms")
          .add(
              rfc(2407, "4.4.4"),
              """
              1 DES-IV64
              2 DES
              3 3DES
              4 RC5
              5 IDEA
              6 CAST
              7 BLOWFISH
              8 3IDEA
              9 DES-IV32
              10 RC4
              11 NULL
              """)
          .add(rfc(3602, ""), "12 AES-CBC")
          .add(rfc(3686, ""), "13 AES-CTR")
          .add(
              rfc(4309, ""),
              """
              14 AES-CCM_8
              15 AES-CCM_12
              16 AES-CCM_16
              """)
          .add(
              rfc(4106, ""),
              """
              18 AES-GCM_8
              19 AES-GCM_12
              20 AES-GCM_16
              """)
          .add(rfc(4196, ""), "21 SEED_CBC")
          .add(rfc(4312, ""), "22 CAMELLIA-CBC")
          .add(rfc(4543, ""), "23 NULL_AUTH_AES-GMAC")
          .build();

  /** Phase 1 attributes of IKEv1. */
  public static final CodePoints IKE_ATTRIBUTES =
      new Rows("IKEv1 phase 1 attributes")
          .add(
              rfc(2409, "appendix A"),
              """
              1 Encryption-Algorithm
              2 Hash-Algorithm
              3 Authentication-Method
              4 Group-Description
              5 Group-Type
              6 Group-Prime
              7 Group-Generator-One
              8 Group-Generator-Two
              9 Group-Curve-A
              10 Group-Curve-B
              11 Life-Type
              12 Life-Duration
              13 PRF
              14 Key-Length
              15 Field-Size
              16 Group-Order
              """)
          .add(
              new Clause("GM/T 0022", ""),
              """
              17 Block-Size
              20 Asymmetric-Cryptographic-Algorithm-Type
              """)
          .build();

  /** Phase 2 attributes of IKEv1. */
  public static final CodePoints IPSEC_ATTRIBUTES =
      new Rows("IKEv1 phase 2 attributes")
          .add(
              rfc(2407, "4.5"),
              """
              1 SA-Life-Type
              2 SA-Life-Duration
              3 Group-Description
              4 Encapsulation-Mode
              5 Authentication-Algorithm
              6 Key-Length
              7 Key-Rounds
              8 Compress-Dictionary-Size
              9 Compress-Private-Algorithm
              """)
          .add(rfc(4304, ""), "11 Extended (64-bit) Sequence Number")
          .add(rfc(3168, "9.2.1"), "10 ECN Tunnel")
          .add(
              rfc(4359, ""),
              """
              12 Authentication Key Length
              13 Signature Encoding Algorithm
              """)
          .add(
              rfc(6407, ""),
              """
              14 Address Preservation
              15 SA Direction
              """)
          .build();

  /** Transform attributes of IKEv2. */
  public static final CodePoints TRANSFORM_ATTRIBUTES =
      new Rows("IKEv2 transform attributes").add(rfc(5996, "3.3.5"), "14 Key Length").build();

  /** Phase 1 encryption algorithms of IKEv1. */
  public static final CodePoints IKE_ENCRYPTION =
      new Rows("IKEv1 encryption algorithms")
          .add(
              rfc(2409, "appendix A"),
              """
              1 DES-CBC
              2 IDEA-CBC
              3 BLOWFISH-CBC
              4 RC5-R16-B64-CBC
              5 3DES-CBC
              6 CAST-CBC
              """)
          .add(rfc(3602, ""), "7 AES-CBC")
          .add(rfc(4312, ""), "8 CAMELLIA-CBC")
          .add(
              new Clause("GM/T 0022", ""),
              """
              127 SM4-CBC (old)
              128 SM1-CBC
              129 SM4-CBC
              """)
          .build();

  /** Phase 1 hash algorithms of IKEv1. */
  public static final CodePoints IKE_HASH =
      new Rows("IKEv1 hash algorithms")
          .add(
              rfc(2409, "appendix A"),
              """
              1 MD5
              2 SHA
              3 TIGER
              """)
          .add(
              rfc(4868, ""),
              """
              4 SHA2-256
              5 SHA2-384
              6 SHA2-512
              """)
          .add(new Clause("GM/T 0022", ""), "20 SM3")
          .build();

  /** Phase 1 authentication methods of IKEv1. */
  public static final CodePoints IKE_AUTHENTICATION =
      new Rows("IKEv1 authentication methods")
          .add(
              rfc(2409, "appendix A"),
              """
              1 Pre-shared key
              2 DSS signatures
              3 RSA signatures
              4 Encryption with RSA
              5 Revised encryption with RSA
              """)
          .add(
              rfc(4754, ""),
              """
              9 ECDSA with SHA-256 on the P-256 curve
              10 ECDSA with SHA-384 on the P-384 curve
              11 ECDSA with SHA-512 on the P-521 curve
              """)
          .add(
              new Clause("draft-ietf-ipsec-isakmp-hybrid-auth", ""),
              """
              64221 HybridInitRSA
              64222 HybridRespRSA
              64223 HybridInitDSS
              64224 HybridRespDSS
              """)
          .add(
              new Clause("draft-beaulieu-ike-xauth", ""),
              """
              65001 XAUTHInitPreShared
              65002 XAUTHRespPreShared
              65003 XAUTHInitDSS
              65004 XAUTHRespDSS
              65005 XAUTHInitRSA
              65006 XAUTHRespRSA
              """)
          .add(
              new Clause("draft-beaulieu-ike-xauth", ""),
              """
              65007 XAUTHInitRSAEncryption
              65008 XAUTHRespRSAEncryption
              65009 XAUTHInitRSARevisedEncryption
              65010 XAUTHRespRSARevisedEncryption
              """)
          .build();

  /** Units of a lifetime, IKEv1. */
  public static final CodePoints LIFE_TYPES =
      new Rows("IKEv1 life types")
          .add(
              rfc(2407, "4.5"),
              """
              1 Seconds
              2 Kilobytes
              """)
          .build();

  /** Encapsulation modes, IKEv1. */
  public static final CodePoints ENCAPSULATION_MODES =
      new Rows("IKEv1 encapsulation modes")
          .add(
              rfc(2407, "4.5"),
              """
              1 Tunnel
              2 Transport
              """)
          .add(
              rfc(3947, "5.1"),
              """
              3 UDP-Encapsulated-Tunnel
              4 UDP-Encapsulated-Transport
              """)
          .add(
              new Clause("draft-ietf-ipsec-nat-t-ike", ""),
              """
              61443 UDP-Encapsulated-Tunnel (draft)
              61444 UDP-Encapsulated-Transport (draft)
              """)
          .add(new Clause("Check Point", ""), "61440 Check Point IPSec UDP Encapsulation")
          .build();

  /** Phase 2 authentication algorithms, IKEv1. */
  public static final CodePoints IPSEC_AUTHENTICATION =
      new Rows("IKEv1 phase 2 authentication algorithms")
          .add(
              rfc(2407, "4.5"),
              """
              1 HMAC-MD5
              2 HMAC-SHA
              3 DES-MAC
              4 KPDK
              """)
          .add(
              rfc(4868, ""),
              """
              5 HMAC-SHA2-256
              6 HMAC-SHA2-384
              7 HMAC-SHA2-512
              """)
          .add(rfc(2857, ""), "8 HMAC-RIPEMD")
          .add(rfc(3566, ""), "9 AES-XCBC-MAC")
          .add(rfc(4359, ""), "10 SIG-RSA")
          .add(
              rfc(4543, ""),
              """
              11 AES-128-GMAC
              12 AES-192-GMAC
              13 AES-256-GMAC
              """)
          .build();

  /** Group types of IKEv1. */
  public static final CodePoints GROUP_TYPES =
      new Rows("IKEv1 group types")
          .add(
              rfc(2409, "appendix A"),
              """
              1 MODP
              2 ECP
              3 EC2N
              """)
          .build();

  /** Explicit congestion in IKEv1 tunnels. */
  public static final CodePoints ECN_TUNNEL =
      new Rows("ECN tunnel")
          .add(
              rfc(3168, "9.2.1"),
              """
              1 Allowed
              2 Forbidden
              """)
          .build();

  /** Long sequence numbers in IKEv1. */
  public static final CodePoints LONG_SEQUENCE =
      new Rows("Extended sequence numbers (IKEv1)")
          .add(rfc(4304, ""), "1 64-bit Sequence Number")
          .build();

  /** Which addresses group members preserve. */
  public static final CodePoints ADDRESS_PRESERVATION =
      new Rows("Address preservation")
          .add(
              rfc(6407, ""),
              """
              1 None
              2 Source-Only
              3 Destination-Only
              4 Source-and-Destination
              """)
          .build();

  /** Directions of a group SA. */
  public static final CodePoints SA_DIRECTIONS =
      new Rows("SA directions")
          .add(
              rfc(6407, ""),
              """
              1 Sender-Only
              2 Receiver-Only
              3 Symmetric
              """)
          .build();

  /** Public key algorithms of GM/T 0022. */
  public static final CodePoints ASYMMETRIC =
      new Rows("Asymmetric algorithms")
          .add(
              new Clause("GM/T 0022", ""),
              """
              1 RSA
              2 SM2
              """)
          .build();

  private TransformCodePoints() {}
}
