package org.deflator.data.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.deflator.engine.run.RunPlan;
import org.deflator.model.portfolio.Perimeter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run was made of. Version, plan, perimeter and inputs are its identity and fix every bit of the result; JDK and
 * time of creation are told but do not enter.
 *
 * @param version version of the product
 * @param jdk Java that started the run
 * @param created when it was started
 * @param plan how to simulate
 * @param perimeter how much of the portfolio file was read
 * @param inputs files that went in
 */
public record Manifest(String version, String jdk, Instant created, RunPlan plan, Perimeter perimeter,
        List<InputCopy> inputs) {
    /**
     * One input file, of which the run keeps a copy.
     *
     * @param role what it is: {@code portfolio}, {@code part}, {@code market}, {@code model} or {@code scenario}
     * @param name its file name when it was read; of a part, the path by which the portfolio names it
     * @param sha256 SHA-256 of its bytes, hexadecimal
     */
    public record InputCopy(String role, String name, String sha256) {
        private static final String PART = "part";
        private static final String SCENARIO = "scenario";

        /** Input with these bytes. */
        public static InputCopy of(String role, String name, byte[] bytes) {
            return new InputCopy(role, name, HexFormat.of().formatHex(Manifest.sha256(bytes)));
        }

        /**
         * Where the copy is in the folder of the run: a part where the copied portfolio looks for it, scenarios in a
         * folder of their own.
         */
        String path() {
            return role.equals(SCENARIO) ? "scenarios/" + name
                    : "inputs/" + (role.equals(PART) ? name : role + ".yaml");
        }
    }

    public Manifest {
        inputs = List.copyOf(inputs);
    }

    /**
     * SHA-256 over version, plan, perimeter and input hashes, hexadecimal: equal for runs that must give equal results.
     */
    public String identity() {
        return HexFormat.of().formatHex(identityBytes());
    }

    /** The first eight bytes of the identity, which block files carry. */
    long runKey() {
        return java.nio.ByteBuffer.wrap(identityBytes()).getLong();
    }

    private byte[] identityBytes() {
        StringBuilder text = new StringBuilder(version).append('\n').append(plan).append('\n')
                .append(perimeter).append('\n');
        for (InputCopy input : inputs) {
            text.append(input.role()).append(' ').append(input.sha256()).append('\n');
        }
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String toJson() {
        ObjectNode root = Json.object();
        root.put("product", "deflator");
        root.put("version", version);
        root.put("jdk", jdk);
        root.put("created", created.toString());
        root.put("identity", identity());
        SummaryJson.plan(plan, root.putObject("plan"));
        root.put("perimeter", perimeter.label());
        root.put("block_paths", RunPlan.BLOCK_PATHS);
        ArrayNode list = root.putArray("inputs");
        for (InputCopy input : inputs) {
            ObjectNode node = list.addObject();
            node.put("role", input.role());
            node.put("name", input.name());
            node.put("sha256", input.sha256());
        }
        return Json.text(root);
    }

    static Manifest parse(String text) {
        JsonNode root = Json.parse(text);
        List<InputCopy> inputs = root.required("inputs").values().stream()
                .map(node -> new InputCopy(Json.string(node, "role"), Json.string(node, "name"),
                        Json.string(node, "sha256")))
                .toList();
        return new Manifest(Json.string(root, "version"), Json.string(root, "jdk"),
                Instant.parse(Json.string(root, "created")), SummaryJson.plan(root.required("plan")),
                Perimeter.valueOf(Json.string(root, "perimeter").toUpperCase(Locale.ROOT)), inputs);
    }
}
