package evens.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import evens.client.broken.KnowsTheModel;
import evens.cluster.broken.KnowsTheEdge;
import evens.core.broken.AsksTheTime;
import evens.core.broken.CountsInDoubles;
import evens.core.broken.IteratesAHashMap;
import evens.core.broken.LogsALine;
import evens.core.broken.OrderHelper;
import evens.edge.broken.EntersTheCoreByTheWindow;
import evens.edge.broken.SaysSession;
import evens.edge.broken.SpeaksSql;
import evens.model.broken.KnowsTheCore;
import evens.race.broken.AsksTheExchangeItself;
import evens.store.broken.SpeaksHttp;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The map of the house, as rules. Each rule is a sentence, and each has a class in a package {@code
 * broken} that breaks it, so that a rule which can not fire fails here.
 */
final class ArchitectureTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("-tests.jar"))
                    .importPackages("evens");

    private record Rule(ArchRule rule, Class<?> offender) {}

    private static final Map<String, Rule> RULES =
            Map.ofEntries(
                    rule(
                            "the model knows nothing but the JDK",
                            only("evens.model..", "java..", "org.jspecify.."),
                            KnowsTheCore.class),
                    rule(
                            "the core knows nothing but the model and the JDK",
                            only("evens.core..", "evens.model..", "java..", "org.jspecify.."),
                            LogsALine.class),
                    rule(
                            "the core never asks what time it is and draws no random number",
                            noClasses()
                                    .that()
                                    .resideInAPackage("evens.core..")
                                    .should()
                                    .callMethod(System.class, "currentTimeMillis")
                                    .orShould()
                                    .callMethod(System.class, "nanoTime")
                                    .orShould()
                                    .dependOnClassesThat(
                                            resideInAnyPackage("java.time..", "java.util.random..")
                                                    .or(type(Random.class))),
                            AsksTheTime.class),
                    rule(
                            "the core has no collection without an order",
                            noClasses()
                                    .that()
                                    .resideInAPackage("evens.core..")
                                    .should()
                                    .dependOnClassesThat()
                                    .belongToAnyOf(
                                            HashMap.class, HashSet.class, IdentityHashMap.class),
                            IteratesAHashMap.class),
                    rule(
                            "money is never a floating point number",
                            noFloatingPoint(),
                            CountsInDoubles.class),
                    rule(
                            "the core is entered by its front door",
                            noClasses()
                                    .that()
                                    .resideOutsideOfPackage("evens.core..")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage("evens.core.*.."),
                            EntersTheCoreByTheWindow.class),
                    rule(
                            "log, store and edge do not know each other",
                            strangers("evens.cluster..", "evens.store..", "evens.edge.."),
                            KnowsTheEdge.class),
                    rule(
                            "the client sees the exchange only from outside",
                            noClasses()
                                    .that()
                                    .resideInAPackage("evens.client..")
                                    .should()
                                    .dependOnClassesThat(
                                            resideInAPackage("evens..")
                                                    .and(resideOutsideOfPackage("evens.client.."))),
                            KnowsTheModel.class),
                    rule(
                            "the race knows no more than a client does",
                            noClasses()
                                    .that()
                                    .resideInAPackage("evens.race..")
                                    .should()
                                    .dependOnClassesThat(
                                            resideInAPackage("evens..")
                                                    .and(
                                                            resideOutsideOfPackages(
                                                                    "evens.race..",
                                                                    "evens.client.."))),
                            AsksTheExchangeItself.class),
                    rule(
                            "each heavy library lives in one room",
                            CompositeArchRule.of(library("io.aeron..", "evens.cluster.."))
                                    .and(library("org.agrona..", "evens.cluster.."))
                                    .and(library("io.vertx..", "evens.edge.."))
                                    .and(library("io.netty..", "evens.edge.."))
                                    .and(library("org.jdbi..", "evens.store..")),
                            SpeaksHttp.class),
                    rule(
                            "SQL is spoken in the store",
                            library("java.sql..", "evens.store.."),
                            SpeaksSql.class),
                    rule(
                            "the word session belongs to the wire, to its client and to the log",
                            noMembers()
                                    .that()
                                    .areDeclaredInClassesThat(
                                            not(
                                                    resideInAnyPackage(
                                                            "evens.edge.wire..",
                                                            "evens.client..",
                                                            "evens.cluster..")))
                                    .should()
                                    .haveNameMatching("(?i).*session.*"),
                            SaysSession.class),
                    rule(
                            "names say what a thing is",
                            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)"),
                            OrderHelper.class));

    @TestFactory
    Stream<DynamicTest> theProductObeys() {
        return RULES.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(
                                entry.getKey(), () -> entry.getValue().rule().check(PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> theRuleFires() {
        return RULES.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> fires(entry.getValue())));
    }

    private static void fires(Rule rule) {
        JavaClasses broken = new ClassFileImporter().importClasses(rule.offender());
        assertThat(rule.rule().allowEmptyShould(true).evaluate(broken).hasViolation())
                .as("%s breaks the rule", rule.offender().getSimpleName())
                .isTrue();
    }

    private static Map.Entry<String, Rule> rule(String sentence, ArchRule rule, Class<?> offender) {
        return Map.entry(sentence, new Rule(rule.as(sentence), offender));
    }

    private static ArchRule only(String room, String... known) {
        String[] allowed = Stream.concat(Stream.of(room), Stream.of(known)).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed);
    }

    private static ArchRule strangers(String... rooms) {
        CompositeArchRule all = null;
        for (String room : rooms) {
            String[] others =
                    Stream.of(rooms).filter(other -> !other.equals(room)).toArray(String[]::new);
            ArchRule rule =
                    noClasses()
                            .that()
                            .resideInAPackage(room)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others);
            all = all == null ? CompositeArchRule.of(rule) : all.and(rule);
        }
        if (all == null) {
            throw new IllegalArgumentException("no rooms");
        }
        return all;
    }

    private static ArchRule library(String library, String room) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(room, "evens.sim..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static ArchRule noFloatingPoint() {
        return CompositeArchRule.of(
                        fields().that()
                                .areDeclaredInClassesThat()
                                .resideInAnyPackage("evens.core..", "evens.model..")
                                .should()
                                .notHaveRawType(double.class)
                                .andShould()
                                .notHaveRawType(float.class))
                .and(
                        methods()
                                .that()
                                .areDeclaredInClassesThat()
                                .resideInAnyPackage("evens.core..", "evens.model..")
                                .should()
                                .notHaveRawReturnType(double.class)
                                .andShould()
                                .notHaveRawReturnType(float.class));
    }
}
