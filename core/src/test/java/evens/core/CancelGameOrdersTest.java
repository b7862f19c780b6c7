package evens.core;

import org.junit.jupiter.api.Test;

/** An operator cancels what is open on a game. */
class CancelGameOrdersTest {
    @Test
    void cancelsEveryMarketOfOneGame() {
        Transcript.check(
                """
                game 2 starts 90 OPEN parent 1
                  | game 2 OPEN
                m post HOME 100 10 , post OVER 9 100 10 , post AWAY+3 100 10 , post HOME 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                  | placed #2 OVER 9 +100 10 rests 10
                  | placed #3 AWAY+3 +100 10 rests 10
                  | placed #4 HOME +100 10 rests 10
                o post UNDER 9 110 10
                  | placed #5 UNDER 9 +110 10 rests 10
                t limit AWAY 100 4
                  | placed #6 AWAY +100 4 rests 0
                  | matched #6 4 @ +100 with #1 4, 6 left
                cancelOrders 1
                  | cancelled #1 OPERATOR filled 4 released 6
                  | cancelled #3 OPERATOR filled 0 released 10
                  | cancelled #2 OPERATOR filled 0 released 10
                  | cancelled #5 OPERATOR filled 0 released 10
                book
                  | #4 HOME +100 10
                cancelOrders 1
                m limit HOME 100 10
                  | placed #7 HOME +100 10 rests 10
                suspend 1
                  | game 1 SUSPENDED
                cancelOrders 1
                  | cancelled #7 OPERATOR filled 0 released 10
                cancelOrders 7
                  | refused GAME_NOT_FOUND
                m cancel #1
                  | #1 ALREADY_CANCELLED
                """);
    }
}
