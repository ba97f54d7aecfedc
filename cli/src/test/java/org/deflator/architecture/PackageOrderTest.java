package org.deflator.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The order of the story: a package imports only packages above it in {@link #ORDER}. */
class PackageOrderTest {

    private static final String ROOT = "org.deflator.";

    /** Each name stands for the package and those inside it. One that does not exist yet does no harm. */
    private static final List<String> ORDER = List.of(
            "model.base",
            "model.market",
            "model.portfolio",
            "model.scenario",
            "engine.random",
            "engine.path",
            "engine.cashflow",
            "engine.covenant",
            "engine.distress",
            "engine.contagion",
            "engine.run",
            "engine.pricing",
            "engine.risk",
            "engine.calibration",
            "engine.study",
            "data.file",
            "data.tape",
            "data",
            "report",
            "cli");

    /** Their last bit differs between machines; the engine has its own, the same on all of them. */
    private static final Set<String> BANNED = Set.of(
            "acos", "asin", "atan", "atan2", "cbrt", "cos", "cosh", "exp", "expm1", "hypot",
            "log", "log10", "log1p", "pow", "sin", "sinh", "tan", "tanh");

    /** Packages of the engine that may call the banned functions, with the reason beside each. */
    private static final Set<String> MAY_CALL_THEM = Set.of();

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.deflator");
        assertThat(classes).isNotEmpty();
    }

    @Test
    void everyPackageHasItsPlaceInTheOrder() {
        Set<String> strangers = new TreeSet<>();
        for (JavaClass type : classes) {
            if (place(type) < 0) {
                strangers.add(type.getPackageName());
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void packagesImportOnlyPackagesAboveThem() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                if (place(dependency.getTargetClass()) > place(type)) {
                    violations.add(dependency.getDescription());
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void engineCallsNoFunctionWhoseBitsDifferBetweenMachines() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            if (!inside(type, "engine") || MAY_CALL_THEM.contains(type.getPackageName())) {
                continue;
            }
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (banned(access)) {
                    violations.add(access.getDescription());
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    private static boolean banned(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return owner.equals("java.lang.StrictMath")
                || (owner.equals("java.lang.Math") && BANNED.contains(access.getName()));
    }

    /** Index in {@link #ORDER}; -1 for a class that is not ours. */
    private static int place(JavaClass type) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (inside(type, ORDER.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean inside(JavaClass type, String part) {
        String name = type.getPackageName() + ".";
        return name.startsWith(ROOT + part + ".");
    }
}
