package evens.core.ledger;

import evens.core.base.Due;

/**
 * The dead-man's switch of an account. While it is armed it is among the deadlines; when it comes
 * due, nobody has renewed it in time.
 */
public final class Lease extends Due {
    private final Account account;

    Lease(Account account) {
        super(account.id());
        this.account = account;
    }

    public Account account() {
        return account;
    }

    @Override
    protected int dueKind() {
        return 2;
    }
}
