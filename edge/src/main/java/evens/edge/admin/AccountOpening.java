package evens.edge.admin;

import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway;
import evens.model.Identity;
import evens.model.Identity.NewPerson;
import evens.model.Identity.Pending;
import evens.model.Identity.Person;
import evens.model.Identity.Terms;
import evens.model.Reject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Opens accounts, which live in two places: who it is in the identity store, what it may and has in
 * the log. First the person is written as pending, then the log opens the account, then the person
 * is activated. Whatever is cut off in between is completed by {@link #completePending}, because
 * opening the same account twice changes nothing.
 */
public final class AccountOpening {
    private final Identity identity;
    private final Gateway gateway;

    public AccountOpening(Identity identity, Gateway gateway) {
        this.identity = identity;
        this.gateway = gateway;
    }

    /** What became of it. */
    public sealed interface Result {
        record Opened(Person person) implements Result {}

        record NameTaken() implements Result {}

        record Rejected(Reject reject) implements Result {}

        /** The account is pending and will be completed later. */
        record Delayed() implements Result {}
    }

    public CompletionStage<Result> open(NewPerson person, Terms terms) {
        return identity.create(person, terms)
                .thenCompose(pending ->
                        pending == null
                                ? CompletableFuture.completedStage(new Result.NameTaken())
                                : complete(pending));
    }

    /** Completes what was begun earlier; the stage ends when all of it has an answer. */
    public CompletionStage<Void> completePending() {
        return identity.pending().thenCompose(this::completeAll);
    }

    private CompletionStage<Void> completeAll(List<Pending> pending) {
        CompletableFuture<?>[] all =
                pending.stream()
                        .map(one -> complete(one).toCompletableFuture())
                        .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(all);
    }

    private CompletionStage<Result> complete(Pending pending) {
        Person person = pending.person();
        Terms terms = pending.terms();
        CompletableFuture<@Nullable Result> logged = new CompletableFuture<>();
        gateway.submit(
                new Command.OpenAccount(
                        person.account(),
                        terms.creditLimit(),
                        terms.maxLiability(),
                        terms.commissionPpm(),
                        terms.deposit()),
                new Gateway.Reply() {
                    @Override
                    public void answered(long sequence, List<Event> events) {
                        logged.complete(
                                events.getFirst() instanceof Event.Refused refused
                                        ? new Result.Rejected(refused.reject())
                                        : null);
                    }

                    @Override
                    public void refused(Gateway.Refusal refusal) {
                        logged.complete(new Result.Delayed());
                    }
                });
        return logged.thenCompose(obstacle ->
                obstacle != null
                        ? CompletableFuture.completedStage(obstacle)
                        : identity.activate(person.account())
                                .thenApply(_ -> new Result.Opened(person)));
    }
}
