package dev.seqscan.rule;

/** Stands for a rule's class; its pages lie beside it. */
final class SampleRule {

    private SampleRule() {
    }
}
