package evens.edge.broken;

/** Breaks a rule of the architecture on purpose. */
public final class SaysSession {
    public long session;
}
