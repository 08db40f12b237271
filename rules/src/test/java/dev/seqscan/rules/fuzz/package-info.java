/**
 * Breaks files of every form and demands that no reader throws or hangs, and that what is sound is judged as before. A few
 * seconds in each build; {@code mvn test -Pfuzz -pl rules -am} goes on for as long as it is told:
 *
 * <ul>
 *   <li>{@code -Dfuzz.minutes=10} for each form in {@code BrokenFilesTest} (28 of them), and for each test of
 *       {@code BrokenTreesTest}; {@code -Dtest=BrokenFilesTest -Dsurefire.failIfNoSpecifiedTests=false} runs one of the two.
 *   <li>{@code -Dfuzz.forms=yml|java}: only the forms whose name this pattern is found in; {@code -Dfuzz.threads=1}: how many at
 *       once.
 *   <li>{@code -Dfuzz.seed=1}: the first seed. The same seed breaks the same file in the same way, so what a failure names can be
 *       met again at once.
 *   <li>{@code -Dfuzz.folder=DIR:DIR}: folders with sources of your own, taken in turn; without it the sources of one artifact
 *       of Maven Central.
 *   <li>{@code -Dfuzz.oneOf=2}: one file of so many is broken, and a tenth of these where findings are compared within one
 *       application, which analyses each folder three times.
 *   <li>{@code -Dfuzz.treeSeconds=60}: how long an analysis may take; {@code -Dfuzz.heap=1536m}: with how much memory.
 * </ul>
 */
package dev.seqscan.rules.fuzz;
