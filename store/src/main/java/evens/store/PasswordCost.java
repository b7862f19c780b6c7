package evens.store;

/**
 * What a password hash costs. Every hash carries the cost it was made with, so another cost here
 * leaves old passwords valid.
 *
 * @param memoryKib memory of one hash in KiB, 8 to 4,194,304
 * @param passes how often that memory is gone through, 1 to 1,000
 */
public record PasswordCost(int memoryKib, int passes) {
    /** For people: 64 MiB, three times. */
    public static final PasswordCost STANDARD = new PasswordCost(64 * 1024, 3);

    /** The least that Argon2 allows: for tests and simulations, where passwords guard nothing. */
    public static final PasswordCost SMALLEST = new PasswordCost(8, 1);

    public PasswordCost {
        if (memoryKib < 8 || memoryKib > 4 * 1024 * 1024 || passes < 1 || passes > 1_000) {
            throw new IllegalArgumentException(
                    "a password cost of " + memoryKib + " KiB and " + passes + " passes");
        }
    }
}
