/**
 * The command line: picocli commands over the library. Commands know no algorithm, print to
 * picocli's writers only, and keep the exit codes of the contract.
 */
@NullMarked
package org.roamscope.cli;

import org.jspecify.annotations.NullMarked;
