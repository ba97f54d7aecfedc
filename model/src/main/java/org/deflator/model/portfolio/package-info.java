/**
 * Who owns what and who owes what, as agreed in contracts. Amounts are USD millions, rates are percent or
 * basis points, as documents state them; the engine's resolver turns them into decimals and dollars.
 */
@NullMarked
package org.deflator.model.portfolio;

import org.jspecify.annotations.NullMarked;
