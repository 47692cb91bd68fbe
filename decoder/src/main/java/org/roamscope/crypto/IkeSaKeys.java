package org.roamscope.crypto;

/**
 * The keys of an IKEv2 SA, RFC 7296 section 2.14.
 *
 * @param d SK_d, of which the keys of child SAs are made
 * @param ai SK_ai, integrity of what the initiator sends
 * @param ar SK_ar, integrity of what the responder sends
 * @param ei SK_ei, encryption of what the initiator sends, salt included
 * @param er SK_er, encryption of what the responder sends, salt included
 * @param pi SK_pi, for the initiator's AUTH payload
 * @param pr SK_pr, for the responder's AUTH payload
 */
public record IkeSaKeys(
    KeyMaterial d,
    KeyMaterial ai,
    KeyMaterial ar,
    KeyMaterial ei,
    KeyMaterial er,
    KeyMaterial pi,
    KeyMaterial pr) {}
