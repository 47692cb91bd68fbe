package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamscope.crypto.Octets.counting;
import static org.roamscope.crypto.Octets.hex;
import static org.roamscope.crypto.Octets.key;
import static org.roamscope.crypto.Octets.slice;
import static org.roamscope.crypto.Octets.text;

import org.junit.jupiter.api.Test;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.KeyDerivation.Nonces;
import org.roamscope.crypto.KeyDerivation.Spis;
import org.roamscope.crypto.KeyDerivation.Suite;

class KeyDerivationTest {
  /** NIST CAVP, IKEv2 with SHA-1, key material of 1056 bits, count 0. */
  private static final Nonces NIST_NONCES =
      new Nonces(slice("3651fef5c9c35e93"), slice("c09a8b90a3f04d59"));

  private static final KeyMaterial NIST_SECRET =
      key(
          """
          d084a30166a50fb7325c3960874a839449ef9741c2f4f947d0201dd8c1269273
          d79509f37e3ca3eb4fa2fe2a28254e289cd3f34dad4eb4df1a07685a4b8a94fa
          61e2491f7598b3ce65547ff133b3f63d1ac4175eaa695033f3cedb026a6873a3
          6455172a8540b8a5d23a0143bed0390ee49b168269d75fffee9fb62be965993c
          """);

  private static final KeyMaterial NIST_NEW_SECRET =
      key(
          """
          52f00ab174c25d5b7139ae5ff4e8e9eddee5992d2e36adf8a559ffd90dab1442
          e4fbe429d320c0f33552a17d1557fa41ea70e8fb916c4fa27ed52b5f8ebd8461
          afa78f1159159a64055ac5f6319e29c28eae58cbc6847770f32c3fed1d047504
          84f854790f95e9ec01bc5bc461f24966462e359511329305038e94deb6dd42c2
          """);

  private static final PseudoRandom SHA1 = PseudoRandom.HMAC_SHA1;

  @Test
  void skeyseedOfNist() {
    assertThat(text(KeyDerivation.skeyseed(SHA1, NIST_NONCES, NIST_SECRET)))
        .isEqualTo("cd2e8050137832245f1dbacc6e4f0a92f94d45d6");
    KeyMaterial d = key("6f1b12cad3cbe097b35430356d869d54cddb0198");
    assertThat(text(KeyDerivation.rekeyedSkeyseed(SHA1, d, NIST_NEW_SECRET, NIST_NONCES)))
        .isEqualTo("3b03bce748c96d5e8306918d2ff89b68f0648da3");
  }

  @Test
  void keysOfTheIkeSaOfNist() {
    Suite suite = new Suite(SHA1, new Encryption.Sized(Encryption.AES_CBC, 16), Integrity.NONE);
    IkeSaKeys keys =
        KeyDerivation.ikeSa(
            suite,
            key("cd2e8050137832245f1dbacc6e4f0a92f94d45d6"),
            NIST_NONCES,
            new Spis(0x8e5c3ae507221684L, 0xb1f201bb155c3acdL));
    // The stream is 6f1b...0198 ec85...7c58 fa63...49fe da01...0a91 874a..., without SK_a here.
    assertThat(text(keys.d())).isEqualTo("6f1b12cad3cbe097b35430356d869d54cddb0198");
    assertThat(keys.ai().isEmpty()).isTrue();
    assertThat(text(keys.ei())).isEqualTo("ec859174d53ceb92dddedbe2436db69f");
    assertThat(text(keys.er())).isEqualTo("60977c58fa63bbb667f8d36920b109ba");
    assertThat(text(keys.pi())).isEqualTo("ae8f6c61a9ac49feda01843225d080ec5539d588");
    assertThat(text(keys.pr())).isEqualTo("1a25521ffb2a0a91874a9c0a27fcc2d717eb8963");
  }

  @Test
  void keysOfAChildSaOfNist() {
    Suite suite =
        new Suite(SHA1, new Encryption.Sized(Encryption.AES_CBC, 16), Integrity.HMAC_SHA1_96);
    KeyMaterial d = key("6f1b12cad3cbe097b35430356d869d54cddb0198");
    ChildSaKeys plain = KeyDerivation.childSa(suite, d, KeyMaterial.none(), NIST_NONCES);
    assertThat(text(plain.ei())).isEqualTo("4727dc0ef94eb326ce131cf282fb652f");
    assertThat(text(plain.ai())).isEqualTo("aa638ad0ddae3786a11bcc0309876009f8c485de");
    ChildSaKeys secret = KeyDerivation.childSa(suite, d, NIST_NEW_SECRET, NIST_NONCES);
    assertThat(text(secret.ei())).isEqualTo("b109c21ad4c0797768c1cec9e6355468");
    assertThat(text(secret.ai())).isEqualTo("1e48f224bca7f23c20c4ea7041983451e9aa1d54");
  }

