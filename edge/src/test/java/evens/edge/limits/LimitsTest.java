package evens.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Which of the limits is asked about whom. */
class LimitsTest {
    private final AtomicLong now = new AtomicLong();
    private final Limits limits =
            new Limits(
                    new LimitSettings(5, 3, 2, Networks.of("127.0.0.1"), Networks.of("10.0.0.1")),
                    now::get);

    private Address address(String text) {
        return limits.caller(text, List.of());
    }

    @Test
    void requestsOfAnAddress() {
        Address one = address("192.0.2.1");
        assertThat(limits.look(one)).isEqualTo(new Allowance(true, 5, 5, 0));
        for (int i = 0; i < 5; i++) {
            assertThat(limits.request(one).granted()).isTrue();
        }
        assertThat(limits.request(one)).isEqualTo(new Allowance(false, 5, 0, 61));
        assertThat(limits.look(one)).isEqualTo(new Allowance(false, 5, 0, 61));
        assertThat(limits.request(address("192.0.2.2")).granted()).isTrue();
        now.set(61_000);
        assertThat(limits.request(one)).isEqualTo(new Allowance(true, 5, 4, 61));
    }

    @Test
    void aTrustedAddressIsNotCounted() {
        Address here = address("127.0.0.1");
        for (int i = 0; i < 100; i++) {
            assertThat(limits.request(here)).isEqualTo(new Allowance(true, 5, 5, 0));
        }
        assertThat(limits.look(here)).isEqualTo(new Allowance(true, 5, 5, 0));
    }

    @Test
    void theOneBehindAProxyCounts() {
        assertThat(limits.caller("10.0.0.1", List.of("192.0.2.1"))).isEqualTo(address("192.0.2.1"));
        assertThat(limits.caller("10.0.0.2", List.of("192.0.2.1"))).isEqualTo(address("10.0.0.2"));
        assertThat(limits.caller(null, List.of("127.0.0.1"))).isEqualTo(new Address(0, 0));
    }

    @Test
    void loginsOfANameFromAnywhere() {
        assertThat(limits.login(address("192.0.2.1"), "Ann").granted()).isTrue();
        assertThat(limits.login(address("127.0.0.1"), "ann").granted()).isTrue();
        assertThat(limits.login(address("192.0.2.3"), "ANN"))
                .isEqualTo(new Allowance(false, 2, 0, 61));
        assertThat(limits.login(address("192.0.2.3"), "bob").granted()).isTrue();
        now.set(61_000);
        assertThat(limits.login(address("192.0.2.3"), "ann").granted()).isTrue();
    }

    @Test
    void loginsOfAnAddressWithAnyName() {
        for (int i = 0; i < 12; i++) {
            assertThat(limits.login(address("192.0.2.1"), "name " + i).granted()).isTrue();
        }
        assertThat(limits.login(address("192.0.2.1"), "another").granted()).isFalse();
        assertThat(limits.login(address("192.0.2.2"), "another").granted()).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(limits.login(address("127.0.0.1"), "trusted " + i).granted()).isTrue();
        }
    }

    @Test
    void placementsOfAnAccount() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.placing().allows(7)).isTrue();
        }
        assertThat(limits.placing().allows(7)).isFalse();
        assertThat(limits.placing().allows(8)).isTrue();
        assertThat(limits.placing().take(7)).isEqualTo(new Allowance(false, 3, 0, 61));
        now.set(61_000);
        assertThat(limits.placing().allows(7)).isTrue();
    }
}
