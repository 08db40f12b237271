/**
 * What a rule is: it takes the model, gives findings, and has a card read from its page. May use {@code finding},
 * {@code flow}, {@code query}, {@code entity}, {@code schema}, {@code config} and {@code source.Place}; sees no syntax tree.
 */
package dev.seqscan.rule;
