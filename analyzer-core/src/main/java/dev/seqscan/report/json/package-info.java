/** Takes objects and arrays; gives JSON text, the same for the same input. Uses nothing of ours. */
package dev.seqscan.report.json;
