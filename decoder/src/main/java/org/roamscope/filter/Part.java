package org.roamscope.filter;

/**
 * A part of a filter's text.
 *
 * @param at first character, from 0
 * @param length characters
 */
record Part(int at, int length) {}
