/**
 * The words of the exchange. {@link evens.model.Command} is what may be asked, {@link
 * evens.model.Event} what may happen, {@link evens.model.Reject} what may be refused; the rest are
 * the units they are written in and the ports between the rooms of the house.
 */
@NullMarked
package evens.model;

import org.jspecify.annotations.NullMarked;
