/** What is measured: each class runs one tool on one folder. */
package dev.seqscan.benchmark.subject;
