package dev.seqscan.flow;

/** From where, and out of which outermost loop, a jump leaves. */
record Leaving(Region from, Region outermost) {
}
