/**
 * Takes the linked program, entities and schema; gives which call sends which statement, with which fetch plan.
 * One sub-package per framework, found by {@code ServiceLoader}. May use all stages before it.
 */
package dev.seqscan.query;
