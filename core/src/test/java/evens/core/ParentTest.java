package evens.core;

import org.junit.jupiter.api.Test;

/** Games that are a period or a special of another one. */
class ParentTest {
    @Test
    void aGameMayBelongToAnother() {
        Transcript.check(
                """
                game 2 starts 60 OPEN parent 1
                  | game 2 OPEN
                game 3 starts 60 OPEN parent 2
                  | game 3 OPEN
                game 4 starts 60 OPEN parent 7
                  | refused PARENT_NOT_FOUND
                game 5 starts 60 OPEN parent 5
                  | refused PARENT_NOT_FOUND
                close 1
                  | game 1 CLOSED
                m limit HOME 100 10 game 2
                  | placed #1 HOME +100 10 rests 10
                game 6 starts 60 OPEN parent 1
                  | game 6 OPEN
                """);
    }
}
