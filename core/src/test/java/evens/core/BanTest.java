package evens.core;

import org.junit.jupiter.api.Test;

/** Banning an account. */
class BanTest {
    @Test
    void cancelsAllAndRefusesWhatComes() {
        Transcript.check(
                """
                game 2 starts 90 OPEN
                  | game 2 OPEN
                m post HOME 100 10 , post OVER 9.5 100 10 game 2 expires 30 , post AWAY+3 100 10
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 OVER 9.5 +100 10 rests 10 expires 30
                  | placed #3 AWAY+3 +100 10 rests 10
                o post HOME 100 10
                  | placed #4 HOME +100 10 rests 10
                change m banned true
                  | changed m credit 0 max 1000000000 rate 0 banned
                  | cancelled #1 BAN filled 0 released 10
                  | cancelled #2 BAN filled 0 released 10
                  | cancelled #3 BAN filled 0 released 10
                  | epoch 1
                book
                  | #4 HOME +100 10
                m limit HOME 100 10
                  | rejected ACCOUNT_BANNED
                m limit HOME 100 10 game 7
                  | rejected ACCOUNT_BANNED
                m cancelAll
                  | epoch 2
                m cancel #1
                  | #1 ALREADY_CANCELLED
                change m banned true
                  | changed m credit 0 max 1000000000 rate 0 banned
                  | epoch 3
                change m banned false
                  | changed m credit 0 max 1000000000 rate 0
                m limit HOME 100 10
                  | placed #5 HOME +100 10 rests 10
                minute 40
                """);
    }

    @Test
    void aBannedAccountHasItsMoneyAndItsWagers() {
        Transcript.check(
                """
                account m balance 20
                  | opened m balance 20 outside -20
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                t limit AWAY 100 4
                  | placed #2 AWAY +100 4 rests 0
                  | matched #2 4 @ +100 with #1 4, 6 left
                change m banned true
                  | changed m credit 0 max 1000000 rate 0 banned
                  | cancelled #1 BAN filled 4 released 6
                  | epoch 1
                funds m
                  | liability -4 available 16
                withdraw m 16.01
                  | refused WITHDRAWAL_TOO_LARGE
                withdraw m 16
                  | withdrawn 16 balance 4 outside -10004
                deposit m 1
                  | deposited 1 balance 5 outside -10005
                """);
    }

    @Test
    void aRefusedChangeBansNobody() {
        Transcript.check(
                """
                account m balance 20
                  | opened m balance 20 outside -20
                m post HOME 100 10
                  | placed #1 HOME +100 10 rests 10
                change m banned true rate 11
                  | refused LIMIT_OUT_OF_RANGE
                m cancel #1
                  | cancelled #1 USER filled 0 released 10
                """);
    }
}
