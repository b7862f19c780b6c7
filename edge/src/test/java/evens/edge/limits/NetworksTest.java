package evens.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    127.0.0.0/8, ::1   | 127.0.0.1         | true
                    127.0.0.0/8, ::1   | 127.255.255.255   | true
                    127.0.0.0/8, ::1   | 128.0.0.0         | false
                    127.0.0.0/8, ::1   | ::1               | true
                    127.0.0.0/8, ::1   | ::2               | false
                    127.0.0.0/8, ::1   | ::ffff:127.0.0.1  | true
                    127.0.0.0/8, ::1   | ::7f00:1          | false
                    10.1.2.3           | 10.1.2.3          | true
                    10.1.2.3           | 10.1.2.2          | false
                    10.1.2.3/31        | 10.1.2.2          | true
                    10.1.2.3/31        | 10.1.2.1          | false
                    0.0.0.0/0          | 255.255.255.255   | true
                    0.0.0.0/0          | 2001:db8::1       | false
                    ::/0               | 2001:db8::1       | true
                    ::/0               | 10.1.2.3          | true
                    2001:db8::/32      | 2001:db8:ffff::1  | true
                    2001:db8::/32      | 2001:db9::1       | false
                    2001:db8::/64      | 2001:db8:0:0:9::1 | true
                    2001:db8::/64      | 2001:db8:0:1::1   | false
                    2001:db8::/65      | 2001:db8::7fff:ffff:ffff:ffff | true
                    2001:db8::/65      | 2001:db8::8000:0:0:0          | false
                    2001:db8::1/128    | 2001:db8::1       | true
                    2001:db8::1/128    | 2001:db8::        | false
                    fe80::1            | fe80::1%eth0      | true
                    ''                 | 127.0.0.1         | false
                    ' , '              | 127.0.0.1         | false
                    """)
    void contain(String list, String text, boolean expected) {
        Address address = Address.of(text);
        assertThat(address).isNotNull();
        assertThat(Networks.of(list).contain(address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "example.com",
                "10.0.0.256",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "::1/129",
                "::g",
                "10.0.0.1 10.0.0.2"
            })
    void refused(String list) {
        assertThatThrownBy(() -> Networks.of("127.0.0.1," + list))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(list)
                .hasMessageContaining("is not an address");
    }

    /** One person has a whole /64 of version 6, and one address of version 4. */
    @Test
    void countedAsOne() {
        assertThat(counted("2001:db8::1")).isEqualTo(counted("2001:db8::ffff:2"));
        assertThat(counted("2001:db8::1")).isNotEqualTo(counted("2001:db8:0:1::1"));
        assertThat(counted("10.0.0.1")).isNotEqualTo(counted("10.0.0.2"));
    }

    private static Address counted(String text) {
        Address address = Address.of(text);
        assertThat(address).isNotNull();
        return address.counted();
    }
}
