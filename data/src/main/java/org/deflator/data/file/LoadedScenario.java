package org.deflator.data.file;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deflator.data.file.Tree.Branch;
import org.deflator.data.file.Tree.Setting;
import org.deflator.model.base.Provenance;
import org.deflator.model.scenario.Scenario;

/**
 * A scenario as its file tells it.
 *
 * @param scenario what it changes
 * @param provenance evidence of the figures of its shocks
 * @param places where each single value stands
 * @param told all that the file says, each value at its place
 */
public record LoadedScenario(Scenario scenario, Provenance provenance, SortedMap<String, Place> places,
        Told told) {
    public LoadedScenario {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /** The file's values. */
    public record Told(Branch tree) {
        List<Setting> settings(String key) {
            return tree.fields().get(key) instanceof Tree.Settings set ? set.settings() : List.of();
        }
    }
}
