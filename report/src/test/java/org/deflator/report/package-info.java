@NullMarked
package org.deflator.report;

import org.jspecify.annotations.NullMarked;
