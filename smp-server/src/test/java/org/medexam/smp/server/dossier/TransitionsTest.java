package org.medexam.smp.server.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.settings.ReviewSettings;
import org.medexam.smp.core.ticket.ReviewerRole;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;

/** Every state with every step and every caller: the answer of each, written down once by hand. */
class TransitionsTest {

    private static final String OK = "ok";

    /** A line a step, a column a state; {@code p} is ok where the district reviews in parallel and a conflict else. */
    private static final String TABLE = """
                        draft submitted returned first-passed first-failed passed failed abandoned
            SUBMIT         ok  again     ok       again        again        again  again  again
            FIRST_PASS     x   ok        x        x            x            final  final  final
            FIRST_RETURN   x   ok        x        x            x            final  final  final
            FIRST_FAIL     x   ok        x        x            x            final  final  final
            SECOND_PASS    x   p         x        ok           ok           final  final  final
            SECOND_RETURN  x   p         x        ok           ok           final  final  final
            SECOND_FAIL    x   p         x        ok           ok           final  final  final
            ABANDON        ok  ok        ok       ok           ok           final  final  final
            OVERDUE        x   x         ok       x            x            final  final  final
            LAPSE          ok  x         x        x            x            final  final  final
            """;

    private static final Map<String, String> WORDS =
            Map.of("ok", OK, "x", "review-state-conflict", "again", "already-submitted", "final", "result-final");

    private static final Map<String, Caller> CALLERS = Map.of(
            "candidate", new Caller.Candidate("62-1", Optional.empty()),
            "site", new Caller.Reviewer("kaodian01", "乙", ReviewerRole.SITE, Optional.of("6215")),
            "district", new Caller.Reviewer("kaoqu01", "甲", ReviewerRole.DISTRICT, Optional.empty()),
            "keeper", new Caller.AccountKeeper("zhuanguan", "丙"),
            "sp", new Caller.CentralSystem(CallerKind.SP, "sp"),
            "mp", new Caller.CentralSystem(CallerKind.MP, "mp"),
            "nobody", new Caller.Anonymous(),
            "smp", new Caller.Background());

    private static final String WHO = """
                           candidate site district keeper sp mp nobody smp
            SUBMIT             ok     no   no       no    no no no     no
            FIRST_PASS         no     ok   no       no    no ok no     no
            FIRST_RETURN       no     ok   no       no    no ok no     no
            FIRST_FAIL         no     ok   no       no    no ok no     no
            SECOND_PASS        no     no   ok       no    no ok no     no
            SECOND_RETURN      no     no   ok       no    no ok no     no
            SECOND_FAIL        no     no   ok       no    no ok no     no
            ABANDON            no     no   ok       no    no ok no     no
            OVERDUE            no     no   no       no    no no no     ok
            LAPSE              no     no   no       no    no no no     ok
            """;

    static Stream<Arguments> states() {
        return Stream.of(false, true)
                .flatMap(parallel -> cells(TABLE)
                        .map(cell -> new Arguments(
                                Step.valueOf(cell.row()),
                                cell.column(),
                                parallel,
                                cell.value().equals("p")
                                        ? (parallel ? OK : "review-state-conflict")
                                        : WORDS.get(cell.value()))));
    }

    record Arguments(Step step, String state, boolean parallel, String expected) {}

    @ParameterizedTest
    @MethodSource("states")
    void inEachStateEachStepIsTakenOrRefusedWithItsCode(Arguments the) {
        Transitions transitions = new Transitions(new ReviewSettings(the.parallel(), false, false));

        assertThat(answer(() -> transitions.requirePossible(state(the.state()), false, the.step())))
                .isEqualTo(the.expected());
    }

    @Test
    void aCandidateIsToldOfAFinalResultOnlyOnceItIsPublished() {
        Transitions transitions = new Transitions(new ReviewSettings(false, false, false));
        for (DossierState last : List.of(DossierState.PASSED, DossierState.FAILED, DossierState.ABANDONED)) {
            assertThat(answer(() -> transitions.requirePossible(last, true, Step.SUBMIT)))
                    .isEqualTo("result-final");
        }
    }

    static Stream<Cell> callers() {
        return cells(WHO);
    }

    @ParameterizedTest
    @MethodSource("callers")
    void eachCallerMayTakeItsOwnStepsAndNoOthers(Cell the) {
        assertThat(answer(() -> Transitions.requireAllowed(CALLERS.get(the.column()), Step.valueOf(the.row()))))
                .isEqualTo(the.value().equals("ok") ? OK : "not-allowed");
    }

    @Test
    void theTablesLeaveOutNoStateStepOrCaller() {
        assertThat(cells(TABLE)).hasSize(DossierState.values().length * Step.values().length);
        assertThat(cells(WHO)).hasSize(CALLERS.size() * Step.values().length);
        assertThat(cells(WHO).map(Cell::column)).containsAll(CALLERS.keySet());
    }

    private static String answer(Runnable asked) {
        try {
            asked.run();
            return OK;
        } catch (Refusal refused) {
            return refused.code().code();
        }
    }

    private static DossierState state(String code) {
        return Arrays.stream(DossierState.values())
                .filter(state -> state.code().equals(code))
                .findAny()
                .orElseThrow();
    }

    record Cell(String row, String column, String value) {}

    private static Stream<Cell> cells(String table) {
        List<String> lines = table.lines().toList();
        String[] columns = lines.get(0).strip().split(" +");
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.strip().split(" +");
            for (int i = 0; i < columns.length; i++) {
                cells.add(new Cell(words[0], columns[i], words[i + 1]));
            }
        }
        return cells.stream();
    }
}
