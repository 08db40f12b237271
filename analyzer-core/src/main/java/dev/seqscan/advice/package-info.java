/**
 * Makes the fewest indexes of all that the findings of an application call for, and tells which indexes nobody needs.
 * Takes the model and the settled findings; may use what rules may use. What it gives is plain text and places, for reports.
 */
package dev.seqscan.advice;
