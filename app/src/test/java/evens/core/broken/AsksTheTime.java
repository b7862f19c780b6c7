package evens.core.broken;

/** Breaks a rule of the architecture on purpose. */
public final class AsksTheTime {
    public long now() {
        return System.currentTimeMillis();
    }
}
