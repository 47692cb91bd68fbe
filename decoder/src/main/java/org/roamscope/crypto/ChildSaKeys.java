package org.roamscope.crypto;

/**
 * The keys of a child SA, RFC 7296 section 2.17. The initiator is who asked for this child SA.
 *
 * @param ei encryption of what the initiator sends, salt included
 * @param ai integrity of what the initiator sends
 * @param er encryption of what the responder sends, salt included
 * @param ar integrity of what the responder sends
 */
public record ChildSaKeys(KeyMaterial ei, KeyMaterial ai, KeyMaterial er, KeyMaterial ar) {}
