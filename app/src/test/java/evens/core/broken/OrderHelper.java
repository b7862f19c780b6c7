package evens.core.broken;

/** Breaks a rule of the architecture on purpose. */
public final class OrderHelper {}
