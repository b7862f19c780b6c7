package evens.core.broken;

/** Breaks a rule of the architecture on purpose. */
public final class CountsInDoubles {
    public double balance;
}
