package org.roamscope.ike;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.roamscope.field.Layout;

/** All layouts of this package, for the field catalogue. */
public final class IkeLayouts {
  private IkeLayouts() {}

  /** Header first, then payloads by type. Filter names recur: versions and variants share them. */
  public static List<Layout> all() {
    List<Layout> all =
        new ArrayList<>(
            List.of(
                IkeHeader.V2,
                IkeHeader.V1,
                IkeHeader.OTHER,
                GenericHeader.V2,
                GenericHeader.V1,
                GenericHeader.ALONE));
    all.add(SecurityAssociation.WIRE);
    all.add(SecurityAssociation.WIRE_V1);
    all.add(SecurityAssociation.WIRE_GDOI);
    all.add(SecurityAssociation.WIRE_OTHER);
    all.addAll(Proposal.SIZED);
    all.addAll(Proposal.SIZED_V1);
    all.addAll(Transform.BY_TYPE.values().stream().sorted(IkeLayouts::byFirstName).toList());
    all.add(Transform.ADDITIONAL_KEY_EXCHANGE);
    all.add(Transform.OTHER);
    all.addAll(new TreeMap<>(Transform.BY_PROTOCOL).values());
    all.add(Transform.OTHER_V1);
    all.addAll(AttributeFamily.TRANSFORM.all());
    all.addAll(AttributeFamily.PHASE_1.all());
    all.addAll(AttributeFamily.PHASE_2.all());
    all.addAll(AttributeFamily.RESPONDER_PHASE_1.all());
    all.addAll(AttributeFamily.RESPONDER_PHASE_2.all());
    all.addAll(AttributeFamily.HEADER_COMPRESSION.all());
    all.add(KeyExchange.WIRE);
    all.add(KeyExchange.WIRE_V1);
    all.addAll(Identification.LAYOUTS.values());
    all.add(Identification.OTHER);
    all.addAll(Identification.LAYOUTS_V1.values());
    all.add(Identification.OTHER_V1);
    all.addAll(PlainPayload.LAYOUTS.values());
    all.add(PlainPayload.ORIGINAL_IPV4);
    all.add(PlainPayload.ORIGINAL_IPV6);
    all.add(PlainPayload.HASH_AND_URL);
    all.addAll(List.of(DigitalSignature.ALGORITHM, DigitalSignature.VALUE));
    all.addAll(
        List.of(
            CertificateRequest.WIRE,
            CertificateRequest.WIRE_V1,
            CertificateRequest.NAME_V1,
            CertificateRequest.HASH_WIRE));
    all.add(Nonce.WIRE);
    all.add(Nonce.WIRE_V1);
    all.addAll(Notify.SIZED);
    all.addAll(Notify.SIZED_V1);
    all.addAll(NotifyData.all());
    all.add(Delete.WIRE);
    all.add(Delete.WIRE_V1);
    all.add(Spi.WIRE);
    all.addAll(VendorId.all());
    all.add(TrafficSelectors.WIRE);
    all.addAll(
        List.of(
            TrafficSelector.IPV4,
            TrafficSelector.IPV6,
            TrafficSelector.FIBRE_CHANNEL,
            TrafficSelector.LABEL,
            TrafficSelector.OTHER));
    all.add(Encrypted.WIRE);
    all.add(EncryptedFragment.WIRE);
    all.add(MessageFragment.WIRE);
    all.add(DecryptedPayloads.WIRE);
    all.add(DecryptedPayloads.WIRE_V1);
    all.add(DecryptedPayloads.JOINED);
    all.add(DecryptedFragment.WIRE);
    all.add(Configuration.WIRE);
    all.add(Configuration.WIRE_V1);
    all.addAll(ConfigurationAttribute.all());
    all.add(Eap.WIRE);
    all.addAll(EapMessage.all());
    all.addAll(List.of(OpaquePayload.ENCRYPTED_BODY, OpaquePayload.UNDISSECTED, Undissected.WIRE));
    return List.copyOf(all);
  }

  private static int byFirstName(Layout a, Layout b) {
    return a.fields().getLast().filterName().compareTo(b.fields().getLast().filterName());
  }
}
