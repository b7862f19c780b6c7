package evens.core;

import org.junit.jupiter.api.Test;

/** Who wins: neither side nor number are looked at where they say nothing. */
class MoneylineTest {
    @Test
    void aMoneylineIsBackedByParticipant() {
        Transcript.check(
                """
                a limit MONEYLINE:OVER:1:0 100 10 , limit MONEYLINE:UNDER:1:0 100 10
                  | rejected WRONG_SIDE
                  | rejected WRONG_SIDE
                a limit MONEYLINE:YES:1:0 100 10 , limit MONEYLINE:NO:1:0 100 10
                  | rejected WRONG_SIDE
                  | rejected WRONG_SIDE
                a limit 0 100 10 , limit 77 100 10
                  | rejected WRONG_SIDE
                  | rejected WRONG_SIDE
                a limit MONEYLINE:PARTICIPANT:2:99999 100 10
                  | placed #1 HOME +100 10 rests 10
                book
                  | #1 HOME +100 10
                """);
    }
}
