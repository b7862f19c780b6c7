package evens.app;

import evens.edge.admin.AccountOpening;
import evens.model.Identity;
import evens.model.Identity.NewPerson;
import evens.model.Identity.Person;
import evens.model.Identity.Terms;
import evens.model.Money;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** An exchange without an operator is given one. */
final class FirstOperator {
    private static final int PASSWORD_BYTES = 15;
    private static final int COMMISSION_PPM = 10_000;

    private final Identity identity;
    private final AccountOpening opening;

    FirstOperator(Identity identity, AccountOpening opening) {
        this.identity = identity;
        this.opening = opening;
    }

    /** Completes accounts that were cut off half-way, then sees to it that there is an operator. */
    void ensure(Settings settings) {
        await(opening.completePending());
        boolean exists = await(identity.find("")).stream().anyMatch(Person::admin);
        if (exists) {
            return;
        }
        String given = settings.adminPassword;
        String password = given == null ? randomPassword() : given;
        AccountOpening.Result result =
                await(
                        opening.open(
                                new NewPerson(settings.adminUsername, null, password, true),
                                new Terms(0, Money.MAX_AMOUNT, COMMISSION_PPM, 0)));
        if (!(result instanceof AccountOpening.Result.Opened)) {
            throw new CannotStart(
                    "the first operator %s could not be made: %s"
                            .formatted(settings.adminUsername, result));
        }
        if (given == null) {
            System.out.printf(
                    "Operator %s, password %s (it is not shown again)%n",
                    settings.adminUsername, password);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw new CannotStart(
                    "the identity store does not answer: " + String.valueOf(failure.getCause()),
                    failure);
        }
    }
}
