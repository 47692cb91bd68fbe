package org.roamscope.mobility;

import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

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
        PlainOption,
        JoinedVendorOption,
        UnknownMobilityOption {
  /** Option type. */
  int type();

  /**
   * The beginning of an option's layout: type and length; its data comes after them.
   *
   * @param presence filter name of the option itself, as Wireshark has it
   */
  static Layout layout(String prefix, String presence, String name, Clause clause) {
    Layout layout = Layout.of(prefix, name, clause).protocol(presence);
    layout.u8("roam.mip6.option.type", "Option type").names(MobilityCodePoints.OPTION_TYPES);
    layout.u8("mip6.mobility_opt.len", "Option length");
    return layout;
  }

  /**
   * The same for an option that Wireshark 4.0 shows without its data. There its type is called
   * {@code mip6.mobility_opt}, which no other option has.
   */
  static Layout layout(String prefix, String name, Clause clause) {
    Layout layout = Layout.of(prefix, name, clause).structure(prefix);
    UInt type = layout.u8("roam.mip6.option.type", "Option type");
    type.names(MobilityCodePoints.OPTION_TYPES);
    layout.u8("mip6.mobility_opt.len", "Option length");
    layout.alias(type, "mip6.mobility_opt", "Mobility Option");
    return layout;
  }
}
