/** The hot parts alone, measured by JMH. */
package dev.seqscan.benchmark.jmh;
