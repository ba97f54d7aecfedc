package org.deflator.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.deflator.data.store.Manifest.InputCopy;
import org.deflator.data.store.RunDirectory.InputFile;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.base.Outcome;
import org.deflator.model.portfolio.Perimeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theManifestNamesWhatWentIn() throws IOException {
        create("run", NOW);

        String manifest = Files.readString(folder.resolve("run/manifest.json"));

        // SHA-256 of "abc": FIPS 180-4, example B.1
        assertThat(manifest).contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .contains("book.yaml").contains("\"seed\" : 7").contains("\"version\" : \"1.0\"")
                .doesNotContain(folder.toString());
        assertThat(Files.readString(folder.resolve("run/inputs/portfolio.yaml"))).isEqualTo("abc");
    }

    @Test
    void aRunIsReadBackAsItWasMade() throws IOException {
        RunDirectory made = create("run", NOW);

        assertThat(RunDirectory.open(folder.resolve("run")))
                .isInstanceOfSatisfying(Outcome.Done.class,
                        done -> assertThat(((RunDirectory) done.value()).manifest())
                                .isEqualTo(made.manifest()));
    }

    @Test
    void seedPerimeterInputsAndVersionMakeTheIdentityButNotTheTimeOrTheFileName() {
        Manifest manifest = manifest("1.0", NOW, FakeRun.PLAN, "book.yaml", 1);

        assertThat(manifest("1.0", NOW.plusSeconds(5), FakeRun.PLAN, "other.yaml", 1).identity())
                .isEqualTo(manifest.identity());
        assertThat(List.of(manifest("1.1", NOW, FakeRun.PLAN, "book.yaml", 1),
                manifest("1.0", NOW, new RunPlan(900, 6, 8, 2), "book.yaml", 1),
                manifest("1.0", NOW, FakeRun.PLAN, Perimeter.GROWTH, "book.yaml", 1),
                manifest("1.0", NOW, FakeRun.PLAN, "book.yaml", 2)))
                .noneMatch(other -> other.identity().equals(manifest.identity()));
    }

    @Test
    void anInputThatChangedSinceIsRefused() throws IOException {
        create("run", NOW);
        Files.writeString(folder.resolve("run/inputs/portfolio.yaml"), "abd");

        assertThat(problem(RunDirectory.open(folder.resolve("run")))).contains("inputs/portfolio.yaml")
                .contains("changed since the run started");
    }

    @Test
    void aFolderWithoutAManifestIsNoRun() throws IOException {
        assertThat(problem(RunDirectory.open(folder))).contains("no manifest.json");
    }

    @Test
    void aDamagedManifestIsToldWithoutAStackTrace() throws IOException {
        for (String text : List.of("{", "{}", "[1]", "{\"version\": 1, \"inputs\": [{}]}")) {
            Files.writeString(folder.resolve("manifest.json"), text);
            assertThat(problem(RunDirectory.open(folder))).as(text).contains("manifest.json");
        }
    }

    @Test
    void aFolderInUseIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");

        assertThat(problem(RunDirectory.create(folder, "1.0", FakeRun.PLAN, Perimeter.FROZEN, NOW,
                List.of())))
                .contains("not empty");
        assertThat(folder.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void theLatestRunIsTheFinishedOneStartedLast() throws IOException {
        Files.writeString(create("b", NOW).path().resolve("summary.json"), "{}");
        Files.writeString(create("a", NOW.plusSeconds(60)).path().resolve("summary.json"), "{}");
        create("c", NOW.plusSeconds(120));
        Files.createDirectory(folder.resolve("d"));

        assertThat(RunDirectory.latest(folder)).map(run -> run.path().getFileName().toString()).contains("a");
        assertThat(RunDirectory.latest(folder.resolve("none"))).isEmpty();
    }

    @Test
    void twoRunsOfOneSecondGetTwoFolders() throws IOException {
        Path first = RunDirectory.fresh(folder, NOW);
        Files.createDirectory(first);

        assertThat(first.getFileName()).hasToString("2026-11-22T10-00-00Z");
        assertThat(RunDirectory.fresh(folder, NOW)).isNotEqualTo(first);
    }

    private static Manifest manifest(String version, Instant created, RunPlan plan, String name,
            int content) {
        return manifest(version, created, plan, Perimeter.FROZEN, name, content);
    }

    private static Manifest manifest(String version, Instant created, RunPlan plan, Perimeter perimeter,
            String name, int content) {
        return new Manifest(version, "25", created, plan, perimeter,
                List.of(InputCopy.of("portfolio", name, new byte[]{(byte) content})));
    }

    private RunDirectory create(String name, Instant created) throws IOException {
        return switch (RunDirectory.create(folder.resolve(name), "1.0", FakeRun.PLAN, Perimeter.FROZEN,
                created,
                List.of(new InputFile("portfolio", "book.yaml", new byte[]{'a', 'b', 'c'})))) {
            case Outcome.Done<RunDirectory>(RunDirectory run) -> run;
            case Outcome.Failed<RunDirectory>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static String problem(Outcome<RunDirectory> outcome) {
        return switch (outcome) {
            case Outcome.Done<RunDirectory>(RunDirectory run) ->
                    throw new AssertionError(run.path().toString());
            case Outcome.Failed<RunDirectory>(var problems) -> problems.toString();
        };
    }
}
