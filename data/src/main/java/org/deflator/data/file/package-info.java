/**
 * Portfolio and market files in: YAML to records, with the place of every problem and the evidence of every
 * figure.
 *
 * <p>A {@link org.deflator.data.file.Shape} says which keys a file has and which values they take; the JSON
 * Schema for editors is printed from it. {@link org.deflator.data.file.ShapeReader} holds a file against its
 * shape, the checks look at what one value says of another, and only a file without problems becomes records.
 */
@NullMarked
package org.deflator.data.file;

import org.jspecify.annotations.NullMarked;
