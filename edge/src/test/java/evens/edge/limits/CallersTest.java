package evens.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose request it is: the proxies are 10.0.0.0/8 and fd00::1. */
class CallersTest {
    private final Callers callers = new Callers(Networks.of("10.0.0.0/8, fd00::1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    192.0.2.1 |                                   | 192.0.2.1
                    192.0.2.1 | 198.51.100.7                      | 192.0.2.1
                    10.0.0.1  |                                   | 10.0.0.1
                    10.0.0.1  | 198.51.100.7                      | 198.51.100.7
                    10.0.0.1  | 203.0.113.5, 198.51.100.7         | 198.51.100.7
                    10.0.0.1  | 198.51.100.7, 10.0.0.2            | 198.51.100.7
                    10.0.0.1  | 10.9.9.9, 198.51.100.7, 10.0.0.2  | 198.51.100.7
                    10.0.0.1  | 198.51.100.7 ; 10.0.0.2           | 198.51.100.7
                    10.0.0.1  | 198.51.100.7 ; 203.0.113.5        | 203.0.113.5
                    10.0.0.1  | 10.0.0.3, 10.0.0.2                | 10.0.0.3
                    10.0.0.1  | unknown                           | 10.0.0.1
                    10.0.0.1  | 198.51.100.7, unknown             | 10.0.0.1
                    10.0.0.1  | 198.51.100.7, unknown, 10.0.0.2   | 10.0.0.2
                    10.0.0.1  | localhost                         | 10.0.0.1
                    10.0.0.1  | ','                               | 10.0.0.1
                    10.0.0.1  | 198.51.100.7:4711                 | 198.51.100.7
                    10.0.0.1  | 2001:db8::5                       | 2001:db8::5
                    10.0.0.1  | [2001:db8::5]:4711                | 2001:db8::5
                    10.0.0.1  | [2001:db8::5                      | 10.0.0.1
                    fd00::1   | 198.51.100.7                      | 198.51.100.7
                    fd00::2   | 198.51.100.7                      | fd00::2
                    ::ffff:10.0.0.1 | 198.51.100.7                | 198.51.100.7
                    """)
    void caller(String peer, String forwardedFor, String expected) {
        List<String> headers =
                forwardedFor == null ? List.of() : List.of(forwardedFor.split(";", -1));
        Address address = Address.of(peer);
        assertThat(address).isNotNull();
        assertThat(callers.of(address, headers)).isEqualTo(Address.of(expected));
    }
}
