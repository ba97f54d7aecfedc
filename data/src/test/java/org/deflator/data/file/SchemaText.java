package org.deflator.data.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints a shape as JSON Schema (draft 2020-12), for editors. */
final class SchemaText {
    private SchemaText() {}

    static String of(Shape.Fields shape, String title) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.putAll(schema(shape));
        return text(schema);
    }

    /** Some keys of another shape, each as the schema file {@code whole} beside this one has it. */
    static String excerpt(Shape.Fields shape, String title, String whole) {
        Map<String, Object> properties = new LinkedHashMap<>();
        shape.keys().forEach(key -> properties.put(key, Map.of("$ref", whole + "#/properties/" + key)));
        evidence().forEach(properties::putIfAbsent);
        return text(ordered("$schema", "https://json-schema.org/draft/2020-12/schema", "title", title,
                "type", "object", "properties", properties, "additionalProperties", false));
    }

    private static String text(Map<String, Object> schema) {
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                .writeValueAsString(schema)
                .replace("\r\n", "\n") + "\n";
    }

    private static Map<String, Object> schema(Shape shape) {
        return switch (shape) {
            case Shape.Figure f -> orWithEvidence(number(f));
            case Shape.Count c -> orWithEvidence(Map.of("enum", c.allowed()));
            case Shape.Day _ ->
                    orWithEvidence(ordered("type", "string", "pattern", "^\\d{4}-\\d{2}-\\d{2}$"));
            case Shape.Month _ -> orWithEvidence(ordered("type", "string", "pattern", "^\\d{4}-\\d{2}$"));
            case Shape.Text _ -> orWithEvidence(Map.of("type", List.of("string", "number")));
            case Shape.Id _ -> Map.of("type", List.of("string", "integer"));
            case Shape.Flag _ -> orWithEvidence(Map.of("type", "boolean"));
            case Shape.Choice c -> orWithEvidence(Map.of("enum", c.allowed()));
            case Shape.Items i -> ordered("type", "array", "minItems", i.min(), "items", schema(i.item()));
            case Shape.Series s -> ordered("type", "object", "properties", evidence(), "patternProperties",
                    Map.of("^\\d{4}-\\d{2}$", schema(s.figure())), "additionalProperties", false);
            case Shape.Settings _ -> ordered("type", "object", "properties", evidence());
            case Shape.Fields f -> fields(f, "");
            case Shape.Variants v -> variants(v);
            case Shape.Either e -> Map.of("oneOf", List.of(fields(e.with(), ""), fields(e.without(), "")));
        };
    }

    private static Map<String, Object> number(Shape.Figure f) {
        Map<String, Object> number = ordered("type", f.whole() ? "integer" : "number");
        if (f.low() > -Double.MAX_VALUE) {
            number.put(f.above() ? "exclusiveMinimum" : "minimum", plain(f.low()));
        }
        if (f.high() < Double.MAX_VALUE) {
            number.put("maximum", plain(f.high()));
        }
        return number;
    }

    private static Number plain(double value) {
        if (value == Math.rint(value)) {
            return (long) value;
        }
        return value;
    }

    private static Map<String, Object> variants(Shape.Variants v) {
        List<Object> choices = new ArrayList<>();
        if (!v.shorthand().isEmpty()) {
            choices.add(Map.of("enum", v.shorthand()));
        }
        v.variants().forEach((type, fields) -> choices.add(fields(fields, type)));
        return Map.of("oneOf", choices);
    }

    private static Map<String, Object> fields(Shape.Fields f, String type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (!type.isEmpty()) {
            properties.put("type", Map.of("const", type));
            required.add("type");
        }
        for (Shape.Field field : f.fields()) {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("description", field.meaning());
            value.putAll(schema(field.shape()));
            properties.put(field.key(), value);
            if (field.required()) {
                required.add(field.key());
            }
        }
        evidence().forEach(properties::putIfAbsent);
        return ordered("type", "object", "properties", properties, "required", required,
                "additionalProperties",
                false);
    }

    private static Map<String, Object> orWithEvidence(Map<String, Object> bare) {
        Map<String, Object> properties = ordered("value", bare);
        properties.putAll(evidence());
        return ordered("anyOf", List.of(bare, ordered("type", "object", "properties", properties, "required",
                List.of("value"), "additionalProperties", false)));
    }

    private static Map<String, Object> evidence() {
        return ordered("source", Map.of("type", "string"), "assumed", Map.of("const", true), "reason",
                Map.of("type", "string"));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
