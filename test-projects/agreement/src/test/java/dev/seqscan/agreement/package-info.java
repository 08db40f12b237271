/**
 * Holds what the rules report against what the database saw: takes the tables that the tests of the test projects wrote,
 * and runs the analyser over the same projects.
 */
package dev.seqscan.agreement;
