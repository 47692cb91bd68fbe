package org.roamscope.mobility;

import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/** A mobility option, RFC 6275 section 6.2. Its slice starts at the type octet. */
public sealed interface MobilityOption extends Element
    permits PadOption,
        BindingRefreshAdvice,
        AlternateCareOfAddress,
        NonceIndices,
        BindingAuthorizationData,
        MobileNetworkPrefix,
        LinkLayerAddress,
        MobileNodeIdentifier,
        CgaParametersRequest,
        CgaParameters,
        Ipv4HomeAddress,
        Ipv4AddressAcknowledgement,
        NatDetection,
        Ipv4CareOfAddress,
        UnknownMobilityOption {
  /** Option type. */
  int type();

  /** The layout of an option's data; type and length stand before it. */
  static Layout layout(String prefix, String name, Clause clause) {
    Layout layout = Layout.of(prefix, name, clause);
    layout.u8("roam.mip6.option.type", "Option type").names(MobilityCodePoints.OPTION_TYPES);
    layout.u8("roam.mip6.option.length", "Option length");
    return layout;
  }
}
