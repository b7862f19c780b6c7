# Sourced by ./evens: runs the families of tests listed in the file `families`, one after the other,
# because two busy ones would make each other's latencies lie.

check() {
    when=full
    case ${1:-} in
        --quick) when=quick ;;
        --help | -h)
            echo "Usage: ./evens check [--quick]"
            echo "Builds and runs every test, family by family; the last line is 'N passed, N failed'."
            echo "--quick leaves out the long families. Logs: target/check/FAMILY.log"
            return 0
            ;;
        '') ;;
        *) echo "Unknown option: $1" >&2; return 2 ;;
    esac
    logs=target/check
    rm -rf "$logs"
    mkdir -p "$logs"
    : > "$logs/summary"
    total_passed=0
    total_failed=0
    while read -r family budget runs how; do
        case $family in '' | '#'*) continue ;; esac
        case $runs in both | "$when") ;; *) continue ;; esac
        run_family "$family" "$budget" "$how" < /dev/null
    done < families
    echo
    printf '%-14s %7s %7s %8s %8s\n' family passed failed seconds budget
    cat "$logs/summary"
    echo "$total_passed passed, $total_failed failed"
    [ "$total_failed" -eq 0 ] && [ "$total_passed" -gt 0 ]
}

run_family() {
    family=$1 budget=$2 how=$3
    log=$logs/$family.log
    began=$(date +%s)
    echo "== $family"
    rm -rf ./*/target/surefire-reports
    code=0
    # shellcheck disable=SC2086 # the family's command is words
    family_$how > "$log" 2>&1 || code=$?
    count_tests
    if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
    if [ "$code" -eq 0 ] && [ "$passed" -eq 0 ]; then passed=1; fi
    grep -hE '^(figure|Simulated|note): ' "$log" || true
    if [ "$failed" -ne 0 ]; then
        # Of each stack the top is enough.
        awk '/^[ \t]+at /{ if (++frames > 8) next } !/^[ \t]+at /{ frames = 0 } { print }' "$log" |
            tail -n 80
    fi
    seconds=$(($(date +%s) - began))
    printf '%-14s %7s %7s %8s %8s\n' "$family" "$passed" "$failed" "$seconds" "$budget" >> "$logs/summary"
    total_passed=$((total_passed + passed))
    total_failed=$((total_failed + failed))
}

# What Surefire's reports say, added up.
count_tests() {
    passed=0
    failed=0
    for report in ./*/target/surefire-reports/TEST-*.xml; do
        [ -f "$report" ] || continue
        suite=$(grep -m 1 '<testsuite ' "$report")
        tests=$(attribute tests "$suite")
        bad=$(($(attribute errors "$suite") + $(attribute failures "$suite")))
        passed=$((passed + tests - bad - $(attribute skipped "$suite")))
        failed=$((failed + bad))
    done
}

attribute() {
    echo "$2" | sed "s/.* $1=\"\([0-9]*\)\".*/\1/"
}

# Formats are checked, everything is compiled and packaged.
family_build() {
    maven spotless:check package -DskipTests && touch app/target/evens.jar
}

# Tests with this tag expression, in all modules; more arguments go to Maven.
family_tests() {
    tags=$1
    shift
    maven test "-Dgroups=$tags" -DexcludedGroups= "$@"
}

family_race() {
    "$JAVA_HOME/bin/java" --sun-misc-unsafe-memory-access=allow -jar race/target/evens-race.jar "$@"
}

family_simulation() {
    "$JAVA_HOME/bin/java" --sun-misc-unsafe-memory-access=allow -jar sim/target/evens-sim.jar "$@"
}
