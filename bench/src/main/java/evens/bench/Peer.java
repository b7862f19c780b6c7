package evens.bench;

/** Whom we compare with. */
enum Peer {
    EXCHANGE_CORE("exchange-core 0.5.3, risk and matching"),
    EXCHANGE_CORE_REPLACING("exchange-core 0.5.3, a move being a cancel and an order"),
    PARITY("parity-match 0.7.0, matching only");

    final String title;

    Peer(String title) {
        this.title = title;
    }

    Engine engine(Workload workload) {
        return switch (this) {
            case EXCHANGE_CORE -> new ExchangeCoreEngine(workload, true);
            case EXCHANGE_CORE_REPLACING -> new ExchangeCoreEngine(workload, false);
            case PARITY -> new ParityEngine(workload);
        };
    }
}
