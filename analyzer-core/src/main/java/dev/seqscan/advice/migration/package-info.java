/**
 * Writes the indexes of an advice as a migration in the style of those that the project has. Takes advice and the names of
 * scripts and changelogs, gives texts of files; may use {@code advice}, and of {@code schema} how Flyway names its scripts.
 */
package dev.seqscan.advice.migration;
