/**
 * The way of the data from a folder to a report: read, declare, link, query, follow, judge, settle, show.
 */
package dev.seqscan;
