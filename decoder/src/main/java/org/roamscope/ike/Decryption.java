package org.roamscope.ike;

import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;

/**
 * How an encrypted payload or message was opened.
 *
 * @param iv initialization vector; empty where none is sent
 * @param padding padding without its length
 * @param checksum integrity checksum; empty where none is sent
 * @param status whether the checksum was checked with a key, and how that went
 */
public record Decryption(Slice iv, Slice padding, Slice checksum, ChecksumStatus status) {}
