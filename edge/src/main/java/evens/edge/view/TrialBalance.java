package evens.edge.view;

/** The ledger at one step: the three figures make 0. Micro-dollars. */
public record TrialBalance(long customers, long house, long outside, long sequence) {
    public long sum() {
        return customers + house + outside;
    }
}
