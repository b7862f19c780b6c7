package evens.core;

import org.junit.jupiter.api.Test;

/** The worked examples of the API's documentation, at the core. */
class WorkedExamplesTest {
    /** Posted, taken at better odds, exhausted. */
    @Test
    void e1ToE3() {
        Transcript.check(
                """
                account t rate 1 balance 1000
                  | opened t balance 1000 outside -1000
                account t2 rate 1 balance 1000
                  | opened t2 balance 1000 outside -2000
                m post HOME -110 100
                  | placed #1 HOME -110 100 rests 100
                t limit AWAY 105 60
                  | placed #2 AWAY +105 60 rests 0
                  | matched #2 60 @ +110 with #1 66, 34 left, fee 0.66 or 0.6
                t2 limit AWAY 110 50
                  | placed #3 AWAY +110 50 rests 19.090909
                  | matched #3 30.909091 @ +110 with #1 34, 0 left, fee 0.34 or 0.309091
                book
                  | #3 AWAY +110 19.090909
                """);
    }

    @Test
    void e1ToE3WithFillAndKill() {
        Transcript.check(
                """
                account t rate 1 balance 1000
                  | opened t balance 1000 outside -1000
                account t2 rate 1 balance 1000
                  | opened t2 balance 1000 outside -2000
                m post HOME -110 100
                  | placed #1 HOME -110 100 rests 100
                t fillAndKill AWAY 105 60
                  | placed #2 AWAY +105 60 rests 0
                  | matched #2 60 @ +110 with #1 66, 34 left, fee 0.66 or 0.6
                t2 fillAndKill AWAY 110 50
                  | placed #3 AWAY +110 50 rests 0
                  | matched #3 30.909091 @ +110 with #1 34, 0 left, fee 0.34 or 0.309091
                book
                """);
    }

    @Test
    void e4() {
        Transcript.check(
                """
                account t rate 1 balance 1000
                  | opened t balance 1000 outside -1000
                m post HOME 185 100
                  | placed #1 HOME +185 100 rests 100
                t limit AWAY -185 300
                  | placed #2 AWAY -185 300 rests 115
                  | matched #2 185 @ -185 with #1 100, 0 left, fee 1 or 1
                book
                  | #2 AWAY -185 115
                """);
    }

    @Test
    void e4WithFillAndKill() {
        Transcript.check(
                """
                account t rate 1 balance 1000
                  | opened t balance 1000 outside -1000
                m post HOME 185 100
                  | placed #1 HOME +185 100 rests 100
                t fillAndKill AWAY -185 300
                  | placed #2 AWAY -185 300 rests 0
                  | matched #2 185 @ -185 with #1 100, 0 left, fee 1 or 1
                book
                """);
    }

    @Test
    void e5() {
        Transcript.check(
                """
                m post HOME 125 100
                  | placed #1 HOME +125 100 rests 100
                t limit AWAY -125 31.25
                  | placed #2 AWAY -125 31.25 rests 0
                  | matched #2 31.25 @ -125 with #1 25, 75 left
                m cancel #1
                  | cancelled #1 USER filled 25 released 75
                """);
    }

    @Test
    void e5WithFillAndKill() {
        Transcript.check(
                """
                m post HOME 125 100
                  | placed #1 HOME +125 100 rests 100
                t fillAndKill AWAY -125 31.25
                  | placed #2 AWAY -125 31.25 rests 0
                  | matched #2 31.25 @ -125 with #1 25, 75 left
                m cancelAll
                  | cancelled #1 USER filled 25 released 75
                  | epoch 1
                """);
    }

    @Test
    void e8() {
        Transcript.check(
                """
                league EPL soccer
                  | league EPL
                game 2 starts 90 OPEN league EPL
                  | game 2 OPEN
                account t rate 1 balance 1000
                  | opened t balance 1000 outside -1000
                m post NO HOME -120 500 game 2
                  | placed #1 NO HOME -120 500 rests 500
                t limit YES HOME 120 100 game 2
                  | placed #2 YES HOME +120 100 rests 0
                  | matched #2 100 @ +120 with #1 120, 380 left, fee 1.2 or 1
                book
                  | #1 NO HOME -120 380
                """);
    }

    @Test
    void e9() {
        Transcript.check(
                """
                account t balance 59.50 credit -100000 max 1000000
                  | opened t balance 59.5 outside -59.5
                m post OVER 3.25 100 7419.59
                  | placed #1 OVER 3.25 +100 7419.59 rests 7419.59
                t limit UNDER 3.25 100 7419.59
                  | placed #2 UNDER 3.25 +100 7419.59 rests 0
                  | matched #2 7419.59 @ +100 with #1 7419.59, 0 left
                funds t
                  | liability -7419.59 available 92639.91
                """);
    }

    @Test
    void e10() {
        Transcript.check(
                """
                m post AWAY 110 90.909091 , post HOME -110 66
                  | placed #1 AWAY +110 90.909091 rests 90.909091
                  | placed #2 HOME -110 66 rests 66
                t limit HOME -110 100 , limit AWAY 110 60
                  | placed #3 HOME -110 100 rests 0
                  | matched #3 100 @ -110 with #1 90.909091, 0 left
                  | placed #4 AWAY +110 60 rests 0
                  | matched #4 60 @ +110 with #2 66, 0 left
                liability t 1
                  | liability -34
                """);
    }

    /** The captured depth of a golf matchup: what takers see, offer by offer. */
    @Test
    void e11() {
        Transcript.check(
                """
                m post HOME 144 250 , post HOME 132 777 , post HOME 118 222 , post HOME 112 222
                  | placed #1 HOME +144 250 rests 250
                  | placed #2 HOME +132 777 rests 777
                  | placed #3 HOME +118 222 rests 222
                  | placed #4 HOME +112 222 rests 222
                m post AWAY 123 250 , post AWAY 114 777 , post AWAY 102 222 , post AWAY 100 222
                  | placed #5 AWAY +123 250 rests 250
                  | placed #6 AWAY +114 777 rests 777
                  | placed #7 AWAY +102 222 rests 222
                  | placed #8 AWAY +100 222 rests 222
                book
                  | #8 AWAY +100 222
                  | #7 AWAY +102 222
                  | #6 AWAY +114 777
                  | #5 AWAY +123 250
                  | #4 HOME +112 222
                  | #3 HOME +118 222
                  | #2 HOME +132 777
                  | #1 HOME +144 250
                t limit AWAY -144 1896.24
                  | placed #9 AWAY -144 1896.24 rests 0
                  | matched #9 248.64 @ -112 with #4 222, 0 left
                  | matched #9 261.96 @ -118 with #3 222, 0 left
                  | matched #9 1025.64 @ -132 with #2 777, 0 left
                  | matched #9 360 @ -144 with #1 250, 0 left
                u fillAndKill HOME -123 2000
                  | placed #10 HOME -123 2000 rests 0
                  | matched #10 222 @ +100 with #8 222, 0 left
                  | matched #10 226.44 @ -102 with #7 222, 0 left
                  | matched #10 885.78 @ -114 with #6 777, 0 left
                  | matched #10 307.5 @ -123 with #5 250, 0 left
                book
                """);
    }
}
