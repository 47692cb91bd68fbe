package org.roamscope.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.roamscope.audit.rule.AcknowledgementNotRequested;
import org.roamscope.audit.rule.AcknowledgementSequenceMismatch;
import org.roamscope.audit.rule.AcknowledgementToOtherAddress;
import org.roamscope.audit.rule.AcknowledgementToOtherEndpoint;
import org.roamscope.audit.rule.AlternateCareOfAddressMissing;
import org.roamscope.audit.rule.AlternateCareOfAddressWithBid;
import org.roamscope.audit.rule.AnswersWithoutUpdates;
import org.roamscope.audit.rule.AuthenticationOnPort500;
import org.roamscope.audit.rule.BaNotOverUdp;
import org.roamscope.audit.rule.BaWithoutHomeAddress;
import org.roamscope.audit.rule.BindingErrorSeen;
import org.roamscope.audit.rule.BindingExpired;
import org.roamscope.audit.rule.BindingRefused;
import org.roamscope.audit.rule.CareOfAddressNotUnicast;
import org.roamscope.audit.rule.CorrespondentUpdateUnauthorized;
import org.roamscope.audit.rule.DeregistrationNotEmpty;
import org.roamscope.audit.rule.DeregistrationRefused;
import org.roamscope.audit.rule.ForceUdpIgnored;
import org.roamscope.audit.rule.ForceUdpOnIpv6;
import org.roamscope.audit.rule.HomeCareOfWithLifetime;
import org.roamscope.audit.rule.IkeDeletedAtHome;
import org.roamscope.audit.rule.IkeMalformed;
import org.roamscope.audit.rule.IkeMessageIdsMissing;
import org.roamscope.audit.rule.IkeMovedBeforeAcknowledgement;
import org.roamscope.audit.rule.IkeRerunAvoidable;
import org.roamscope.audit.rule.IkeRerunWithoutBindingUpdate;
import org.roamscope.audit.rule.IkeRetransmissionNotGrowing;
import org.roamscope.audit.rule.IkeSetUpAgainInPlace;
import org.roamscope.audit.rule.Ikev1InUse;
import org.roamscope.audit.rule.InvalidIkeSpiSeen;
import org.roamscope.audit.rule.Ipv4AddressAckMissing;
import org.roamscope.audit.rule.Ipv4AddressAckUnasked;
import org.roamscope.audit.rule.Ipv4AddressNotAssigned;
import org.roamscope.audit.rule.Ipv4CareOfAddressMissing;
import org.roamscope.audit.rule.Ipv4HomePrefixInvalid;
import org.roamscope.audit.rule.KRefused;
import org.roamscope.audit.rule.KToCorrespondentNode;
import org.roamscope.audit.rule.KUnsolicited;
import org.roamscope.audit.rule.KWithManualKeying;
import org.roamscope.audit.rule.LifetimeLongerThanAsked;
import org.roamscope.audit.rule.MobilityChecksum;
import org.roamscope.audit.rule.MobilityForbiddenValue;
import org.roamscope.audit.rule.MobilityLength;
import org.roamscope.audit.rule.MobilityReserved;
import org.roamscope.audit.rule.NatDenied;
import org.roamscope.audit.rule.NatDetectionAbsentWithoutNat;
import org.roamscope.audit.rule.NatDetectionFClear;
import org.roamscope.audit.rule.NatDetectionMissing;
import org.roamscope.audit.rule.NatDetectionWithoutNat;
import org.roamscope.audit.rule.NeedlessIkeRerun;
import org.roamscope.audit.rule.NonceInHomeRegistration;
import org.roamscope.audit.rule.OneDirectionOnly;
import org.roamscope.audit.rule.PeerUnresponsive;
import org.roamscope.audit.rule.RefreshAdviceNotShorter;
import org.roamscope.audit.rule.RefreshRequestUnanswered;
import org.roamscope.audit.rule.RetransmissionNotDoubled;
import org.roamscope.audit.rule.RetransmissionSameSequence;
import org.roamscope.audit.rule.RetransmissionTooEarly;
import org.roamscope.audit.rule.SaKeptWithoutK;
import org.roamscope.audit.rule.SequenceAfterRefusal;
import org.roamscope.audit.rule.SequenceNotGreater;
import org.roamscope.audit.rule.SequenceRefusedWrongly;
import org.roamscope.audit.rule.SetUpFailed;
import org.roamscope.audit.rule.SetUpUnfinished;
import org.roamscope.audit.rule.SignallingCut;
import org.roamscope.audit.rule.SlowAcknowledgement;
import org.roamscope.audit.rule.StaleHomeAgentEndpoint;
import org.roamscope.audit.rule.StaleUeEndpoint;
import org.roamscope.audit.rule.StatusOfRouteOptimization;
import org.roamscope.audit.rule.TimeGoesBack;
import org.roamscope.audit.rule.UnprotectedBindingUpdate;
import org.roamscope.audit.rule.UpdateAfterDadFailure;
import org.roamscope.audit.rule.UpdateRateExceeded;
import org.roamscope.audit.rule.UpdateUnanswered;

