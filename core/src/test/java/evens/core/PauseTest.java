package evens.core;

import org.junit.jupiter.api.Test;

/** Pausing takes orders out of their books, resuming brings them back. */
class PauseTest {
    @Test
    void whatIsPausedIsInNoBookAndComesBackBehindTheOthers() {
        Transcript.check(
                """
                a post HOME 110 10 ref x expires 30
                  | placed #1 HOME +110 10 rests 10 expires 30 ref x
                a post OVER 9 100 20
                  | placed #2 OVER 9 +100 20 rests 20
                b post HOME 110 10
                  | placed #3 HOME +110 10 rests 10
                t fillAndKill AWAY -110 5
                  | placed #4 AWAY -110 5 rests 0
                  | matched #4 5 @ -110 with #1 4.545455, 5.454545 left
                a pause
                  | cancelled #1 PAUSED filled 4.545455 released 5.454545
                  | cancelled #2 PAUSED filled 0 released 20
                  | epoch 1
                book
                  | #3 HOME +110 10
                a pause
                  | epoch 2
                a resume
                  | resumed #1 rests 5.454545
                  | resumed #2 rests 20
                a resume
                t fillAndKill AWAY -110 15
                  | placed #5 AWAY -110 15 rests 0
                  | matched #5 11 @ -110 with #3 10, 0 left
                  | matched #5 4 @ -110 with #1 3.636364, 1.818181 left
                minute 30
                  | cancelled #1 EXPIRED filled 8.181819 released 1.818181
                """);
    }

    @Test
    void everyCancelEndsWhatIsPaused() {
        Transcript.check(
                """
                game 2 starts 90 OPEN
                  | game 2 OPEN
                a post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                a post HOME 110 10 ref x
                  | placed #2 HOME +110 10 rests 10 ref x
                a post HOME 110 10 game 2
                  | placed #3 HOME +110 10 rests 10
                a post HOME 110 10 expires 5
                  | placed #4 HOME +110 10 rests 10 expires 5
                a post HOME 110 10
                  | placed #5 HOME +110 10 rests 10
                a pause
                  | cancelled #1 PAUSED filled 0 released 10
                  | cancelled #2 PAUSED filled 0 released 10
                  | cancelled #3 PAUSED filled 0 released 10
                  | cancelled #4 PAUSED filled 0 released 10
                  | cancelled #5 PAUSED filled 0 released 10
                  | epoch 1
                a cancel #1 #1
                  | cancelled #1 USER filled 0 released 10
                  | #1 ALREADY_CANCELLED
                a cancelReferences 1 x
                  | cancelled #2 USER filled 0 released 10
                a cancelGame 2
                  | cancelled #3 USER filled 0 released 10
                minute 5
                  | cancelled #4 EXPIRED filled 0 released 10
                a cancelAll
                  | cancelled #5 USER filled 0 released 10
                  | epoch 2
                """);
    }

    @Test
    void theStartOfTheGameEndsIt() {
        Transcript.check(
                """
                a post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                a pause game 1
                  | cancelled #1 PAUSED filled 0 released 10
                  | epoch 1
                minute 60
                  | cancelled #1 GAME_START filled 0 released 10
                  | game 1 CLOSED
                a resume
                """);
    }

    @Test
    void whatMayNotComeBackStaysPaused() {
        Transcript.check(
                """
                game 2 starts 90 OPEN
                  | game 2 OPEN
                account a balance 100
                  | opened a balance 100 outside -100
                a post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                a post OVER 1 100 100
                  | placed #2 OVER 1 +100 100 rests 100
                a post HOME 100 10 game 2
                  | placed #3 HOME +100 10 rests 10
                a pause
                  | cancelled #1 PAUSED filled 0 released 10
                  | cancelled #2 PAUSED filled 0 released 100
                  | cancelled #3 PAUSED filled 0 released 10
                  | epoch 1
                b post AWAY -110 10
                  | placed #4 AWAY -110 10 rests 10
                suspend 2
                  | game 2 SUSPENDED
                withdraw a 1
                  | withdrawn 1 balance 99 outside -10099
                a resume
                  | #1 stays paused POST_WOULD_MATCH
                  | #2 stays paused INSUFFICIENT_FUNDS
                  | #3 stays paused GAME_NOT_OPEN
                suspendExchange
                  | exchange suspended
                a resume game 1
                  | #1 stays paused EXCHANGE_SUSPENDED
                  | #2 stays paused EXCHANGE_SUSPENDED
                resumeExchange
                  | exchange resumed
                b cancelAll
                  | cancelled #4 USER filled 0 released 10
                  | epoch 1
                deposit a 1
                  | deposited 1 balance 100 outside -10100
                a resume game 1
                  | resumed #1 rests 10
                  | resumed #2 rests 100
                """);
    }

    @Test
    void oneGameOnly() {
        Transcript.check(
                """
                game 2 starts 90 OPEN
                  | game 2 OPEN
                a post HOME 110 10
                  | placed #1 HOME +110 10 rests 10
                a post HOME 110 10 game 2
                  | placed #2 HOME +110 10 rests 10
                a pause game 2
                  | cancelled #2 PAUSED filled 0 released 10
                  | epoch 1
                a pause game 3
                  | refused GAME_NOT_FOUND
                a resume game 1
                a resume game 3
                  | refused GAME_NOT_FOUND
                a resume game 2
                  | resumed #2 rests 10
                nobody pause
                nobody resume
                  | refused ACCOUNT_NOT_FOUND
                """);
    }
}