  /** The project's lab: IKE SA and its first child SA as the daemon logged them. */
  @Test
  void keysOfALabSa() {
    Nonces nonces =
        new Nonces(
            slice("354045463b64301e64840c9f229dbe06803d2c8f1d89a1be3677f9451b1434cc"),
            slice("c0999855f62ec1a14661cf4dcf7b5cc9d53dc4966c28737bd92d711f178bc18a"));
    Suite suite =
        new Suite(SHA1, new Encryption.Sized(Encryption.AES_CBC, 16), Integrity.HMAC_SHA1_96);
    IkeSaKeys keys =
        KeyDerivation.ikeSa(
            suite,
            key("0627a33a7176a5979c1a606391085790e25bcea7"),
            nonces,
            new Spis(0x123ae01c1cccdcc9L, 0xa52861c0ef3d4eabL));
    assertThat(keys)
        .isEqualTo(
            new IkeSaKeys(
                key("164e7e51374ca1f723f7da266051fb0928605fc6"),
                key("b6e86929c38d545f927f98076941d9fa04dde93c"),
                key("dfe9cf63cc921599bac0d01f3c8efc8733b18b5c"),
                key("b291b4d9052e32c336c1068188d7cdf7"),
                key("afc1842a729c31e56de7b5a1c1ca63b5"),
                key("1bd4aad2704f275214861b5d1ad2b35ce7fc1627"),
                key("ebecae7dab5479d81ab19e0d59deb92a00dde109")));
    assertThat(KeyDerivation.childSa(suite, keys.d(), KeyMaterial.none(), nonces))
        .isEqualTo(
            new ChildSaKeys(
                key("20ec0c779af04280c99546dba33d8721"),
                key("5028e5375c0f34b82f3336233e1226ece18c4dc6"),
                key("63b8ec5811fae3531c0852ad00a65425"),
                key("c0716e11c0c2f4b9cc718d332e856872b8e9cfae")));
  }

  @Test
  void authenticatingEncryptionTakesASaltAndNoIntegrityKey() {
    Suite suite =
        new Suite(
            PseudoRandom.HMAC_SHA2_256,
            new Encryption.Sized(Encryption.AES_GCM_16, 32),
            Integrity.HMAC_SHA1_96);
    ChildSaKeys keys = KeyDerivation.childSa(suite, key("00"), KeyMaterial.none(), NIST_NONCES);
    assertThat(keys.ei().length()).isEqualTo(36);
    assertThat(keys.ai().isEmpty()).isTrue();
  }

  /** RFC 7296 section 2.14: 8 octets of each nonce, where the function has a key of 16. */
  @Test
  void aesPseudoRandomFunctionsTakeHalfTheNonces() {
    Nonces nonces = new Nonces(Slice.of(counting(0, 32)), Slice.of(counting(0x80, 20)));
    KeyMaterial secret = key("0102");
    for (PseudoRandom prf :
        new PseudoRandom[] {PseudoRandom.AES_XCBC_128, PseudoRandom.AES_CMAC_128}) {
      assertThat(KeyDerivation.skeyseed(prf, nonces, secret))
          .isEqualTo(prf.of(key("0001020304050607 8081828384858687"), secret.octets()));
    }
  }

  @Test
  void prfPlusEndsAfter255Rounds() {
    assertThat(KeyDerivation.prfPlus(SHA1, key("00"), hex(""), 255 * 20)).isPresent();
    assertThat(KeyDerivation.prfPlus(SHA1, key("00"), hex(""), 255 * 20 + 1)).isEmpty();
    assertThat(KeyDerivation.prfPlus(SHA1, key("00"), hex(""), 0)).contains(KeyMaterial.none());
  }

  /** The project's lab, IKEv1: the encryption key is the beginning of SKEYID_e. */
  @Test
  void encryptionKeyOfIkeV1() {
    KeyMaterial e = key("5983185f99df04f0743d51069fce9bdd8e8d72c6");
    assertThat(IkeV1Derivation.encryptionKey(SHA1, e, 16))
        .contains(key("5983185f99df04f0743d51069fce9bdd"));
    // RFC 2409 appendix B: K1 = prf(SKEYID_e, 0), K2 = prf(SKEYID_e, K1).
    KeyMaterial k1 = SHA1.of(e, new byte[] {0});
    KeyMaterial k2 = SHA1.of(e, k1.octets());
    assertThat(IkeV1Derivation.encryptionKey(SHA1, e, 24))
        .hasValueSatisfying(key -> {
          assertThat(key.part(0, 20)).isEqualTo(k1);
          assertThat(key.part(20, 4)).isEqualTo(k2.part(0, 4));
        });
  }
}
