package dev.seqscan.flow;

/** A call that may reach a method, and the method that makes it. */
record IncomingCall(MethodFlow from, CallEvent event) {
}