/** Every rule, in the order of the ids. */
public final class RuleCatalog {
  private static final List<Rule> RULES =
      List.of(
          new NeedlessIkeRerun(),
          new IkeRerunAvoidable(),
          new KRefused(),
          new KUnsolicited(),
          new SaKeptWithoutK(),
          new StaleHomeAgentEndpoint(),
          new StaleUeEndpoint(),
          new KWithManualKeying(),
          new KToCorrespondentNode(),
          new IkeRerunWithoutBindingUpdate(),
          new IkeDeletedAtHome(),
          new NatDetectionMissing(),
          new NatDetectionFClear(),
          new NatDetectionWithoutNat(),
          new Ipv4AddressAckMissing(),
          new BaNotOverUdp(),
          new BaWithoutHomeAddress(),
          new NatDetectionAbsentWithoutNat(),
          new NatDenied(),
          new UnprotectedBindingUpdate(),
          new Ipv4CareOfAddressMissing(),
          new AcknowledgementToOtherEndpoint(),
          new ForceUdpIgnored(),
          new ForceUdpOnIpv6(),
          new Ipv4HomePrefixInvalid(),
          new Ipv4AddressAckUnasked(),
          new Ipv4AddressNotAssigned(),
          new DeregistrationRefused(),
          new BindingRefused(),
          new BindingExpired(),
          new AcknowledgementNotRequested(),
          new SequenceNotGreater(),
          new RetransmissionSameSequence(),
          new RetransmissionTooEarly(),
          new RetransmissionNotDoubled(),
          new UpdateRateExceeded(),
          new UpdateUnanswered(),
          new LifetimeLongerThanAsked(),
          new DeregistrationNotEmpty(),
          new RefreshAdviceNotShorter(),
          new AcknowledgementSequenceMismatch(),
          new SequenceRefusedWrongly(),
          new SequenceAfterRefusal(),
          new UpdateAfterDadFailure(),
          new BindingErrorSeen(),
          new RefreshRequestUnanswered(),
          new AlternateCareOfAddressMissing(),
          new AlternateCareOfAddressWithBid(),
          new NonceInHomeRegistration(),
          new CorrespondentUpdateUnauthorized(),
          new CareOfAddressNotUnicast(),
          new HomeCareOfWithLifetime(),
          new AcknowledgementToOtherAddress(),
          new StatusOfRouteOptimization(),
          new SlowAcknowledgement(),
          new PeerUnresponsive(),
          new SetUpUnfinished(),
          new SetUpFailed(),
          new IkeRetransmissionNotGrowing(),
          new InvalidIkeSpiSeen(),
          new AuthenticationOnPort500(),
          new Ikev1InUse(),
          new IkeMovedBeforeAcknowledgement(),
          new IkeSetUpAgainInPlace(),
          new OneDirectionOnly(),
          new AnswersWithoutUpdates(),
          new IkeMessageIdsMissing(),
          new SignallingCut(),
          new TimeGoesBack(),
          new MobilityChecksum(),
          new MobilityLength(),
          new MobilityForbiddenValue(),
          new MobilityReserved(),
          new IkeMalformed());

  private RuleCatalog() {}

  /** All rules. */
  public static List<Rule> all() {
    return RULES;
  }

  /** The rule with an id or name, in any case. */
  public static Optional<RuleInfo> find(String idOrName) {
    String wanted = idOrName.toLowerCase(Locale.ROOT);
    return RULES.stream()
        .map(Rule::info)
        .filter(
            info -> info.id().toLowerCase(Locale.ROOT).equals(wanted) || info.name().equals(wanted))
        .findFirst();
  }
}
