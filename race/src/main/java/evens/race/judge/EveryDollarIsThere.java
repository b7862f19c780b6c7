package evens.race.judge;

import java.math.BigDecimal;
import java.util.function.Consumer;

final class EveryDollarIsThere implements Rule {
    @Override
    public String says() {
        return "the trial balance is 0";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (String sum : file.sums()) {
            if (new BigDecimal(sum).signum() != 0) {
                found.accept("it is " + sum);
            }
        }
        if (file.sums().isEmpty()) {
            found.accept("nobody looked");
        }
    }
}
