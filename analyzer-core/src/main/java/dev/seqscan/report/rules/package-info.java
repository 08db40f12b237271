/**
 * Takes the cards of rules; gives the catalogue, or the page of one rule, as text. May use {@code rule} and {@code finding}.
 */
package dev.seqscan.report.rules;
