package org.roamscope.ike;

/**
 * Which fragment of a message this is.
 *
 * @param id fragment ID of IKEv1; 0 for IKEv2, where the message ID does its work
 * @param number from 1 when the sender keeps to the rules
 * @param total fragments of the message; 0 while unknown (IKEv1 tells it in the last one only)
 */
public record IkeFragment(int id, int number, int total) {}
