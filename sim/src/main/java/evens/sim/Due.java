package evens.sim;

import evens.model.Event;

/** Something that happens by itself at its time. Of equals, those named first come first. */
sealed interface Due {
    long millis();

    /** The number of what it is about. */
    long key();

    /** A game starts. */
    record Start(Event.GameCreated game) implements Due {
        @Override
        public long millis() {
            return game.terms().startMillis();
        }

        @Override
        public long key() {
            return game.terms().game();
        }
    }

    /** An order expires. */
    record Expiry(Orders.Order order) implements Due {
        @Override
        public long millis() {
            return order.placed.expiresAtMillis();
        }

        @Override
        public long key() {
            return order.placed.order();
        }
    }

    /** A lease was not renewed. */
    record Lapse(Accounts.Account account) implements Due {
        @Override
        public long millis() {
            return account.leaseUntilMillis;
        }

        @Override
        public long key() {
            return account.id;
        }
    }

    /** An order has waited long enough. */
    record Delay(Orders.Order order) implements Due {
        @Override
        public long millis() {
            return order.untilMillis;
        }

        @Override
        public long key() {
            return order.placed.order();
        }
    }
}
