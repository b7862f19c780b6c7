package evens.edge.admin;

import evens.model.Identity.NewPerson;

/** What a new person may be called, and what a password may be, whoever opens the account. */
public final class PersonFields {
    /** What takers pay unless it is said otherwise, in parts per million. */
    public static final int COMMISSION_PPM = 10_000;

    private static final int MAX_NAME = 64;
    private static final int MAX_EMAIL = 254;
    private static final int MIN_PASSWORD = 8;
    private static final int MAX_PASSWORD = 256;

    private PersonFields() {}

    /** Reads {@code username}, {@code password} and {@code email}, which may be absent. */
    public static NewPerson person(Fields fields, boolean admin) throws Fields.Refused {
        String password = password(fields, "password");
        String username = fields.text("username", MAX_NAME);
        String email = fields.optionalText("email", MAX_EMAIL);
        return new NewPerson(
                username, email == null || email.isBlank() ? null : email, password, admin);
    }

    public static String password(Fields fields, String name) throws Fields.Refused {
        String password = fields.text(name, MAX_PASSWORD);
        if (password.length() < MIN_PASSWORD) {
            throw new Fields.Refused(name + " must have at least " + MIN_PASSWORD + " characters");
        }
        return password;
    }
}
